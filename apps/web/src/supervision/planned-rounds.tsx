import { minutesOf, type Protocol } from '@lederkreds/domain/toolbox/protocol'
import { Button, NativeSelect } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Unremembered } from '../ui/unremembered.tsx'
import classes from './agenda.module.css'
import type { RoundMethod } from './round-methods.ts'
import { useWords } from './use-words.ts'

/** No day has room for more. */
const most = 4

interface PlannedRoundsProps {
  /** Rounds that have begun: their methods are what they are. */
  begun: readonly Protocol[]
  planned: readonly RoundMethod[]
  offered: readonly RoundMethod[]
  /** The methods' ids, in the order of the rounds. */
  onChange: (methods: string[]) => void
}

/** Which rounds the agenda counts with. It is nobody's decision yet: nothing is kept, and the address can be passed on. */
export function PlannedRounds({ begun, planned, offered, onChange }: PlannedRoundsProps) {
  const { t } = useTranslation('supervision/agenda')
  const { words } = useWords()
  const ids = planned.map(({ id }) => id)
  const label = ({ protocol }: RoundMethod) =>
    `${words(protocol.name)}, ${t('minutes', { count: minutesOf(protocol) })}`
  return (
    <Unremembered>
      <div className={classes.plan}>
        <p className={classes.quiet}>{t('plan.text')}</p>
        {begun.map((protocol, index) => (
          <p key={`${protocol.id} ${String(index)}`}>
            {t('plan.begun', { number: index + 1, method: words(protocol.name) })}
          </p>
        ))}
        {planned.map(({ id }, index) => (
          <NativeSelect
            // biome-ignore lint/suspicious/noArrayIndexKey: a round is known by its place alone
            key={index}
            label={t('part.round', { number: begun.length + index + 1 })}
            value={id}
            data={offered.map((each) => ({ value: each.id, label: label(each) }))}
            onChange={({ currentTarget }) => onChange(ids.with(index, currentTarget.value))}
          />
        ))}
        <div className={classes.buttons}>
          {begun.length + planned.length < most && (
            <Button variant="default" onClick={() => onChange([...ids, ids.at(-1) ?? offered[0]?.id ?? ''])}>
              {t('plan.add')}
            </Button>
          )}
          {planned.length > 0 && (
            <Button variant="subtle" onClick={() => onChange(planned.length > 1 ? ids.slice(0, -1) : [''])}>
              {t('plan.remove')}
            </Button>
          )}
        </div>
      </div>
    </Unremembered>
  )
}
