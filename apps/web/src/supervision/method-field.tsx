import { minutesOf } from '@lederkreds/domain/toolbox/protocol'
import { NativeSelect } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { notFound } from '../root.tsx'
import type { RoundMethod, RoundMethods } from './round-methods.ts'
import { useWords } from './use-words.ts'

/** The one that was asked for, else the first of the network's own choice. */
export function methodIn({ chosen, own, others }: RoundMethods, id: string): RoundMethod {
  const offered = [...chosen, ...own, ...others]
  return offered.find((each) => each.id === id) ?? offered[0] ?? notFound()
}

interface MethodFieldProps {
  methods: RoundMethods
  method: RoundMethod
  onChange: (id: string) => void
}

/** What the round is held with: the network's methods first. */
export function MethodField({ methods: { chosen, own, others }, method, onChange }: MethodFieldProps) {
  const { t } = useTranslation('supervision/begin')
  const { words } = useWords()
  const option = ({ id, protocol: { name } }: RoundMethod) => ({ value: id, label: words(name) })
  const { minParticipants: from, maxParticipants: to } = method.protocol
  return (
    <NativeSelect
      label={t('method')}
      description={t('methodHint', { count: minutesOf(method.protocol), from, to })}
      value={method.id}
      onChange={({ currentTarget }) => onChange(currentTarget.value)}
      data={[
        { group: t('chosenMethods'), items: chosen.map(option) },
        ...(own.length > 0 ? [{ group: t('ownMethods'), items: own.map(option) }] : []),
        { group: t('otherMethods'), items: others.map(option) },
      ]}
    />
  )
}
