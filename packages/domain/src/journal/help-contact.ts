import { z } from 'zod'
import type { Viewer } from '../account/person.ts'
import { type Locale, line, optionalHttpsUrl, optionalLine } from '../text.ts'

const phone = line(24).regex(/^\+?\d[\d ]+$/, { error: 'invalid' })

/** Somebody to talk to, one tap away at all times. The list of an organisation is never empty. */
export const helpContacts = z
  .array(
    z.object({
      label: line(80),
      text: optionalLine(300),
      phone: z.preprocess((input) => (input === '' || input === undefined ? null : input), phone.nullable()),
      url: optionalHttpsUrl,
    }),
    { error: 'invalid' },
  )
  .min(1, { error: 'tooFew' })
  .max(8, { error: 'tooMany' })
export type HelpContact = z.output<typeof helpContacts>[number]

/** A list in each language: whoever changes the app's language still finds somebody to talk to. */
export const helpContactLists = z.object({ da: helpContacts, en: helpContacts })
export type HelpContactLists = z.output<typeof helpContactLists>

/** The list is read by everybody in the organisation, and kept by its admins. */
export const mayEditHelpContacts = (viewer: Viewer, organisationId: string): boolean =>
  viewer.isAdmin && viewer.organisationId === organisationId

/** What holds until an organisation writes its own list. Numbers and opening hours are to be checked before each release. */
export const defaultHelpContacts: Readonly<Record<Locale, readonly HelpContact[]>> = {
  da: [
    {
      label: 'Din egen læge',
      text: 'Når det har varet mere end to uger, eller når søvn, hukommelse eller humør er påvirket.',
      phone: null,
      url: null,
    },
    {
      label: 'Din arbejdsmiljørepræsentant',
      text: 'Når arbejdet selv skal ændres. Mange arbejdspladser har også en rådgivning, du kan ringe til.',
      phone: null,
      url: null,
    },
    {
      label: 'Livslinien',
      text: 'Når du har det så svært, at du ikke kan være alene med det.',
      phone: '70 201 201',
      url: null,
    },
    { label: 'Alarmcentralen', text: 'Når der er fare for liv.', phone: '112', url: null },
  ],
  en: [
    {
      label: 'Your own doctor',
      text: 'When it has lasted more than two weeks, or when sleep, memory or mood are affected.',
      phone: null,
      url: null,
    },
    {
      label: 'Your work environment representative',
      text: 'When the work itself must change. Many workplaces also have a counselling line that you can ring.',
      phone: null,
      url: null,
    },
    { label: 'Livslinien (in Danish)', text: 'When it is too hard to be alone with.', phone: '70 201 201', url: null },
    { label: 'Emergency', text: 'When life is in danger.', phone: '112', url: null },
  ],
}
