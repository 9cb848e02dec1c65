import { gql, type TypedDocumentNode } from '@apollo/client'
import { useMutation } from '@apollo/client/react'
import { Button, Paper } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type {
  MakeKeysMutation,
  MakeKeysMutationVariables,
  StartKeysAnewMutation,
  StartKeysAnewMutationVariables,
} from '../generated/graphql.ts'
import { notify } from '../ui/notices.tsx'
import { Page } from '../ui/page.tsx'
import { Steps } from '../ui/steps.tsx'
import classes from './account.module.css'
import { ChooseOpener } from './choose-opener.tsx'
import { fetchIdentities } from './colleague.ts'
import { keysInput } from './keyring.ts'
import { RecoveryCode, TypedCode } from './recovery-code.tsx'
import { useStepUp } from './step-up.tsx'
import { useFaults } from './use-faults.ts'
import type { Vault } from './vault.ts'
import type { Opener } from './vault-desk.ts'
import { untilEnded } from './vault-room.ts'
import { WhatSealingIs } from './what-sealing-is.tsx'

const makeKeys: TypedDocumentNode<MakeKeysMutation, MakeKeysMutationVariables> = gql`
  mutation MakeKeys($input: KeysInput!) {
    makeKeys(input: $input) {
      __typename
    }
  }
`

const startKeysAnew: TypedDocumentNode<StartKeysAnewMutation, StartKeysAnewMutationVariables> = gql`
  mutation StartKeysAnew($input: KeysInput!) {
    startKeysAnew(input: $input) {
      __typename
    }
  }
`

interface MakeKeysProps {
  vault: Vault
  /** In the place of keys that nothing opens any longer: everything that they sealed is deleted with them. */
  anew?: boolean
  /** From here on the vault may be open though the last page is not done. */
  onBegin?: () => void
  onDone: () => void
}

const order = ['about', 'opener', 'code', 'typed'] as const
type Step = (typeof order)[number]

/** Making one's keys, one thing a page: what they are, one's own way in, the recovery code, and the code typed back. */
export function MakeKeys({ vault, anew = false, onBegin, onDone }: MakeKeysProps) {
  const { t } = useTranslation('account/keys')
  const faults = useFaults()
  const stepUp = useStepUp()
  const [sendFirst] = useMutation(makeKeys)
  const [sendAnew] = useMutation(startKeysAnew)
  const [step, setStep] = useState<Step>('about')
  const [code, setCode] = useState('')
  const [problem, setProblem] = useState<string>()
  const go = (next: Step) => [setProblem(undefined), setStep(next)]

  const choose = async (opener: Opener) => {
    try {
      onBegin?.()
      const room = await vault.room()
      const before = await fetchIdentities(`Person_${vault.personId}`)
      setCode(await untilEnded(room, room.desk.makeKeys([opener], before.at(-1))))
      go('code')
    } catch (fault) {
      setProblem(faults(fault, opener.kind))
    }
  }
  const keep = async (typed: string) => {
    try {
      const { desk } = await vault.room()
      const input = keysInput(await desk.madeKeys(typed))
      const answer = await stepUp(async () =>
        anew
          ? (await sendAnew({ variables: { input } })).data?.startKeysAnew
          : (await sendFirst({ variables: { input } })).data?.makeKeys,
      )
      if (!answer) return
      if (answer.__typename !== 'Viewer') return setProblem(faults(answer.__typename))
      await desk.keepMadeKeys()
      await vault.opened()
      notify({ text: t('make.done') })
      onDone()
    } catch (fault) {
      const isOther = fault instanceof Error && fault.name === 'WrongSecret'
      setProblem(isOther ? t('make.typedWrong') : faults(fault))
    }
  }

  const words = {
    about: { title: t('make.aboutTitle'), lead: t('make.aboutLead') },
    opener: { title: t('make.openerTitle'), lead: t('make.openerLead') },
    code: { title: t('make.codeTitle'), lead: t('make.codeLead') },
    typed: { title: t('make.typedTitle'), lead: t('make.typedLead') },
  }[step]
  return (
    <Page {...words} width="read" discreet>
      <Steps
        label={t('make.steps')}
        steps={order.map((id, at) => ({ id, title: t(`make.step.${id}`), done: at < order.indexOf(step) }))}
        current={step}
      />
      {step === 'about' && (
        <Paper className={classes.form ?? ''}>
          <WhatSealingIs />
          <div className={classes.buttons}>
            <Button onClick={() => go('opener')}>{t('make.begin')}</Button>
          </div>
        </Paper>
      )}
      {step === 'opener' && <ChooseOpener vault={vault} problem={problem} onChosen={choose} />}
      {step === 'code' && <RecoveryCode code={code} onKept={() => go('typed')} />}
      {step === 'typed' && (
        <Paper>
          <TypedCode action={t('make.finish')} problem={problem} onTyped={keep} onSeeAgain={() => go('code')} />
        </Paper>
      )}
    </Page>
  )
}
