import { Button } from '@mantine/core'
import { IconLanguage } from '@tabler/icons-react'
import { Icon } from './icon.tsx'

interface LanguageSwitchProps {
  /** Tag and name, each name in its own language: `{ da: 'Dansk', en: 'English' }`. */
  languages: Record<string, string>
  value: string
  onChange: (language: string) => void
}

/** One button for each language that is not the present one, written in that language. */
export function LanguageSwitch({ languages, value, onChange }: LanguageSwitchProps) {
  return Object.entries(languages)
    .filter(([tag]) => tag !== value)
    .map(([tag, name]) => (
      <Button
        key={tag}
        lang={tag}
        variant="subtle"
        leftSection={<Icon of={IconLanguage} />}
        onClick={() => onChange(tag)}
      >
        {name}
      </Button>
    ))
}
