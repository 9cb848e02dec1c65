import { expect, test, vi } from 'vitest'
import { runStep } from './step-run.ts'
import type { Step } from './steps.ts'

const step = (script: string, more: Partial<Step> = {}): Step => ({
  name: 'a step',
  kind: 'check',
  folder: '.',
  command: ['node', '-e', script],
  ...more,
})

const reports = (report: object, code = 0) =>
  `const file = process.argv.find((word) => word.startsWith('--outputFile.json=')).slice(18)
   require('node:fs').writeFileSync(file, ${JSON.stringify(JSON.stringify(report))}); process.exit(${code})`

const vitest = (report: object, code?: number) => {
  const found = step(reports(report, code), { runner: 'vitest' })
  return runStep({ ...found, command: ['node', '-e', found.command[2] ?? '', '--'] })
}

test('a check counts as one', async () => {
  expect(await runStep(step('console.log("well")'))).toEqual({ passed: 1, failed: 0, output: 'well\n' })
  expect(await runStep(step('console.error("ill"); process.exit(2)'))).toEqual({
    passed: 0,
    failed: 1,
    output: 'ill\n',
  })
})

test('whoever waits hears meanwhile what a step has said, and no longer when it is done', async () => {
  const [begun, ended] = [vi.spyOn(globalThis, 'setInterval'), vi.spyOn(globalThis, 'clearInterval')]
  const heard: string[] = []
  const slow = `console.log('begun'); setTimeout(() => console.log('done'), 900)`
  const outcome = await runStep(step(slow), undefined, { every: 50, hear: (output) => heard.push(output) })
  expect(outcome).toEqual({ passed: 1, failed: 0, output: 'begun\ndone\n' })
  expect(heard).toContain('begun\n')
  expect(begun).toHaveBeenCalledOnce()
  expect(ended).toHaveBeenCalledWith(begun.mock.results[0]?.value)
})

test('a program that is not there is a failure, not an end', async () => {
  const outcome = await runStep({ ...step(''), command: ['no-such-program'] })
  expect(outcome).toMatchObject({ passed: 0, failed: 1, output: expect.stringContaining('no-such-program') })
})

test('tests are counted one by one, and a file that broke as one more', async () => {
  const broken = { status: 'failed', assertionResults: [] }
  const partly = { status: 'failed', assertionResults: [{ status: 'failed' }, { status: 'passed' }] }
  const report = { numPassedTests: 1, numFailedTests: 1, testResults: [broken, partly] }
  expect(await vitest(report, 1)).toMatchObject({ passed: 1, failed: 2 })
})

test('a runner that ends badly without a failed test counts as one that failed', async () => {
  expect(await vitest({ numPassedTests: 5, numFailedTests: 0, testResults: [] }, 1)).toMatchObject({
    passed: 5,
    failed: 1,
  })
  expect(await runStep(step('process.exit(1)', { runner: 'vitest' }))).toMatchObject({ passed: 0, failed: 1 })
})

test('a step that hangs is ended with everything that it started, and counts as failed', async () => {
  const child = `require('node:child_process').spawn('sleep', ['60'], { stdio: 'inherit' })`
  const outcome = await runStep(step(`console.log('begun'); ${child}`), 1_500)
  expect(outcome).toMatchObject({ passed: 0, failed: 1, output: expect.stringMatching(/begun[\s\S]*did not end/) })
})
