import { gql, type TypedDocumentNode } from '@apollo/client'
import { useMutation, useQuery } from '@apollo/client/react'
import { Alert, Button, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { useStepUp } from '../account/step-up.tsx'
import { useVaultStatus } from '../account/vault.ts'
import type {
  EraseSealedMutation,
  EraseSealedMutationVariables,
  SealedCountsQuery,
  SealedCountsQueryVariables,
} from '../generated/graphql.ts'
import { Section } from '../ui/page.tsx'
import { CardSkeleton } from '../ui/skeletons.tsx'
import classes from './take-out.module.css'
import { useJournalRoom } from './use-journal.ts'

const sealedCounts: TypedDocumentNode<SealedCountsQuery, SealedCountsQueryVariables> = gql`
  query SealedCounts {
    viewer {
      id
      keyWraps {
        id
      }
      journal: sealedHeads(kind: journal) {
        id
      }
      caseNote: sealedHeads(kind: caseNote) {
        id
      }
      memory: sealedHeads(kind: memory) {
        id
      }
    }
  }
`

const eraseSealed: TypedDocumentNode<EraseSealedMutation, EraseSealedMutationVariables> = gql`
  mutation EraseSealed {
    eraseSealed {
      items
      wraps
    }
  }
`

/** What the page after it tells: how much the server erased. */
export type Erased = EraseSealedMutation['eraseSealed']

/** Says exactly what goes and what stays, asks for a word that nobody types by accident, and erases here and on the server. */
export function EraseEverything() {
  const { t } = useTranslation('takeOut')
  const { vault } = useJournalRoom()
  const { data, loading, error, refetch } = useQuery(sealedCounts, { fetchPolicy: 'no-cache' })
  const [typed, setTyped] = useState('')
  const [fault, setFault] = useState<'wrong' | 'failed' | 'deviceFailed'>()
  const [erase, { loading: isErasing }] = useMutation(eraseSealed)
  const stepUp = useStepUp()
  const navigate = useNavigate()
  const word = t('erase.word')

  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (typed.trim().toLocaleUpperCase() !== word) return setFault('wrong')
    setFault(undefined)
    const reply = await stepUp(() => erase()).catch(() => 'failed' as const)
    if (reply === 'failed') return setFault('failed')
    const erased = reply?.data?.eraseSealed
    if (!erased) return void refetch()
    try {
      await vault.forget()
    } catch {
      return setFault('deviceFailed')
    }
    await navigate('/journal/erased', { replace: true, state: erased })
  }
  return (
    <Section title={t('erase.title')}>
      <p className={classes.text}>{t('erase.text')}</p>
      {loading && <CardSkeleton lines={5} />}
      {error && <Alert color="rose" title={t('erase.unknown')} role="alert" />}
      {data?.viewer && (
        <form className={classes.erase} onSubmit={(event) => void submit(event)}>
          <Goes counts={data.viewer} />
          <div>
            <h3>{t('erase.stays')}</h3>
            <ul className={classes.list}>
              {(['others', 'public', 'rest', 'files'] as const).map((key) => (
                <li key={key}>{t(`erase.${key}`)}</li>
              ))}
            </ul>
          </div>
          <TextInput
            className={classes.word ?? ''}
            label={t('erase.confirm', { word })}
            autoComplete="off"
            value={typed}
            error={fault === 'wrong' ? t('erase.wrong', { word }) : undefined}
            onChange={({ currentTarget }) => setTyped(currentTarget.value)}
          />
          {fault && fault !== 'wrong' && <Alert color="rose" title={t(`erase.${fault}`)} role="alert" />}
          <div>
            <Button type="submit" color="rose" loading={isErasing}>
              {t('erase.action')}
            </Button>
          </div>
        </form>
      )}
    </Section>
  )
}

function Goes({ counts }: { counts: NonNullable<SealedCountsQuery['viewer']> }) {
  const { t } = useTranslation('takeOut')
  const { vault } = useJournalRoom()
  const { waiting } = useVaultStatus(vault)
  const there = (['journal', 'caseNote', 'memory'] as const).filter((kind) => counts[kind].length > 0)
  return (
    <div>
      <h3>{t('erase.goes')}</h3>
      <ul className={classes.list}>
        {there.map((kind) => (
          <li key={kind}>{t(`erase.${kind}`, { count: counts[kind].length })}</li>
        ))}
        <li>{t('erase.wraps', { count: counts.keyWraps.length })}</li>
        {waiting > 0 && <li>{t('erase.waiting', { count: waiting })}</li>}
        <li>{t('erase.device')}</li>
      </ul>
    </div>
  )
}
