import { makeAccountKey, openAccountKey } from '@lederkreds/sealing/account-key'
import { makeIdentity } from '@lederkreds/sealing/identity'
import { openItem, sealItem } from '@lederkreds/sealing/item'

/*
 * Runs in a worker of a browser, bundled: a hundred pooled answers are sealed to somebody, then opened at once, as when she
 * comes to what was released to her.
 */

const personId = crypto.randomUUID()
const about = {
  ...{ kind: 'feedbackAnswer', itemId: crypto.randomUUID(), version: 1 },
  ...{ authorId: null, networkId: crypto.randomUUID() },
}
const fixedClass = 3
const text = 'Du lyttede, og du spurgte, før du svarede. '.repeat(40)

async function prepare(): Promise<() => Promise<number>> {
  const account = await openAccountKey(makeAccountKey())
  const { keys: identity } = await makeIdentity({ personId, account })
  const seal = () =>
    sealItem({
      document: { type: 'feedbackAnswer', format: 1, answerId: crypto.randomUUID(), fields: { text } },
      ...{ about, self: null, author: null, recipients: [identity.entry], fixedClass },
    })
  const answers = await Promise.all(Array.from({ length: 100 }, seal))
  return async () => {
    const opened = await Promise.all(
      answers.map(({ envelope, keys }) => {
        const wrapped = keys[0]?.wrapped ?? new Uint8Array()
        return openItem({ envelope, wrapped, about, reader: { identity }, authorEntries: null, fixedClass })
      }),
    )
    return opened.length
  }
}

let run: (() => Promise<number>) | undefined
globalThis.addEventListener('message', async ({ data }: { data?: unknown }) => {
  if (data) {
    run = await prepare()
    return postMessage(null)
  }
  const start = performance.now()
  if ((await run?.()) !== 100) throw new Error('Not all were opened.')
  return postMessage(performance.now() - start)
})
