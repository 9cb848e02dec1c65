import { gql, type TypedDocumentNode } from '@apollo/client'
import { isMethodId } from '@lederkreds/domain/toolbox/methods'
import { protocolOf } from '@lederkreds/domain/toolbox/protocols'
import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link, useParams } from 'react-router'
import { preload, usePreloaded } from '../apollo.ts'
import type { MethodPageQuery, MethodPageQueryVariables } from '../generated/graphql.ts'
import { notFound } from '../root.tsx'
import { Page } from '../ui/page.tsx'
import { MethodView } from './method-view.tsx'
import { PrintButton } from './print-button.tsx'
import { PrintSheet } from './print-sheet.tsx'
import { useLanguage } from './use-language.ts'

const query: TypedDocumentNode<MethodPageQuery, MethodPageQueryVariables> = gql`
  query MethodPage {
    viewer {
      id
      isConsultant
    }
  }
`

export const loader = () => preload(query)

/** One of the thirty methods, to read, to print, and for a consultant to adapt. */
export function Component() {
  const { viewer } = usePreloaded(loader).data
  const { t } = useTranslation('toolbox')
  const language = useLanguage()
  const { methodId = '' } = useParams()
  const protocol = isMethodId(methodId) ? protocolOf(methodId) : notFound()
  return (
    <Page
      title={protocol.name[language]}
      lead={protocol.purpose[language]}
      back={{ to: '/toolbox', label: t('title') }}
      actions={
        <>
          <PrintButton />
          {viewer?.isConsultant && (
            <Button component={Link} to={`/toolbox/own/new?from=${protocol.id}`} variant="default">
              {t('method.adapt')}
            </Button>
          )}
        </>
      }
    >
      <MethodView protocol={protocol} />
      <PrintSheet protocol={protocol} />
    </Page>
  )
}
