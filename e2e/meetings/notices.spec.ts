import { expect, type Page, test } from '../fixtures.ts'

const inDays = (days: number) => new Date(Date.now() + days * 86_400_000)
const notices = (page: Page) => page.getByRole('log')
const placeCalled = (page: Page, name: string) =>
  page.getByRole('navigation').getByRole('link', { name, exact: true }).first()

/** From now on notes how often words come into a place that screen readers listen to. */
const listen = (page: Page) =>
  page.evaluate(() => {
    const live = '[role="log"], [role="status"], [role="alert"], [aria-live]:not([aria-live="off"])'
    const heard: string[] = []
    Object.assign(globalThis, { heard })
    const isHeard = (node: Node) =>
      (node instanceof Element ? node : node.parentElement)?.closest(live) ?? (node as Element).querySelector?.(live)
    new MutationObserver((changes) => {
      for (const { addedNodes, type, target } of changes)
        for (const node of type === 'characterData' ? [target] : addedNodes)
          if (isHeard(node)) heard.push(node.textContent ?? '')
    }).observe(document.body, { childList: true, characterData: true, subtree: true })
  })
const heard = async (page: Page, words: string) =>
  (await page.evaluate(() => (globalThis as unknown as { heard: string[] }).heard)).filter((each) =>
    each.includes(words),
  ).length

test('what became of an act comes along to the next page, is heard once, and stays behind on the one after', async ({
  town,
  server,
  as,
}) => {
  const meeting = await server.seed((seed) => seed.meeting(town.network, { startsAt: inDays(9) }))
  const ada = await as(town.ada)
  await ada.goto(`/networks/Network_${town.network.id}/meetings/Meeting_${meeting.id}`)
  await expect(ada.getByRole('button', { name: 'Jeg kommer' })).toBeVisible()
  await listen(ada)
  await server.look(`UPDATE meeting SET cancelled_at = now() WHERE id = $1`, [meeting.id])
  await ada.getByRole('button', { name: 'Jeg kommer' }).click()
  await expect(notices(ada)).toContainText('Mødet er aflyst.')

  await placeCalled(ada, 'Værktøjer').click()
  await expect(ada.getByRole('heading', { level: 1 })).toHaveText('Værktøjskasse')
  await expect(notices(ada)).toContainText('Mødet er aflyst.')
  expect(await heard(ada, 'Mødet er aflyst.')).toBe(1)
  await ada.getByLabel('Hvor mange er I?').selectOption('3')
  await expect(notices(ada)).toContainText('Mødet er aflyst.')

  await placeCalled(ada, 'Netværk').click()
  await expect(notices(ada)).toBeEmpty()
  expect(await heard(ada, 'Mødet er aflyst.')).toBe(1)
})

test('what is planned is said once, also where it leads on', async ({ town, as, keys }) => {
  for (const person of [town.ada, town.ben]) await keys(person)
  const ada = await as(town.ada)
  await ada.goto(`/networks/Network_${town.network.id}/feedback/step`)
  await listen(ada)
  await ada.getByRole('button', { name: 'Planlæg for alle' }).click()
  await expect(notices(ada)).toContainText('Planlagt.')
  await expect(ada.getByRole('heading', { level: 1 })).toHaveText('Skolelederne Nord')
  expect(await heard(ada, 'Planlagt.')).toBe(1)
})
