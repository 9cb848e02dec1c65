import { type FragmentType, gql, type TypedDocumentNode } from '@apollo/client'
import { useMutation, useSuspenseFragment } from '@apollo/client/react'
import { Button, Paper } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type {
  PublishedSentence_SentenceFragment,
  TakeBackSentenceMutation,
  TakeBackSentenceMutationVariables,
} from '../generated/graphql.ts'
import { useConfirm } from '../ui/confirm.tsx'
import { notify } from '../ui/notices.tsx'
import { Seal } from '../ui/seal.tsx'
import { useDates } from '../ui/use-dates.ts'
import classes from './sentence.module.css'

const fragment: TypedDocumentNode<PublishedSentence_SentenceFragment> = gql`
  fragment PublishedSentence_sentence on PublishedSentence {
    id
    text
    publishedOn
  }
`

const takeBackSentence: TypedDocumentNode<TakeBackSentenceMutation, TakeBackSentenceMutationVariables> = gql`
  mutation TakeBackSentence($id: ID!) {
    takeBackSentence(id: $id)
  }
`

interface PublishedSentenceProps {
  sentence: FragmentType<PublishedSentence_SentenceFragment>
  canTakeBack: boolean
}

/** A sentence that is out; what everybody had to agree to, any one of them can take back. */
export function PublishedSentence({ sentence, canTakeBack }: PublishedSentenceProps) {
  const { id, text, publishedOn } = useSuspenseFragment({ fragment, from: sentence }).data
  const { t } = useTranslation('feedback/season')
  const dates = useDates()
  const confirm = useConfirm()
  const [takeBack, { loading }] = useMutation(takeBackSentence, { refetchQueries: ['SentencePage'] })
  const ask = async () => {
    const question = {
      title: t('sentence.out.takeBackTitle'),
      text: t('sentence.out.takeBackText'),
      action: t('sentence.out.takeBack'),
      tone: 'harm' as const,
    }
    if (!(await confirm(question))) return
    const done = await takeBack({ variables: { id } }).catch(() => undefined)
    if (done?.data) notify({ text: t('sentence.out.takenBack') })
    else notify({ text: t('sentence.problem.failed'), tone: 'failed' })
  }
  return (
    <Paper component="li" className={classes.proposal ?? ''}>
      <blockquote>{text}</blockquote>
      <p className={classes.quiet}>{t('sentence.out.day', { day: dates.date(publishedOn) })}</p>
      <Seal reader="participation" readers={t('sentence.out.readers')} />
      {canTakeBack && (
        <div>
          <Button variant="subtle" color="rose" loading={loading} onClick={() => void ask()}>
            {t('sentence.out.takeBack')}
          </Button>
        </div>
      )}
    </Paper>
  )
}
PublishedSentence.fragment = fragment
