import { gql, type TypedDocumentNode } from '@apollo/client'
import { useMutation } from '@apollo/client/react'
import { feedbackForms } from '@lederkreds/domain/feedback/form'
import { Button, Paper } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Room } from '../account/vault-room.ts'
import type { DeleteFeedbackAnswerMutation, DeleteFeedbackAnswerMutationVariables } from '../generated/graphql.ts'
import { useConfirm } from '../ui/confirm.tsx'
import { notify } from '../ui/notices.tsx'
import { Section } from '../ui/page.tsx'
import { Seal } from '../ui/seal.tsx'
import { CardSkeleton } from '../ui/skeletons.tsx'
import classes from './feedback.module.css'
import { type Letter, useAnswers } from './use-answers.ts'
import { useFieldWords } from './use-field-words.ts'

const deleteAnswer: TypedDocumentNode<DeleteFeedbackAnswerMutation, DeleteFeedbackAnswerMutationVariables> = gql`
  mutation DeleteFeedbackAnswer($id: ID!) {
    deleteFeedbackAnswer(id: $id)
  }
`

interface LettersProps {
  room: Room
  title: string
  /** As the API gives them. */
  cycleId: string
  viewerId: string
  isPooled: boolean
}

/** All answers at once, as letters to her alone. She can delete one, or all of them, for good. */
export function Letters({ room, title, cycleId, viewerId, isPooled }: LettersProps) {
  const { t } = useTranslation('feedback')
  const { found, isLost, look } = useAnswers(room, cycleId, viewerId)
  const remove = useRemove(look)
  if (!found && !isLost) return <CardSkeleton lines={8} />
  const { letters = [], unreadable = [] } = found ?? {}
  const all = [...letters.map(({ id }) => id), ...unreadable]
  return (
    <Section title={title}>
      {isLost && (
        <div className={classes.actions}>
          <p className={classes.quiet} role="alert">
            {t('letters.lost')}
          </p>
          <Button variant="default" onClick={() => void look()}>
            {t('again')}
          </Button>
        </div>
      )}
      {found && all.length === 0 && <p className={classes.text}>{t('letters.none')}</p>}
      {found && all.length > 0 && isPooled && <p className={classes.quiet}>{t('letters.pooled')}</p>}
      <ul className={classes.list}>
        {letters.map((letter) => (
          <LetterCard key={letter.id} letter={letter} onDelete={() => void remove([letter.id], 'one')} />
        ))}
      </ul>
      {unreadable.length > 0 && (
        <p className={classes.quiet}>{t('letters.unreadable', { count: unreadable.length })}</p>
      )}
      {all.length > 1 && (
        <div>
          <Button variant="subtle" color="rose" onClick={() => void remove(all, 'all')}>
            {t('letters.deleteAll')}
          </Button>
        </div>
      )}
    </Section>
  )
}

function LetterCard({ letter: { name, form, fields }, onDelete }: { letter: Letter; onDelete: () => void }) {
  const { t } = useTranslation('feedback')
  const wordsOf = useFieldWords(form)
  const known = feedbackForms[form].fields.filter(({ key }) => fields[key])
  return (
    <Paper component="li" className={classes.letter ?? ''}>
      {name && <h3>{name}</h3>}
      <dl className={classes.fields}>
        {known.map(({ key }) => (
          <div key={key}>
            <dt data-alone={known.length === 1 && form === 'free' ? true : undefined}>{wordsOf(key).label}</dt>
            <dd>{fields[key]}</dd>
          </div>
        ))}
      </dl>
      <div className={classes.foot}>
        <Seal reader="self" />
        <Button
          variant="subtle"
          color="gray"
          onClick={onDelete}
          aria-label={name ? t('letters.deleteOf', { name }) : undefined}
        >
          {t('letters.delete')}
        </Button>
      </div>
    </Paper>
  )
}

function useRemove(look: () => Promise<void>) {
  const { t } = useTranslation('feedback')
  const confirm = useConfirm()
  const [remove] = useMutation(deleteAnswer)
  return async (ids: readonly string[], which: 'one' | 'all') => {
    const question = { title: t(`letters.${which}Title`), text: t('letters.deleteText'), action: t('delete') }
    if (!(await confirm({ ...question, tone: 'harm' }))) return
    try {
      for (const id of ids) await remove({ variables: { id } })
    } catch {
      notify({ text: t('letters.deleteFailed'), tone: 'failed' })
    }
    await look()
  }
}
