import { Button, Group, Paper, Stack, Textarea, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { sealed } from '../ui/seal.tsx'

/** A contact while it is being written; `key` tells them apart when they change places. */
export interface ContactDraft {
  key: string
  label: string
  text: string
  phone: string
  url: string
}

interface HelpContactFieldsProps {
  contacts: readonly ContactDraft[]
  onChange: (contacts: ContactDraft[]) => void
  /** By `0.label` and the like. */
  problemAt: (path: string) => string | undefined
}

const most = 8

/** The contacts of one language, in the order in which they are read. One always stays. */
export function HelpContactFields({ contacts, onChange, problemAt }: HelpContactFieldsProps) {
  const { t } = useTranslation('journal/help-contacts')
  const add = () => onChange([...contacts, { key: crypto.randomUUID(), label: '', text: '', phone: '', url: '' }])
  const raise = (index: number) =>
    onChange(
      contacts.map((contact, at) => contacts[at === index - 1 ? index : at === index ? index - 1 : at] ?? contact),
    )
  const readers = { reader: 'participation', readers: t('readers') } as const
  return (
    <Stack gap="md">
      {contacts.map((contact, index) => {
        const label = contact.label || t('contact', { number: index + 1 })
        const field = (key: 'label' | 'text' | 'phone' | 'url') => ({
          label: t(key),
          value: contact[key],
          error: problemAt(`${index}.${key}`),
          onChange: ({ currentTarget: { value } }: { currentTarget: { value: string } }) =>
            onChange(contacts.map((each, at) => (at === index ? { ...each, [key]: value } : each))),
        })
        return (
          <Paper key={contact.key} component="section" aria-label={label}>
            <Stack gap="md">
              <TextInput {...field('label')} required maxLength={80} />
              <Textarea {...field('text')} autosize minRows={2} maxLength={300} {...sealed(readers)} />
              <TextInput {...field('phone')} type="tel" maxLength={24} />
              <TextInput {...field('url')} type="url" description={t('urlHint')} maxLength={500} />
              <Group gap="xs">
                {index > 0 && (
                  <Button
                    variant="subtle"
                    color="gray"
                    aria-label={t('upNamed', { label })}
                    onClick={() => raise(index)}
                  >
                    {t('up')}
                  </Button>
                )}
                {contacts.length > 1 && (
                  <Button
                    variant="subtle"
                    color="gray"
                    aria-label={t('removeNamed', { label })}
                    onClick={() => onChange(contacts.filter(({ key }) => key !== contact.key))}
                  >
                    {t('remove')}
                  </Button>
                )}
              </Group>
            </Stack>
          </Paper>
        )
      })}
      <div>
        <Button variant="default" onClick={add} disabled={contacts.length >= most}>
          {t('add')}
        </Button>
      </div>
    </Stack>
  )
}
