import i18next, { type BackendModule } from 'i18next'
import { initReactI18next } from 'react-i18next'
import type { messages as account } from './account/messages.da.ts'
import type { messages as keys } from './account/messages.keys.da.ts'
import type { messages as writing } from './account/messages.writing.da.ts'
import type { messages as answer } from './feedback/messages.answer.da.ts'
import type { messages as feedback } from './feedback/messages.da.ts'
import type { messages as feedbackForm } from './feedback/messages.form.da.ts'
import type { messages as promise } from './feedback/messages.promise.da.ts'
import type { messages as feedbackReport } from './feedback/messages.report.da.ts'
import type { messages as feedbackSeason } from './feedback/messages.season.da.ts'
import type { messages as feedbackStep } from './feedback/messages.step.da.ts'
import type { messages as feedbackToday } from './feedback/messages.today.da.ts'
import type { messages as journal } from './journal/messages.da.ts'
import type { messages as helpContacts } from './journal/messages.help-contacts.da.ts'
import type { messages as patterns } from './journal/messages.patterns.da.ts'
import type { messages as takeOut } from './journal/messages.take-out.da.ts'
import type { messages as closing } from './meetings/messages.closing.da.ts'
import type { messages as meetings } from './meetings/messages.da.ts'
import { messages as app } from './messages.da.ts'
import type { messages as networks } from './networks/messages.da.ts'
import type { messages as planning } from './networks/messages.planning.da.ts'
import type { messages as participation } from './participation/messages.da.ts'
import type { messages as yearlyReport } from './participation/messages.report.da.ts'
import type { messages as agenda } from './supervision/messages.agenda.da.ts'
import type { messages as beginRound } from './supervision/messages.begin.da.ts'
import type { messages as supervision } from './supervision/messages.da.ts'
import type { messages as roundRows } from './supervision/messages.rounds.da.ts'
import type { messages as sealed } from './supervision/messages.sealed.da.ts'
import type { messages as turns } from './supervision/messages.turns.da.ts'
import type { messages as toolbox } from './toolbox/messages.da.ts'
import type { messages as editor } from './toolbox/messages.editor.da.ts'
import { messages as ui } from './ui/messages.da.ts'

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'app'
    resources: {
      app: typeof app
      ui: typeof ui
      account: typeof account
      'account/keys': typeof keys
      'account/writing': typeof writing
      networks: typeof networks
      'networks/planning': typeof planning
      meetings: typeof meetings
      'meetings/closing': typeof closing
      participation: typeof participation
      'participation/report': typeof yearlyReport
      journal: typeof journal
      'journal/help-contacts': typeof helpContacts
      'journal/patterns': typeof patterns
      'journal/take-out': typeof takeOut
      feedback: typeof feedback
      'feedback/form': typeof feedbackForm
      'feedback/answer': typeof answer
      'feedback/promise': typeof promise
      'feedback/report': typeof feedbackReport
      'feedback/step': typeof feedbackStep
      'feedback/today': typeof feedbackToday
      'feedback/season': typeof feedbackSeason
      'supervision/sealed': typeof sealed
      'supervision/agenda': typeof agenda
      supervision: typeof supervision
      'supervision/begin': typeof beginRound
      'supervision/rounds': typeof roundRows
      'supervision/turns': typeof turns
      toolbox: typeof toolbox
      'toolbox/editor': typeof editor
    }
  }
}

export type Namespace =
  | 'app'
  | 'ui'
  | 'account'
  | 'account/keys'
  | 'account/writing'
  | 'journal'
  | 'networks'
  | 'networks/planning'
  | 'meetings'
  | 'meetings/closing'
  | 'participation'
  | 'participation/report'
  | 'journal/help-contacts'
  | 'journal/patterns'
  | 'journal/take-out'
  | 'feedback'
  | 'feedback/form'
  | 'feedback/answer'
  | 'feedback/promise'
  | 'feedback/report'
  | 'feedback/step'
  | 'feedback/today'
  | 'feedback/season'
  | 'supervision/sealed'
  | 'supervision/agenda'
  | 'supervision'
  | 'supervision/begin'
  | 'supervision/rounds'
  | 'supervision/turns'
  | 'toolbox'
  | 'toolbox/editor'
export type Language = 'da' | 'en'
export const languages: readonly Language[] = ['da', 'en']

const stored = 'lederkreds.language'
const files = import.meta.glob<{ messages: object }>(['./messages.en.ts', './*/messages.*.ts', '!./ui/messages.da.ts'])

/** One small file per language and feature, or part of a feature that few pages need, fetched when a page first needs it. */
const backend: BackendModule = {
  type: 'backend',
  init() {},
  async read(language: string, namespace: Namespace) {
    const [feature, part] = namespace.split('/')
    const folder = feature === 'app' ? '' : `${feature}/`
    const file = files[`./${folder}messages.${part ? `${part}.` : ''}${language}.ts`]
    if (!file) throw new Error(`no messages: ${language} ${namespace}`)
    return (await file()).messages as never
  },
}

export const isLanguage = (language: unknown): language is Language => languages.includes(language as Language)

/** The language that was chosen here before, else the browser's, else Danish. */
function firstLanguage(): Language {
  const wishes = [localStorage.getItem(stored), ...navigator.languages.map((tag) => tag.slice(0, 2))]
  return wishes.find(isLanguage) ?? 'da'
}

/** To be awaited before the first render. */
export async function startI18n() {
  i18next.on('languageChanged', (language) => {
    document.documentElement.lang = language
  })
  await i18next
    .use(backend)
    .use(initReactI18next)
    .init({
      lng: firstLanguage(),
      fallbackLng: false,
      supportedLngs: languages,
      ns: ['app', 'ui'],
      defaultNS: 'app',
      resources: { da: { app, ui } },
      partialBundledLanguages: true,
      interpolation: { escapeValue: false },
      returnNull: false,
    })
}

/** Changes the language of the page at once and remembers it in this browser. */
export async function setLanguage(language: Language) {
  localStorage.setItem(stored, language)
  await i18next.changeLanguage(language)
}

/** A part's code with its words. Ends, well or not, when both have. */
export const withWords =
  <Part>(load: () => Promise<Part>, ...namespaces: Namespace[]) =>
  async (): Promise<Part> => {
    const both = [load(), loadMessages(...namespaces)] as const
    await Promise.allSettled(both)
    const [part] = await Promise.all(both)
    return part
  }

/** Throws what a part of the app that could not be fetched throws; whoever asks again is served again. */
export async function loadMessages(...namespaces: Namespace[]) {
  const missing = () => namespaces.filter((namespace) => !i18next.hasResourceBundle(i18next.language, namespace))
  await i18next.loadNamespaces(namespaces)
  if (missing().length > 0) await i18next.reloadResources(i18next.language, missing())
  if (missing().length > 0) throw new TypeError('Failed to fetch messages')
}
