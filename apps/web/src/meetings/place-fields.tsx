import { TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { sealed } from '../ui/seal.tsx'

interface Place {
  place: string
  link: string
}

interface PlaceFieldsProps {
  value: Place
  onChange: (value: Place) => void
  problemAt: (path: string) => string | undefined
}

/** Where a meeting is: a place, a video link, both or neither. */
export function PlaceFields({ value, onChange, problemAt }: PlaceFieldsProps) {
  const { t } = useTranslation('meetings')
  const readers = { reader: 'participation', readers: t('change.placeReaders') } as const
  return (
    <>
      <TextInput
        label={t('form.place')}
        placeholder={t('form.placeHint')}
        maxLength={200}
        value={value.place}
        error={problemAt('place')}
        onChange={({ currentTarget }) => onChange({ ...value, place: currentTarget.value })}
        {...sealed(readers)}
      />
      <TextInput
        type="url"
        label={t('form.link')}
        maxLength={500}
        value={value.link}
        error={problemAt('link')}
        onChange={({ currentTarget }) => onChange({ ...value, link: currentTarget.value })}
        {...sealed(readers, t('form.linkHint'))}
      />
    </>
  )
}
