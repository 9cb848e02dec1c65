import { type FeedbackReport, reportQuestions } from '@lederkreds/domain/feedback/document'
import { caseDraft, emptyCaseDraft, readCaseDraft, takeIn } from '@lederkreds/domain/supervision/case-draft'
import { Alert, Anchor, Button, Chip, NativeSelect } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { plainId } from '../account/keyring.ts'
import { SealedField } from '../account/sealed-field.tsx'
import { today } from '../account/vault.ts'
import type { Room } from '../account/vault-room.ts'
import { Section } from '../ui/page.tsx'
import classes from './report.module.css'

export interface CaseNetwork {
  readonly id: string
  readonly name: string
}

interface ReportToCaseProps {
  room: Room
  answers: FeedbackReport['answers']
  networks: readonly CaseNetwork[]
}

/** A passage is chosen, cut and copied into the case that she prepares in a network. The notes stay shut. */
export function ReportToCase({ room, answers, networks }: ReportToCaseProps) {
  const { t } = useTranslation('feedback/report')
  const [text, setText] = useState('')
  const [networkId, setNetworkId] = useState(networks[0]?.id ?? '')
  const [outcome, setOutcome] = useState<'done' | 'tooLong' | 'failed'>()
  const network = networks.find(({ id }) => id === networkId)
  const written = reportQuestions.filter((key) => answers[key])
  const change = (changed: string) => {
    setText(changed)
    setOutcome(undefined)
  }
  const take = async () => {
    const passage = text.trim()
    if (!network || passage === '') return
    try {
      setOutcome((await putInCase(room, network.id, passage)) ? 'done' : 'tooLong')
    } catch {
      setOutcome('failed')
    }
  }
  if (!network)
    return (
      <Section title={t('take.title')}>
        <p className={classes.quiet}>{t('take.noNetwork')}</p>
      </Section>
    )
  return (
    <Section title={t('take.title')}>
      <p className={classes.text}>{t('take.text')}</p>
      {written.length === 0 ? (
        <p className={classes.quiet}>{t('take.nothing')}</p>
      ) : (
        <div className={classes.chips}>
          {written.map((key) => (
            <Chip
              key={key}
              checked={text.includes(answers[key] ?? '')}
              onChange={(isChosen) => isChosen && change([text, answers[key]].filter(Boolean).join('\n\n'))}
            >
              {t(key)}
            </Chip>
          ))}
        </div>
      )}
      <SealedField label={t('take.passage')} value={text} onChange={change} />
      {networks.length > 1 && (
        <NativeSelect
          label={t('take.network')}
          data={networks.map(({ id, name }) => ({ value: id, label: name }))}
          value={networkId}
          onChange={({ currentTarget }) => setNetworkId(currentTarget.value)}
        />
      )}
      {outcome && outcome !== 'done' && (
        <Alert color="rose" role="alert">
          {t(`take.${outcome}`)}
        </Alert>
      )}
      <div className={classes.actions}>
        <Button disabled={text.trim() === '' || outcome === 'done'} onClick={() => void take()}>
          {t('take.save')}
        </Button>
        <p role="status" className={classes.quiet}>
          {outcome === 'done' && (
            <>
              {t('take.done', { network: network.name })}{' '}
              <Anchor component={Link} to={`/networks/${network.id}/case`}>
                {t('take.open')}
              </Anchor>
            </>
          )}
        </p>
      </div>
    </Section>
  )
}

/** Behind what stands in the newest case of this network, or in a new one; false where that cannot hold it. */
async function putInCase(room: Room, networkId: string, passage: string): Promise<boolean> {
  const drafts = (await room.documents.all('caseDraft')).toReversed().flatMap(({ id, document }) => {
    const draft = readCaseDraft(document)
    return draft?.networkId === plainId(networkId) ? [{ id, draft }] : []
  })
  const { id = null, draft = emptyCaseDraft(plainId(networkId), today()) } = drafts[0] ?? {}
  const { data } = caseDraft.safeParse(takeIn(draft, passage))
  if (!data) return false
  await room.documents.save('caseDraft', id, data, today())
  return true
}
