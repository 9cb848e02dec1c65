import { afterEach, expect, test, vi } from 'vitest'
import { reloadAfterRelease } from './release.ts'
import { fetchPart, PartMissing } from './ui/part.ts'

vi.mock('./reach.ts', () => ({ isThere: async () => true, tellReach: () => {} }))
afterEach(() => vi.unstubAllGlobals())

/** What Vite's code tells of before an import fails. */
const failing = (window: EventTarget) => async () => {
  window.dispatchEvent(Object.assign(new Event('vite:preloadError'), { payload: new TypeError('gone') }))
  throw new TypeError('gone')
}

test('a page is loaded anew for code that went with a release, and stays where a part says itself that it is missing', async () => {
  const window = new EventTarget()
  const reload = vi.fn()
  vi.stubGlobal('window', window)
  vi.stubGlobal('navigator', { onLine: true })
  vi.stubGlobal('location', { reload })
  vi.stubGlobal('sessionStorage', { getItem: () => null, setItem: () => {} })
  reloadAfterRelease()

  await expect(fetchPart(failing(window))).rejects.toBeInstanceOf(PartMissing)
  await new Promise((resolve) => setTimeout(resolve))
  expect(reload).not.toHaveBeenCalled()

  await expect(failing(window)()).rejects.toThrow('gone')
  await vi.waitFor(() => expect(reload).toHaveBeenCalledOnce())
})
