import { dayAhead, expect, type Page, type Server, test, unlock } from '../fixtures.ts'

const rhythm = { from: '2026-01-05', until: '2199-06-01', everyWeeks: 4, weekday: 1, startTime: '13:00', minutes: 150 }

async function open(page: Page, path: string) {
  await page.goto(path)
  await unlock(page)
}

const yes = (page: Page) => page.getByRole('button', { name: 'Jeg siger ja til den' }).click()

/** Answers the eight statements, each with its mark; 0 passes it over. */
async function answer(page: Page, marks: number[]) {
  for (const [index, mark] of marks.entries())
    if (mark > 0)
      await page
        .getByRole('group', { name: new RegExp(`^${index + 1}\\. `) })
        .getByRole('radio', { name: new RegExp(`^${mark}`) })
        .check()
}

test('she rates herself at the start and at the end, and sees three answers beside each other that nobody else has', async ({
  town,
  as,
  keys,
  server,
}) => {
  await keys(town.ada)
  const page = await as(town.ada)
  const path = `/networks/Network_${town.network.id}/competence`
  await open(page, path)
  await expect(page.getByText('Et samtaleværktøj, ikke en test.')).toBeVisible()
  await expect(page.getByText('Her er ingen deleknap.')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Gem mine svar' })).toBeDisabled()
  await answer(page, [3, 3, 4, 3, 2, 3, 5, 0])
  await expect(page.getByText('7 af 8 besvaret')).toBeVisible()
  await page.getByRole('button', { name: 'Gem mine svar' }).evaluate((button: HTMLButtonElement) => {
    for (const _ of ['once', 'twice']) button.click()
  })
  const waiting = page.getByRole('region', { name: 'Du har svaret ved begyndelsen' })
  await expect(waiting).toBeVisible()
  const kept = () =>
    server.look(`SELECT kind, network_id, round_id FROM sealed_item WHERE owner_id = $1 AND kind = 'competence'`, [
      town.ada.id,
    ])
  await expect.poll(kept).toEqual([{ kind: 'competence', network_id: null, round_id: null }])

  const other = await as(town.ada)
  await open(other, path)
  await other.getByRole('button', { name: 'Svar nu ved slutningen' }).click()
  await expect(other.getByRole('radio', { checked: true })).toHaveCount(0)
  await answer(other, [6, 5, 5, 5, 4, 5, 6, 6])
  await other.getByRole('button', { name: 'Videre til dengang' }).click()
  await expect(other.getByRole('radio', { checked: true })).toHaveCount(0)
  await answer(other, [2, 3, 3, 3, 2, 3, 5, 2])
  await other.getByRole('button', { name: 'Vis alle tre' }).click()
  await other.getByText('Vis som tabel').click()
  const sleep = other.getByRole('row', { name: /Jeg sover godt/ })
  await expect(sleep.getByRole('cell')).toHaveText([/4$/, /3$/, /5$/])
  await expect(
    other
      .getByRole('row', { name: /nogen at gå til/ })
      .getByRole('cell')
      .first(),
  ).toContainText('Ikke besvaret')
  await expect(
    other.getByText('Om dengang svarer du nu noget andet end ved begyndelsen på 2 af 7 udsagn.'),
  ).toBeVisible()
  await expect(other.getByText('er ikke en effekt af netværket')).toBeVisible()
  await expect(other.getByRole('button', { name: /[Dd]el/ })).toHaveCount(0)

  await other.getByRole('button', { name: 'Slet mine svar' }).click()
  await other.getByRole('dialog').getByRole('button', { name: 'Slet' }).click()
  await expect(other.getByRole('heading', { name: 'Ved begyndelsen' })).toBeVisible()
  await expect.poll(kept).toEqual([])
})

/** Every table that holds a text, in letters or in the hex of its bytes. */
async function tablesWith(server: Server, word: string): Promise<string[]> {
  const tables = (await server.look(
    `SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public' AND table_type = 'BASE TABLE'`,
  )) as { name: string }[]
  const found: string[] = []
  for (const { name } of tables) {
    const rows = await server.look(
      `SELECT 1 FROM public."${name}" held WHERE held::text LIKE $1 OR held::text LIKE $2 LIMIT 1`,
      [`%${word}%`, `%${Buffer.from(word).toString('hex')}%`],
    )
    if (rows.length > 0) found.push(name)
  }
  return found
}

test('a sentence reaches the server when all three have said yes to it, and stands in the report until one takes it back', async ({
  town,
  as,
  keys,
  server,
  between: stand,
}) => {
  test.setTimeout(150_000)
  const { ada, ben, cleo, dan } = town
  for (const one of [ada, ben, cleo, dan]) await keys(one)
  const network = await server.seed((seed) =>
    seed.network(town.organisation, {
      name: 'Skolelederne Vest',
      consultant: town.consultant,
      members: [ada, ben, cleo],
    }),
  )
  const path = `/networks/Network_${network.id}/closing/sentence`
  const words = 'Vi tør tage de svære samtaler, før de vokser.'
  const convenor = await as(ada)
  const hers = await stand(convenor)
  await open(convenor, path)
  await convenor.getByLabel('Sætningen').fill(words)
  const late = Promise.withResolvers<void>()
  hers.lies = { SentencePage: (honest) => late.promise.then(honest) }
  const propose = convenor.getByRole('button', { name: 'Foreslå den' })
  await propose.click()
  await expect(convenor.getByText('Forslaget er forseglet til medlemmerne.')).toBeVisible()
  await expect(propose).toBeDisabled()
  late.resolve()
  await expect(convenor.getByText(words)).toBeVisible()
  await yes(convenor)
  await expect(convenor.getByText('Du har sagt ja til den.')).toBeVisible()
  await expect(convenor.getByText('Ikke alle har sagt ja.')).toBeVisible()
  await expect(convenor.getByRole('button', { name: 'Offentliggør sætningen' })).toHaveCount(0)

  const members = [await as(ben, { goesOffline: true }), await as(cleo)]
  for (const page of members) {
    await open(page, path)
    await expect(page.getByText(words)).toBeVisible()
    if (page === members[0]) {
      const line = await stand(page)
      line.lies = { AgreeToSentence: async () => undefined, SentencePage: async () => undefined }
      await yes(page)
      await expect(page.getByRole('alert')).toContainText('Det lykkedes ikke.')
      line.lies = {}
    }
    await yes(page)
    await expect(page.getByText('Du har sagt ja til den.')).toBeVisible()
    await expect(page.getByRole('button', { name: 'Offentliggør sætningen' })).toHaveCount(0)
  }
  expect(await tablesWith(server, 'svære samtaler')).toEqual([])

  await convenor.getByRole('button', { name: 'Se efter igen' }).click()
  await expect(convenor.getByText('Alle har sagt ja.')).toBeVisible()
  await convenor.getByRole('button', { name: 'Offentliggør sætningen' }).click()
  await expect(convenor.getByRole('dialog')).toBeVisible()
  await server.look('INSERT INTO membership (network_id, person_id) VALUES ($1, $2)', [network.id, dan.id])
  await server.look('INSERT INTO ground_rules_acceptance (network_id, version, person_id) VALUES ($1, 1, $2)', [
    network.id,
    dan.id,
  ])
  await convenor.getByRole('dialog').getByRole('button', { name: 'Offentliggør sætningen' }).click()
  await expect(convenor.getByRole('alert')).toContainText('Ikke alle har sagt ja til netop denne sætning.')
  await expect(convenor.getByText('Ikke alle har sagt ja.')).toBeVisible()
  await server.look('UPDATE membership SET left_at = now() WHERE network_id = $1 AND person_id = $2', [
    network.id,
    dan.id,
  ])
  await convenor.getByRole('button', { name: 'Se efter igen' }).click()
  await expect(convenor.getByText('Alle har sagt ja.')).toBeVisible()
  await convenor.getByRole('button', { name: 'Offentliggør sætningen' }).click()
  await convenor.getByRole('dialog').getByRole('button', { name: 'Offentliggør sætningen' }).click()
  await expect(convenor.getByRole('region', { name: 'Offentliggjort' })).toContainText(words)
  expect(await tablesWith(server, 'svære samtaler')).toEqual(['published_sentence'])

  const consultant = await as(town.consultant)
  await consultant.goto(`/networks/Network_${network.id}/report/${dayAhead(0).slice(0, 4)}`)
  const own = consultant.getByRole('region', { name: 'Netværkets egen sætning' })
  await expect(own).toContainText(words)
  await expect(own).toContainText('Alle medlemmer har sagt ja til netop disse ord.')

  const [page] = members as [Page]
  await open(page, path)
  await page.getByRole('button', { name: 'Tag sætningen tilbage' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Tag sætningen tilbage' }).click()
  await expect(page.getByText(words)).toHaveCount(0)
  expect(await tablesWith(server, 'svære samtaler')).toEqual([])
})

test('the convenor leads the last meeting, writes down that it ends, and closes the network; the members see until when', async ({
  town,
  as,
  server,
}) => {
  await server.seed((seed) => seed.season(town.network, rhythm))
  const path = `/networks/Network_${town.network.id}/closing`
  const [convenor, member] = [await as(town.ada), await as(town.ben)]
  await convenor.goto(path)
  await convenor.getByRole('button', { name: 'Led mødet her' }).click()
  await convenor.getByRole('button', { name: 'Næste skridt' }).click()
  await expect(convenor.getByRole('region', { name: 'Se tilbage sammen' })).toContainText('Skridt 2 af 6')
  await member.goto(path)
  await expect(member.getByText('Der er ikke skrevet nogen beslutning ned for sæson 1 endnu.')).toBeVisible()
  await expect(member.getByRole('button', { name: 'Skriv beslutningen ned' })).toHaveCount(0)

  await convenor.getByRole('radio', { name: 'Vi slutter' }).check()
  await convenor.getByLabel('Gælder fra').fill(dayAhead(0))
  await convenor.getByRole('button', { name: 'Skriv beslutningen ned' }).click()
  await expect(member.getByRole('region', { name: 'Beslutningen' })).toContainText('Vi slutter')
  await expect(member.getByRole('button', { name: 'Luk netværket' })).toHaveCount(0)

  await convenor.getByRole('button', { name: 'Luk netværket' }).click()
  await convenor.getByRole('dialog').getByRole('button', { name: 'Luk netværket' }).click()
  await expect(member.getByRole('heading', { name: 'Netværket er lukket' })).toBeVisible()
  await expect(member.getByText('og slettes så hos alle').first()).toBeVisible()
  expect(await server.look('SELECT state FROM network WHERE id = $1', [town.network.id])).toEqual([{ state: 'closed' }])
})

/** How many sheets of paper a page takes, told by the PDF's own page objects. */
async function sheets(page: Page): Promise<number> {
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1')
  return [...pdf.matchAll(/\/Type\s*\/Page\b(?!s)/g)].length
}

for (const locale of ['da-DK', 'en-GB'])
  test(`the agenda and a full year are one sheet of paper each, black on white (${locale})`, async ({
    town,
    as,
    server,
  }) => {
    const language = locale.slice(0, 2) as 'da' | 'en'
    const year = new Date().getFullYear()
    const person = await server.seed((seed) => {
      const reader = seed.person(town.organisation, { name: 'Pia Holm', locale: language })
      const members = [reader, town.ada, town.ben]
      const network = seed.network(town.organisation, { name: 'Nord', consultant: town.consultant, members })
      const season = seed.season(network, rhythm)
      seed.decision(network, season, { choice: 'merge', on: `${year}-12-31`, by: reader })
      const at = new Date(`${year - 1}-03-10T12:00:00Z`)
      for (const method of [
        'troika',
        'balint',
        'reflekterende-team',
        'case-clinic',
        'domaenerunden',
        'triade-supervision',
      ] as const)
        seed.round(network, { method, people: members, beganAt: at, endedAt: new Date(at.getTime() + 3_600_000) })
      seed.sentence(
        network,
        'Vi spørger, før vi svarer, og lytter helt til ende. '.repeat(5).trim(),
        reader,
        `${year - 1}-06-01`,
      )
      return { ...reader, network: network.id }
    })
    const page = await as(person, { locale, colorScheme: 'dark' })
    for (const path of ['closing', `report/${year - 1}`]) {
      await page.goto(`/networks/Network_${person.network}/${path}`)
      await page.getByRole('button', { name: language === 'da' ? /^Udskriv/ : /^Print/ }).waitFor()
      await page.emulateMedia({ media: 'print' })
      await expect(page.getByRole('navigation').first()).toBeHidden()
      await expect.poll(() => page.evaluate(() => document.fonts.status)).toBe('loaded')
      expect(await sheets(page), path).toBe(1)
      await expect(page.locator('[data-sheet]')).toHaveCSS('color', 'rgb(0, 0, 0)')
      await page.emulateMedia({ media: null })
    }
  })
