import { type RequiredPoint, requiredPoints } from '@lederkreds/domain/networks/ground-rules'
import { Button, Paper, Stack, Textarea, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { sealed } from '../ui/seal.tsx'

interface Section {
  key: string
  heading: string
  text: string
}

interface GroundRulesFieldsProps {
  sections: readonly Section[]
  onChange: (sections: readonly Section[]) => void
  /** By `groundRules.0.heading` and the like, or `0.heading` where there is no `path`. */
  problemAt: (path: string) => string | undefined
  path?: string
}

/** The ground rules to be written, point by point. The fixed points can be reworded, not taken out. */
export function GroundRulesFields({ sections, onChange, problemAt, path = '' }: GroundRulesFieldsProps) {
  const { t } = useTranslation('networks')
  const edit = (index: number, part: Partial<Section>) =>
    onChange(sections.map((section, at) => (at === index ? { ...section, ...part } : section)))
  const add = () => onChange([...sections, { key: freeKey(sections), heading: t('rules.newHeading'), text: '' }])
  const readers = { reader: 'participation', readers: t('seal.rules') } as const
  return (
    <Stack gap="md">
      {sections.map(({ key, heading, text }, index) => (
        <Paper key={key} component="section" aria-label={heading}>
          <Stack gap="md">
            <TextInput
              label={t('rules.heading')}
              {...(isRequired(key) && { description: t('rules.required') })}
              maxLength={120}
              value={heading}
              error={problemAt(`${path}${index}.heading`)}
              onChange={({ currentTarget }) => edit(index, { heading: currentTarget.value })}
            />
            <Textarea
              label={t('rules.text')}
              autosize
              minRows={3}
              maxLength={4000}
              value={text}
              error={problemAt(`${path}${index}.text`)}
              onChange={({ currentTarget }) => edit(index, { text: currentTarget.value })}
              {...sealed(readers)}
            />
            {!isRequired(key) && (
              <div>
                <Button
                  variant="subtle"
                  color="gray"
                  onClick={() => onChange(sections.filter((_, at) => at !== index))}
                >
                  {t('rules.removeSection')}
                </Button>
              </div>
            )}
          </Stack>
        </Paper>
      ))}
      <div>
        <Button variant="default" onClick={add} disabled={sections.length >= 20}>
          {t('rules.add')}
        </Button>
      </div>
    </Stack>
  )
}

const isRequired = (key: string): key is RequiredPoint => requiredPoints.some((point) => point === key)

function freeKey(sections: readonly Section[]): string {
  for (let number = 1; ; number++) if (!sections.some(({ key }) => key === `own-${number}`)) return `own-${number}`
}
