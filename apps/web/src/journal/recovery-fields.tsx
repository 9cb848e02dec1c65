import type { Entry } from '@lederkreds/domain/journal/entry'
import { recoveryThemes } from '@lederkreds/domain/journal/recovery'
import { useLanguage } from '../toolbox/use-language.ts'
import { ProseField } from '../ui/prose-field.tsx'

interface RecoveryFieldsProps {
  texts: Entry['recovery']
  onChange: (texts: Entry['recovery']) => void
  problemAt: (path: string) => string | undefined
}

/** Four ways to recover, as questions to oneself; no answer is counted. */
export function RecoveryFields({ texts, onChange, problemAt }: RecoveryFieldsProps) {
  const language = useLanguage()
  return recoveryThemes.map(({ key, name, prompt }) => (
    <ProseField
      key={key}
      label={`${name[language]}: ${prompt[language]}`}
      value={texts[key]}
      rows={1}
      error={problemAt(`recovery.${key}`)}
      onChange={(text) => onChange({ ...texts, [key]: text || null })}
    />
  ))
}
