/** The network page with nothing in it but the question and the network's name: what the network alone costs. */
export const barePage = `<!doctype html>
<html lang="da">
<meta charset="utf-8">
<title>Bare</title>
<h1></h1>
<script>
  const id = 'Network_' + location.pathname.split('/').at(-1).replace('Network_', '')
  const body = JSON.stringify({ variables: { id } })
  fetch('/graphql', { method: 'POST', headers: { 'content-type': 'application/json' }, body })
    .then((answer) => answer.json())
    .then(({ data }) => (document.querySelector('h1').textContent = data.network.name))
</script>
</html>
`
