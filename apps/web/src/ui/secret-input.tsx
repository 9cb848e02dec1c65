import { Button, TextInput, type TextInputProps } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

/** A field for what others should not read over one's shoulder; a press on the word beside it shows what stands there. */
export function SecretInput(props: TextInputProps) {
  const { t } = useTranslation('ui')
  const [shown, setShown] = useState(false)
  return (
    <TextInput
      autoCapitalize="off"
      autoCorrect="off"
      spellCheck={false}
      {...props}
      type={shown ? 'text' : 'password'}
      rightSectionWidth={84}
      rightSection={
        <Button variant="subtle" size="compact-md" aria-pressed={shown} onClick={() => setShown(!shown)}>
          {t('secret.show')}
        </Button>
      }
    />
  )
}
