import { type FragmentType, gql, type TypedDocumentNode } from '@apollo/client'
import { useMutation, useSuspenseFragment } from '@apollo/client/react'
import { Alert, Button, NativeSelect, Paper } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type {
  ChangePositionMutation,
  ChangePositionMutationVariables,
  PersonPlace_PersonFragment,
} from '../generated/graphql.ts'
import { notify } from '../ui/notices.tsx'
import { Section } from '../ui/page.tsx'
import { sealed } from '../ui/seal.tsx'
import { useProblems } from '../use-problems.ts'
import classes from './account.module.css'
import { type Chosen, PersonSelect } from './person-select.tsx'
import { useRefusal } from './use-refusal.ts'

const fragment: TypedDocumentNode<PersonPlace_PersonFragment> = gql`
  fragment PersonPlace_person on Person {
    id
    position {
      managementLevel
      version
      manager {
        id
        name
      }
    }
  }
`

const changePosition: TypedDocumentNode<ChangePositionMutation, ChangePositionMutationVariables> = gql`
  mutation ChangePosition($personId: ID!, $managementLevel: Int, $managerId: ID, $version: Int!) {
    changePosition(personId: $personId, managementLevel: $managementLevel, managerId: $managerId, version: $version) {
      __typename
      ... on PositionChanged {
        person {
          ...PersonPlace_person
        }
        pairs {
          networkName
          report {
            id
            name
          }
          manager {
            id
            name
          }
        }
      }
      ... on InvalidInput {
        issues {
          path
          problem
        }
      }
    }
  }
  ${fragment}
`

const levels = [1, 2, 3, 4, 5, 6]

/** Level and manager of a person; says so when a network now holds somebody together with her own manager. */
export function PersonPlace({ person }: { person: FragmentType<PersonPlace_PersonFragment> }) {
  const { id, position } = useSuspenseFragment({ fragment, from: person }).data
  const { t } = useTranslation('account')
  const refusal = useRefusal()
  const [level, setLevel] = useState(position?.managementLevel ?? null)
  const [manager, setManager] = useState<Chosen | null>(position?.manager ?? null)
  const [change, { data, loading, error }] = useMutation(changePosition)
  const result = data?.changePosition
  const problemAt = useProblems(result)
  const seal = { reader: 'participation', readers: t('reader.place') } as const

  const save = async () => {
    const variables = {
      personId: id,
      managementLevel: level,
      managerId: manager?.id ?? null,
      version: position?.version ?? 0,
    }
    const { data: answer } = await change({ variables }).catch(() => ({ data: undefined }))
    if (answer?.changePosition.__typename === 'PositionChanged') notify({ text: t('person.saved') })
  }
  const pairs = result?.__typename === 'PositionChanged' ? result.pairs : []
  const refused = error
    ? 'unknown'
    : result && !['PositionChanged', 'InvalidInput'].includes(result.__typename)
      ? result.__typename
      : null

  return (
    <Section title={t('person.place')}>
      <p className={classes.quiet}>{t('person.placeLead')}</p>
      <Paper
        component="form"
        noValidate
        className={classes.form ?? ''}
        onSubmit={(event) => [event.preventDefault(), void save()]}
      >
        <PersonSelect
          label={t('person.manager')}
          nothing={t('person.noManager')}
          value={manager}
          onChange={setManager}
          except={id}
          error={problemAt('managerId')}
          {...sealed(seal, t('person.managerHint'))}
        />
        <NativeSelect
          label={t('person.level')}
          value={level ?? ''}
          onChange={(event) => setLevel(Number(event.currentTarget.value) || null)}
          error={problemAt('managementLevel')}
          data={[
            { value: '', label: t('person.noLevel') },
            ...levels.map((each) => ({ value: String(each), label: t('person.levelOption', { level: each }) })),
          ]}
          {...sealed(seal, t('person.levelHint'))}
        />
        {refused && <Alert color="rose">{refusal(refused)}</Alert>}
        <div className={classes.buttons}>
          <Button type="submit" loading={loading}>
            {t('person.save')}
          </Button>
        </div>
        {pairs.length > 0 && (
          <Alert color="rose" title={t('person.pairsTitle')} role="alert">
            {t('person.pairs')}
            <ul className={classes.list}>
              {pairs.map(({ networkName, report, manager: above }) => (
                <li key={`${networkName} ${report.id} ${above.id}`}>
                  {t('person.pair', {
                    report: report.name,
                    manager: above.name,
                    network: networkName ?? t('person.otherNetwork'),
                  })}
                </li>
              ))}
            </ul>
          </Alert>
        )}
      </Paper>
    </Section>
  )
}
PersonPlace.fragment = fragment
