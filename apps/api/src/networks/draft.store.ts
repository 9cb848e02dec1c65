import { Stale } from '@lederkreds/domain/errors'
import type { AdvicePerson } from '@lederkreds/domain/networks/advice'
import { type NetworkDraft, NotADraft, networkDraft } from '@lederkreds/domain/networks/draft'
import { type Context, signedIn, takeStanding } from '../context.ts'
import { Prisma } from '../generated/prisma/client.ts'
import { colleaguesAt } from './colleague.store.ts'
import { addGroundRules } from './ground-rules.store.ts'
import { invite } from './invitation.store.ts'
import { changeNetwork } from './network.store.ts'

/** Far enough ahead to last until the network starts and a day is agreed. */
const whileDrafting = new Date('2199-12-31')

/** Keeps a new draft, which its writer alone sees. Answers its id. */
export async function addDraft(context: Context, draft: NetworkDraft): Promise<string> {
  const { personId, organisationId } = signedIn(context)
  const data = { ...columns(draft), organisationId, createdById: personId, draft: json(draft) }
  const { id } = await context.db.network.create({ data, select: { id: true } })
  await context.db.networkConsultant.createMany({ data: [{ networkId: id, personId, accessUntil: whileDrafting }] })
  takeStanding(context, id, { consultant: true })
  return id
}

/** Keeps what the wizard has now, unless it has been changed elsewhere. Throws {@link Stale}. */
export const saveDraft = (context: Context, id: string, version: number, draft: NetworkDraft) =>
  changeNetwork(context, id, version, { ...columns(draft), draft: json(draft) })

/** Takes a draft away for good. */
export const removeDraft = ({ db }: Context, id: string) => db.network.deleteMany({ where: { id, state: 'draft' } })

type Drafted = { id: string; version: number; state: string; draft: unknown }

/** The draft as the domain knows it. Throws {@link NotADraft} for a network that has started, {@link Stale} for an old one. */
export function readDraft({ state, draft, version }: Drafted, read: number): NetworkDraft {
  if (state !== 'draft') throw new NotADraft()
  if (read !== version) throw new Stale(read, version)
  return networkDraft.parse(draft)
}

/** The draft's people as the advice sees them: placed where they belong to the caller's organisation, else as written. */
export async function placePeople(context: Context, { people }: Pick<NetworkDraft, 'people'>): Promise<AdvicePerson[]> {
  const known = new Map(
    (
      await colleaguesAt(
        context,
        people.map(({ email }) => email),
      )
    ).map((each) => [each.email, each]),
  )
  return people.map(({ email, workplace, managementLevel }) => {
    const colleague = known.get(email)
    return {
      id: colleague?.personId ?? email,
      managers: colleague?.managers ?? [],
      workplace: colleague?.workplace || workplace,
      managementLevel: colleague?.managementLevel ?? managementLevel,
    }
  })
}

/** Makes a complete draft a network: its rules are in force, its people are invited, the consultant's last day is agreed. */
export async function startNetwork(
  context: Context,
  { id, version }: Drafted,
  draft: NetworkDraft,
  accessUntil: string,
): Promise<void> {
  const { personId } = signedIn(context)
  await addGroundRules(context, id, 1, draft.groundRules)
  await changeNetwork(context, id, version, {
    ...columns(draft),
    state: 'inviting',
    draft: Prisma.DbNull,
    methods: [...draft.methods],
    endsOn: new Date(draft.rhythm.until),
    groundRulesVersion: 1,
  })
  await context.db.networkConsultant.updateMany({
    where: { networkId: id, personId },
    data: { accessUntil: new Date(accessUntil) },
  })
  await invite(context, id, draft.people, draft.locale)
}

const columns = ({ name, purpose }: NetworkDraft) => ({ name: name ?? '', purpose: purpose ?? '' })
const json = (draft: NetworkDraft) => draft as unknown as Prisma.InputJsonObject
