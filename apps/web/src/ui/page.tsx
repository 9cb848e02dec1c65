import { Anchor } from '@mantine/core'
import { IconArrowLeft } from '@tabler/icons-react'
import { type ReactNode, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useLocation } from 'react-router'
import { Icon } from './icon.tsx'
import classes from './page.module.css'

interface PageProps {
  title: string
  /** One sentence under the title: what this page is for. */
  lead?: ReactNode
  /** Buttons that belong to the whole page. */
  actions?: ReactNode
  back?: { to: string; label: string }
  /** `read` for text and forms (65 characters), `wide` (the default) for lists and tables. */
  width?: 'read' | 'wide'
  /** Where even the title is one's own business: the browser's tab and history name the product only. */
  discreet?: boolean
  children?: ReactNode
}

/** A page's heading and room. Names the browser tab, and takes the focus when one arrives from another page. */
export function Page({ title, lead, actions, back, width = 'wide', discreet = false, children }: PageProps) {
  const { t } = useTranslation('ui')
  return (
    <article className={classes.page} data-width={width}>
      <title>{discreet ? 'Lederkreds' : `${title} · Lederkreds`}</title>
      <header className={classes.header}>
        <div className={classes.words}>
          {back && (
            <Anchor
              component={Link}
              to={back.to}
              className={classes.back ?? ''}
              aria-label={t('back', { place: back.label })}
            >
              <Icon of={IconArrowLeft} />
              {back.label}
            </Anchor>
          )}
          <PageTitle>{title}</PageTitle>
          {lead && <p className={classes.lead}>{lead}</p>}
        </div>
        {actions && <div className={classes.actions}>{actions}</div>}
      </header>
      {children}
    </article>
  )
}

function PageTitle({ children }: { children: string }) {
  const heading = useRef<HTMLHeadingElement>(null)
  const { pathname, key } = useLocation()
  const arrived = key !== 'default'
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new path is a new page, though the title may be the same
  useEffect(() => {
    if (arrived) heading.current?.focus({ preventScroll: true })
  }, [pathname])
  return (
    <h1 ref={heading} tabIndex={-1} className={classes.title}>
      {children}
    </h1>
  )
}

/** A part of a page under its own heading, 40 px from the next. */
export function Section({ title, actions, children }: { title: string; actions?: ReactNode; children: ReactNode }) {
  return (
    <section className={classes.section} aria-label={title}>
      <div className={classes.sectionHead}>
        <h2>{title}</h2>
        {actions}
      </div>
      {children}
    </section>
  )
}
