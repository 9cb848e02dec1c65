import type { Wish } from '@lederkreds/domain/toolbox/find'
import type { MethodKind } from '@lederkreds/domain/toolbox/methods'
import { Chip, NativeSelect } from '@mantine/core'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import classes from './toolbox.module.css'
import { kinds, minuteChoices, mostPeople } from './wish.ts'

interface WishFieldsProps {
  wish: Wish
  onChange: (change: Partial<Wish>) => void
}

/** What one looks for: kind, time, how many, new or not, with a consultant or without. */
export function WishFields({ wish, onChange }: WishFieldsProps) {
  const { t } = useTranslation('toolbox')
  const name = useId()
  const people = Array.from({ length: mostPeople }, (_, index) => index + 1)
  const number = (value: string) => (value ? Number(value) : null)
  return (
    <search className={classes.wish} aria-label={t('find.label')}>
      <fieldset className={classes.kinds}>
        <legend className={classes.unseen}>{t('find.kind')}</legend>
        <Chip.Group
          value={wish.kind ?? ''}
          onChange={(kind) => onChange({ kind: kind === '' ? null : (kind as MethodKind) })}
        >
          <Chip name={name} value="">
            {t('find.anyKind')}
          </Chip>
          {kinds.map((kind) => (
            <Chip key={kind} name={name} value={kind}>
              {t(`kind.${kind}`)}
            </Chip>
          ))}
        </Chip.Group>
      </fieldset>
      <div className={classes.choices}>
        <NativeSelect
          label={t('find.minutes')}
          value={String(wish.minutes ?? '')}
          onChange={({ currentTarget }) => onChange({ minutes: number(currentTarget.value) })}
          data={[
            { value: '', label: t('find.anyMinutes') },
            ...minuteChoices.map((count) => ({ value: String(count), label: t('find.atMost', { count }) })),
          ]}
        />
        <NativeSelect
          label={t('find.people')}
          value={String(wish.people ?? '')}
          onChange={({ currentTarget }) => onChange({ people: number(currentTarget.value) })}
          data={[
            { value: '', label: t('find.anyPeople') },
            ...people.map((count) => ({ value: String(count), label: t('find.peopleCount', { count }) })),
          ]}
        />
        <div className={classes.toggles}>
          <Chip checked={wish.isNew} onChange={(isNew) => onChange({ isNew })}>
            {t('find.isNew')}
          </Chip>
          <Chip checked={wish.withoutConsultant} onChange={(withoutConsultant) => onChange({ withoutConsultant })}>
            {t('find.withoutConsultant')}
          </Chip>
        </div>
      </div>
    </search>
  )
}
