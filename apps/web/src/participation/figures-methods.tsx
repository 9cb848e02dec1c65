import { type FragmentType, gql, type TypedDocumentNode } from '@apollo/client'
import { useSuspenseFragment } from '@apollo/client/react'
import { isMethodId, methodOf } from '@lederkreds/domain/toolbox/methods'
import { useTranslation } from 'react-i18next'
import type { FiguresMethods_FiguresFragment } from '../generated/graphql.ts'
import { DataTable } from '../ui/data-table.tsx'
import classes from './participation.module.css'

const fragment: TypedDocumentNode<FiguresMethods_FiguresFragment> = gql`
  fragment FiguresMethods_figures on ParticipationFigures {
    id
    year
    methods {
      method
      rounds
    }
  }
`

/** With which methods the organisation's networks have worked in a year, as far as it may be told. */
export function FiguresMethods({ figures }: { figures: FragmentType<FiguresMethods_FiguresFragment> }) {
  const { year, methods } = useSuspenseFragment({ fragment, from: figures }).data
  const { t, i18n } = useTranslation('participation')
  const named = (method: string) =>
    isMethodId(method) ? methodOf(method).name[i18n.language === 'da' ? 'da' : 'en'] : t('figures.ownMethod')
  if (methods.length === 0) return <p className={classes.quiet}>{t('figures.noMethods')}</p>
  return (
    <DataTable
      caption={t('figures.methods', { year })}
      isShort
      rows={methods}
      rowKey={({ method }) => method}
      columns={[
        { id: 'method', header: t('figures.method'), names: true, cell: ({ method }) => named(method) },
        { id: 'rounds', header: t('figures.methodRounds'), figures: true, cell: ({ rounds }) => rounds },
      ]}
    />
  )
}
FiguresMethods.fragment = fragment
