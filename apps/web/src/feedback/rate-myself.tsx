import { type Competence, newCompetence, noRatings } from '@lederkreds/domain/feedback/competence'
import { Button, Paper } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { plainId } from '../account/keyring.ts'
import { today, type Vault } from '../account/vault.ts'
import type { Room } from '../account/vault-room.ts'
import { useConfirm } from '../ui/confirm.tsx'
import { notify } from '../ui/notices.tsx'
import { Section } from '../ui/page.tsx'
import { CardSkeleton } from '../ui/skeletons.tsx'
import { useDates } from '../ui/use-dates.ts'
import classes from './competence.module.css'
import { RatingForm } from './rating-form.tsx'
import { ThreeSeries, WhatTheyMean } from './three-series.tsx'
import { useCompetence } from './use-competence.ts'

interface RateMyselfProps {
  room: Room
  vault: Vault
  /** As the API gives it. */
  networkId: string
  /** The day on which the season ends, if that is known. */
  endsOn: string | null
}

/** A leader's own ratings over the seasons of a network: the one that is under way, and those before. */
export function RateMyself({ room, vault, networkId, endsOn }: RateMyselfProps) {
  const { t } = useTranslation('feedback/season')
  const dates = useDates()
  const confirm = useConfirm()
  const { found, save, remove } = useCompetence(room, vault, plainId(networkId))
  const [isNew, setNew] = useState(false)
  if (!found) return <CardSkeleton lines={8} />
  const newest = isNew ? undefined : found[0]
  const earlier = isNew ? found : found.slice(1)
  const keep = async (id: string | null, document: Competence) => {
    try {
      await save(id, document)
      setNew(false)
      return true
    } catch {
      notify({ text: t('competence.failed'), tone: 'failed' })
      return false
    }
  }
  const ask = async (id: string) => {
    const question = {
      title: t('competence.remove.title'),
      text: t('competence.remove.text'),
      action: t('competence.remove.action'),
      tone: 'harm' as const,
    }
    if (!(await confirm(question))) return
    await remove(id).catch(() => notify({ text: t('competence.remove.failed'), tone: 'failed' }))
  }
  const removal = (id: string) => (
    <div>
      <Button variant="subtle" color="rose" onClick={() => void ask(id)}>
        {t('competence.remove.button')}
      </Button>
    </div>
  )
  return (
    <>
      {!newest && (
        <AtStart onSave={(document) => keep(null, document)} blank={newCompetence(plainId(networkId), today())} />
      )}
      {newest && !newest.document.end && (
        <>
          <AtEnd
            key={newest.id}
            self={newest.document}
            endsOn={endsOn}
            onSave={(document) => keep(newest.id, document)}
          />
          {removal(newest.id)}
        </>
      )}
      {newest?.document.end && (
        <>
          <Section title={t('competence.three.title')}>
            <ThreeSeries self={newest.document} />
          </Section>
          <Section title={t('competence.means.title')}>
            <WhatTheyMean self={newest.document} />
            {removal(newest.id)}
          </Section>
          <Section title={t('competence.again.title')}>
            <p className={classes.text}>{t('competence.again.text')}</p>
            <div>
              <Button variant="default" onClick={() => setNew(true)}>
                {t('competence.again.go')}
              </Button>
            </div>
          </Section>
        </>
      )}
      {earlier.length > 0 && (
        <Section title={t('competence.earlier')}>
          {earlier.map(({ id, document }) => (
            <details key={id} className={classes.earlier}>
              <summary>{t('competence.earlierOf', { day: dates.date(document.day) })}</summary>
              {document.end && <ThreeSeries self={document} />}
              {removal(id)}
            </details>
          ))}
        </Section>
      )}
    </>
  )
}

interface AtStartProps {
  blank: Competence
  onSave: (document: Competence) => Promise<boolean>
}

/** The baseline; whoever comes late goes straight to the end, and is told what that means. */
function AtStart({ blank, onSave }: AtStartProps) {
  const { t } = useTranslation('feedback/season')
  const [ratings, setRatings] = useState(noRatings)
  const [isLate, setLate] = useState(false)
  if (isLate) return <NowAndThen self={blank} onSave={onSave} onCancel={() => setLate(false)} />
  const save = async () => {
    if (await onSave({ ...blank, baseline: { day: today(), ratings } })) notify({ text: t('competence.start.saved') })
  }
  return (
    <Section title={t('competence.start.title')}>
      <p className={classes.text}>{t('competence.start.text')}</p>
      <RatingForm value={ratings} onChange={setRatings} submit={t('competence.start.save')} onSubmit={save}>
        <Button variant="subtle" color="gray" onClick={() => setLate(true)}>
          {t('competence.start.late')}
        </Button>
      </RatingForm>
    </Section>
  )
}

interface AtEndProps {
  self: Competence
  endsOn: string | null
  onSave: (document: Competence) => Promise<boolean>
}

function AtEnd({ self, endsOn, onSave }: AtEndProps) {
  const { t } = useTranslation('feedback/season')
  const dates = useDates()
  const [isOpen, setOpen] = useState(false)
  if (isOpen) return <NowAndThen self={self} onSave={onSave} onCancel={() => setOpen(false)} />
  return (
    <Paper component="section" aria-label={t('competence.waiting.title')} className={classes.waiting ?? ''}>
      <h2>{t('competence.waiting.title')}</h2>
      <p>{t('competence.waiting.text', { day: dates.date(self.baseline?.day ?? self.day) })}</p>
      {endsOn && <p>{t('competence.waiting.ends', { day: dates.date(endsOn) })}</p>}
      <div>
        <Button onClick={() => setOpen(true)}>{t('competence.waiting.go')}</Button>
      </div>
    </Paper>
  )
}

interface NowAndThenProps extends Omit<AtEndProps, 'endsOn'> {
  onCancel: () => void
}

/** First now, then looking back; her baseline is shown to her only after both. */
function NowAndThen({ self, onSave, onCancel }: NowAndThenProps) {
  const { t } = useTranslation('feedback/season')
  const [now, setNow] = useState(noRatings)
  const [lookingBack, setLookingBack] = useState(noRatings)
  const [step, setStep] = useState<'now' | 'lookingBack'>('now')
  const isNow = step === 'now'
  return (
    <Section key={step} title={t(`competence.${step}.title`)}>
      <p className={classes.text}>{t(`competence.${step}.text`)}</p>
      <RatingForm
        value={isNow ? now : lookingBack}
        onChange={isNow ? setNow : setLookingBack}
        submit={t(isNow ? 'competence.now.next' : 'competence.lookingBack.save')}
        onSubmit={() => {
          if (isNow) return setStep('lookingBack')
          return onSave({ ...self, end: { day: today(), now, lookingBack } })
        }}
      >
        <Button variant="subtle" color="gray" onClick={isNow ? onCancel : () => setStep('now')}>
          {t(isNow ? 'competence.form.cancel' : 'competence.lookingBack.back')}
        </Button>
      </RatingForm>
    </Section>
  )
}
