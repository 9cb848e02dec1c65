import { emailAddress } from '@lederkreds/domain/text'
import { builder } from '../builder.ts'
import { demand, signedIn } from '../context.ts'
import { badRequest } from '../errors.ts'
import { type Colleague, colleaguesAt } from './colleague.store.ts'

const ColleagueRef = builder.objectRef<Colleague>('Colleague').implement({
  description: "Somebody of the consultant's own organisation, with what the advice on a network needs to know.",
  fields: (t) => ({
    personId: t.exposeID('personId', { description: 'Names the person within the advice only.' }),
    name: t.exposeString('name'),
    title: t.exposeString('title'),
    workplace: t.exposeString('workplace'),
    email: t.exposeString('email'),
    managementLevel: t.exposeInt('managementLevel', { nullable: true }),
    managers: t.idList({
      description: 'Everybody above her, own manager first.',
      resolve: ({ managers }) => [...managers],
    }),
  }),
})

builder.queryField('placements', (t) =>
  t.field({
    description:
      "Those of these addresses that belong to people of the consultant's organisation. The others are unknown.",
    type: [ColleagueRef],
    args: { emails: t.arg.stringList({ required: true }) },
    resolve: (_root, { emails }, context) => {
      demand(context, signedIn(context).isConsultant)
      if (emails.length > 50) throw badRequest('Ask for at most 50 addresses.')
      return colleaguesAt(
        context,
        emails.filter((email) => emailAddress.safeParse(email).success),
      )
    },
  }),
)
