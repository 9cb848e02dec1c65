import { gql, type TypedDocumentNode } from '@apollo/client'
import { anything, fits } from '@lederkreds/domain/toolbox/find'
import { protocols } from '@lederkreds/domain/toolbox/protocols'
import { Anchor, Button } from '@mantine/core'
import { IconTools } from '@tabler/icons-react'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, type ShouldRevalidateFunctionArgs, useSearchParams } from 'react-router'
import { preload, usePreloaded } from '../apollo.ts'
import type { ToolboxPageQuery, ToolboxPageQueryVariables } from '../generated/graphql.ts'
import { EmptyState } from '../ui/empty-state.tsx'
import { Page, Section } from '../ui/page.tsx'
import { type MethodCard, MethodCards } from './method-cards.tsx'
import { ownMethod } from './own-method.ts'
import classes from './toolbox.module.css'
import { useLanguage } from './use-language.ts'
import { kinds, searchOf, wishIn } from './wish.ts'
import { WishFields } from './wish-fields.tsx'

const query: TypedDocumentNode<ToolboxPageQuery, ToolboxPageQueryVariables> = gql`
  query ToolboxPage {
    viewer {
      id
      isConsultant
    }
    ownProtocols(first: 100) {
      edges {
        node {
          id
          basedOn
          archivedAt
          organisation {
            id
            name
          }
          newest {
            id
            definition
          }
        }
      }
    }
  }
`

export const loader = () => preload(query)

/** What is looked for stands in the address; it is found on the device. */
export const shouldRevalidate = ({ currentUrl, nextUrl }: ShouldRevalidateFunctionArgs) =>
  currentUrl.pathname !== nextUrl.pathname

const all: readonly MethodCard[] = protocols.map((protocol) => ({ to: `/toolbox/${protocol.id}`, protocol }))

/** All methods, and the few that fit. */
export function Component() {
  const { t } = useTranslation('toolbox')
  const [search, setSearch] = useSearchParams()
  const wish = wishIn(search)
  // Choices can follow each other faster than the address does: each is made of the one before it.
  const newest = useRef(wish)
  useEffect(() => {
    newest.current = wishIn(search)
  }, [search])
  const { own, archived } = useOwnMethods()
  const isFitting = ({ protocol }: MethodCard) => fits(protocol, wish)
  const found = all.filter(isFitting)
  const ownFound = own.filter(isFitting)
  const count = found.length + ownFound.length
  return (
    <Page
      title={t('title')}
      lead={t('lead')}
      actions={
        <Button component={Link} to="/toolbox/start" variant="default">
          {t('start')}
        </Button>
      }
    >
      <WishFields
        wish={wish}
        onChange={(change) => {
          newest.current = { ...newest.current, ...change }
          setSearch(searchOf(newest.current), { replace: true, preventScrollReset: true, flushSync: true })
        }}
      />
      <div className={classes.count}>
        <p role="status">{t('find.found', { count })}</p>
        {search.size > 0 && count > 0 && <Reset />}
      </div>
      {count === 0 && (
        <EmptyState title={t('find.none')} icon={IconTools} action={<Reset />}>
          {t('find.noneText')}
        </EmptyState>
      )}
      {ownFound.length > 0 && (
        <Section title={t('own.title')}>
          <p className={classes.quiet}>{t('own.text')}</p>
          <MethodCards methods={ownFound} label={t('own.title')} />
        </Section>
      )}
      {kinds.map((kind) => {
        const methods = found.filter(({ protocol }) => protocol.kind === kind)
        return (
          methods.length > 0 && (
            <Section key={kind} title={t(`kind.${kind}`)}>
              <MethodCards methods={methods} label={t(`kind.${kind}`)} />
            </Section>
          )
        )
      })}
      {archived.length > 0 && (
        <details className={classes.foldOut}>
          <summary>{t('own.archivedTitle')}</summary>
          <ul className={classes.plain}>
            {archived.map(({ to, protocol }) => (
              <li key={to}>
                <ArchivedLink to={to} name={protocol.name} />
              </li>
            ))}
          </ul>
        </details>
      )}
    </Page>
  )
}

function Reset() {
  const { t } = useTranslation('toolbox')
  const [, setSearch] = useSearchParams()
  return (
    <Button variant="subtle" onClick={() => setSearch(searchOf(anything), { replace: true })}>
      {t('find.reset')}
    </Button>
  )
}

function ArchivedLink({ to, name }: { to: string; name: MethodCard['protocol']['name'] }) {
  return (
    <Anchor component={Link} to={to}>
      {name[useLanguage()]}
    </Anchor>
  )
}

/** The own methods that the viewer sees; those taken out of the toolbox are for consultants to put back. */
function useOwnMethods(): { own: MethodCard[]; archived: MethodCard[] } {
  const { viewer, ownProtocols } = usePreloaded(loader).data
  const { t } = useTranslation('toolbox')
  const cards = ownProtocols.edges.map(({ node: { id, basedOn, archivedAt, organisation, newest } }) => ({
    to: `/toolbox/own/${id}`,
    protocol: ownMethod(basedOn, newest.definition),
    note: t('own.from', { organisation: organisation.name }),
    isArchived: archivedAt !== null,
  }))
  return {
    own: cards.filter(({ isArchived }) => !isArchived),
    archived: viewer?.isConsultant ? cards.filter(({ isArchived }) => isArchived) : [],
  }
}
