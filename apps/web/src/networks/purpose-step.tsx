import { groundRulesTemplate } from '@lederkreds/domain/networks/ground-rules-template'
import { Radio, Stack, Textarea, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { sealed } from '../ui/seal.tsx'
import type { Draft } from './draft.ts'

interface StepProps {
  draft: Draft
  change: (part: Partial<Draft>) => void
  problemAt: (path: string) => string | undefined
}

/** What the network is called and what it is for, and the language it is written in. */
export function PurposeStep({ draft, change, problemAt }: StepProps) {
  const { t } = useTranslation(['networks/planning', 'networks'])
  const isTemplate = JSON.stringify(draft.groundRules) === JSON.stringify(groundRulesTemplate[draft.locale])
  const chooseLanguage = (locale: Draft['locale']) =>
    change({ locale, ...(isTemplate && { groundRules: groundRulesTemplate[locale] }) })
  return (
    <Stack gap="lg">
      <TextInput
        label={t('purpose.name')}
        placeholder={t('purpose.nameHint')}
        required
        maxLength={80}
        value={draft.name}
        error={problemAt('name')}
        onChange={({ currentTarget }) => change({ name: currentTarget.value })}
        {...sealed({ reader: 'participation', readers: t('networks:seal.name') })}
      />
      <Textarea
        label={t('purpose.purpose')}
        required
        rows={5}
        maxLength={1000}
        value={draft.purpose}
        error={problemAt('purpose')}
        onChange={({ currentTarget }) => change({ purpose: currentTarget.value })}
        {...sealed({ reader: 'participation', readers: t('networks:seal.purpose') }, t('purpose.purposeHint'))}
      />
      <Radio.Group
        label={t('purpose.language')}
        description={isTemplate ? undefined : t('purpose.languageChange')}
        value={draft.locale}
        onChange={(locale) => chooseLanguage(locale === 'en' ? 'en' : 'da')}
      >
        <Stack gap="xs" mt="xs">
          <Radio value="da" label={t('purpose.da')} />
          <Radio value="en" label={t('purpose.en')} />
        </Stack>
      </Radio.Group>
    </Stack>
  )
}
