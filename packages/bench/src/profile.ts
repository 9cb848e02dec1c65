import { once } from 'node:events'
import { readFileSync, rmSync, watch } from 'node:fs'
import { basename, join } from 'node:path'
import { startApi } from './api-process.ts'
import { pageRequest } from './ask.ts'
import { type Bed, folder } from './bed.ts'
import { round } from './interleave.ts'
import { load } from './load.ts'

export type ProfileResult = { file: string; busyMilliseconds: number; percentOfBusy: Record<string, number> }

type Node = { id: number; callFrame: { functionName: string; url: string } }
type Profile = { nodes: Node[]; samples: number[]; timeDeltas: number[] }

const file = join(folder, 'api.cpuprofile')
const profiler = new URL('profiler.ts', import.meta.url).href

/** Where the API's process spends its time while 16 connections ask for the page: a V8 profile and its sum by package. */
export async function profilePage(bed: Bed, seconds = 6): Promise<ProfileResult> {
  rmSync(file, { force: true })
  process.env.BENCH_PROFILE = file
  const api = await startApi(bed, ['--import', profiler])
  try {
    const order = { connections: 16, shortest: 1000, requests: bed.askers.map(pageRequest()) }
    await load(api, { ...order, seconds: 3 })
    api.child.kill('SIGUSR2')
    await load(api, { ...order, seconds })
    const written = watchFor(file)
    api.child.kill('SIGUSR2')
    await written
  } finally {
    await api.stop()
  }
  return summary(JSON.parse(readFileSync(file, 'utf8')))
}

async function watchFor(path: string) {
  const watcher = watch(folder)
  for (;;) {
    const [, name] = await once(watcher, 'change')
    if (name !== basename(path)) continue
    await new Promise((wake) => setTimeout(wake, 500))
    return watcher.close()
  }
}

function summary({ nodes, samples, timeDeltas }: Profile): ProfileResult {
  const owners = new Map(nodes.map((node) => [node.id, ownerOf(node.callFrame)]))
  const spent = new Map<string, number>()
  samples.forEach((id, index) => {
    const owner = owners.get(id) ?? 'unknown'
    spent.set(owner, (spent.get(owner) ?? 0) + (timeDeltas[index] ?? 0))
  })
  spent.delete('(idle)')
  const busy = [...spent.values()].reduce((sum, time) => sum + time, 0)
  const sorted = [...spent].sort(([, one], [, other]) => other - one).slice(0, 16)
  const percentOfBusy = Object.fromEntries(sorted.map(([owner, time]) => [owner, round((100 * time) / busy, 1)]))
  return { file: basename(file), busyMilliseconds: round(busy / 1000), percentOfBusy }
}

/** The npm package a function belongs to, the workspace's folder, or what V8 calls its own work. */
function ownerOf({ functionName, url }: Node['callFrame']): string {
  const [, name] = /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(url) ?? []
  if (name) return name
  if (url.startsWith('node:')) return 'node'
  if (url.startsWith('wasm:')) return 'WebAssembly'
  const [, place] = /\/((?:apps|packages)\/[^/]+)\//.exec(url) ?? []
  return place ?? (functionName.startsWith('(') ? functionName : `native ${functionName}`)
}
