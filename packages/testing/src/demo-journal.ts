import { randomUUID } from 'node:crypto'
import type { Vault } from '@lederkreds/sealing/vault'
import { dayAhead } from './day.ts'
import type { Seed, SeededPerson } from './seed.ts'

/** One evening: what set it off, what was done, what helped, the chips, and the three sliders. */
type Evening = readonly [
  daysAgo: number,
  texts: readonly [trigger: string, did: string | null, helped: string | null],
  stressors: readonly string[],
  bodySignals: readonly string[],
  sliders: readonly [demands: number, influence: number, support: number] | null,
]

const evenings: readonly Evening[] = [
  [
    2,
    [
      'Budgetmødet blev til et forsvar for tal, jeg ikke selv har valgt.',
      'Sagde, at jeg vender tilbage fredag.',
      'At gå en omvej hjem.',
    ],
    ['cuts', 'crossPressure'],
    ['shoulders', 'jaw'],
    [82, 25, 55],
  ],
  [
    5,
    ['To opsigelser på én uge i samme team.', 'Talte med tillidsrepræsentanten.', null],
    ['absence', 'personnel'],
    ['sleep'],
    [70, 45, 60],
  ],
  [
    9,
    ['En forælder skrev klokken 22, og jeg svarede.', 'Lagde telefonen i gangen.', 'At den lå der.'],
    ['alwaysOn'],
    ['head', 'tired'],
    [60, 40, 40],
  ],
  [
    16,
    ['En god dag: ingen ville have et svar med det samme.', null, 'Frokost uden skærm.'],
    [],
    ['calm'],
    [35, 70, 75],
  ],
  [
    23,
    ['Sag med en medarbejder, som jeg har udskudt for længe.', 'Fandt en dato.', 'Netværket på onsdag.'],
    ['personnel', 'ownExpectations'],
    ['stomach'],
    [65, 50, 70],
  ],
  [
    37,
    ['Omlægningen blev meldt ud, før vi havde set den.', 'Samlede mine egne først.', null],
    ['imposedChange', 'unclearMandate'],
    ['restless'],
    [75, 15, 45],
  ],
]

/** What a leader may have written in two months: entries, pulses and nights, sealed as her own browser would. */
export async function seedDemoJournal(seed: Seed, person: SeededPerson, vault: Vault): Promise<void> {
  const at = (daysAgo: number, hour: string) => {
    const date = dayAhead(-daysAgo, seed.now)
    return { day: date, writtenAt: `${date}T${hour}:00+01:00` }
  }
  const entries = evenings.map(([daysAgo, [trigger, did, helped], stressors, bodySignals, sliders]) => {
    const [demands, influence, support] = sliders ?? [null, null, null]
    return {
      type: 'entry',
      ...at(daysAgo, '16:40'),
      ...{ trigger, did, helped, bodyText: null, text: null },
      ...{ stressors, bodySignals, demands, influence, support, sleep: null, conflictOf: null },
      recovery: { relax: null, detach: null, learn: null, choose: null },
    }
  })
  const pulses = (['sometimes', 'rarely', 'sometimes'] as const).map((answer, index) => ({
    type: 'pulse',
    ...at(16 + 14 * index, '08:10'),
    answer,
  }))
  const nights = [3, 4, 2, 4].map((quality, index) => ({
    type: 'sleep',
    ...at(1 + 4 * index, '07:20'),
    ...{ quality, bedtime: '23:10', wakeTime: '06:20', workThoughts: quality < 3 ? 3 : 1 },
  }))
  for (const { type, ...rest } of [...entries, ...pulses, ...nights]) {
    const id = randomUUID()
    const document = { type, format: 1, ...rest }
    const about = { kind: 'journal', itemId: id, version: 1, networkId: null } as const
    const { envelope, keys } = await vault.seal({ document, about })
    const wrapped = keys[0]?.wrapped
    if (wrapped) seed.sealedItem(person, { id, envelope, wrapped, createdOn: rest.day })
  }
}
