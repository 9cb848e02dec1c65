import { Button, Checkbox, Stack } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { plainId } from '../account/keyring.ts'
import { Section } from '../ui/page.tsx'
import { Seal } from '../ui/seal.tsx'
import type { AskPlace } from './ask-place.ts'

interface GiverFieldsProps {
  place: AskPlace
  /** Uuids. */
  chosen: readonly string[]
  onChange: (chosen: string[]) => void
}

/** Whom she asks. Who cannot be asked yet stands there too, with the reason. */
export function GiverFields({ place: { members }, chosen, onChange }: GiverFieldsProps) {
  const { t } = useTranslation('feedback')
  const ready = members.filter(({ unready }) => unready === null).map(({ id }) => plainId(id))
  const allChosen = ready.length > 0 && ready.every((id) => chosen.includes(id))
  return (
    <Section
      title={t('ask.whom')}
      actions={
        ready.length > 1 && (
          <Button variant="subtle" onClick={() => onChange(allChosen ? [] : ready)}>
            {t(allChosen ? 'ask.nobody' : 'ask.everybody')}
          </Button>
        )
      }
    >
      <Checkbox.Group aria-label={t('ask.whom')} value={[...chosen]} onChange={onChange}>
        <Stack gap="sm">
          {members.map(({ id, name, workplace, unready }) => (
            <Checkbox
              key={id}
              value={plainId(id)}
              label={name}
              disabled={unready !== null}
              description={unready ? t(`ask.${unready}`, { name }) : workplace}
            />
          ))}
        </Stack>
      </Checkbox.Group>
      <Seal reader="participation" readers={t('ask.whoKnows')} />
    </Section>
  )
}
