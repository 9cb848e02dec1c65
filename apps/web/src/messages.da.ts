export const messages = {
  product: 'Lederkreds',
  starting: 'Lederkreds åbner',
  place: {
    today: 'I dag',
    networks: 'Netværk',
    consultant: 'Konsulent',
    administration: 'Administration',
    settings: 'Indstillinger',
    signOut: 'Log ud',
  },
  keys: {
    today: 'Gå til I dag',
    networks: 'Gå til Netværk',
    consultant: 'Gå til Konsulent',
    administration: 'Gå til Administration',
    settings: 'Gå til Indstillinger',
  },
  notFound: {
    title: 'Siden findes ikke',
    what: 'Her er ingen side, eller den er ikke åben for dig.',
    todo: 'Se, om adressen er skrevet rigtigt, eller begynd forfra i I dag.',
  },
  toToday: 'Gå til I dag',
}
