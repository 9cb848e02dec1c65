import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, NavLink } from 'react-router'
import classes from './frame.module.css'
import { Icon } from './icon.tsx'
import { Mark } from './mark.tsx'
import { MyMenu, type Place } from './my-menu.tsx'

export interface FrameProps {
  product: string
  /** The name of who is signed in; left out until it is known. */
  name?: string
  /** For everybody: the bottom bar of the phone, the rail of the desktop. */
  places: Place[]
  /** For those who have the right to them: under the portrait on the phone, further down the rail on the desktop. */
  more: Place[]
  /** Under the portrait everywhere. */
  personal: Place[]
  /** Where something is open that can be locked. */
  lock?: { label: string; run: () => void }
  signOut: { label: string; run: () => void }
  /** One quiet line above every page: the connection is gone. */
  news?: string
  /** The page alone, without the way to other places. */
  isBare?: boolean
  children: ReactNode
}

/** The room around every page after sign-in. */
export function Frame({
  product,
  name,
  places,
  more,
  personal,
  lock,
  signOut,
  news,
  isBare = false,
  children,
}: FrameProps) {
  const { t } = useTranslation('ui')
  return (
    <div className={classes.frame} data-bare={isBare || undefined}>
      <a className={classes.skip} href="#content">
        {t('skipToContent')}
      </a>
      <header className={classes.top}>
        <Link to="/" className={classes.product}>
          <Mark />
          {product}
        </Link>
        <nav aria-label={t('mainNavigation')} className={classes.places}>
          <Places places={places} />
          <div className={classes.more}>
            <Places places={more} />
          </div>
        </nav>
        {name && <MyMenu name={name} phonePlaces={more} places={personal} {...(lock && { lock })} signOut={signOut} />}
      </header>
      <main id="content" tabIndex={-1} className={classes.content}>
        {/* The room of the line is there before its words, so that they are read out. */}
        <p role="status" className={classes.news}>
          {news}
        </p>
        {children}
      </main>
    </div>
  )
}

function Places({ places }: { places: Place[] }) {
  return places.map(({ to, label, icon, end = false }) => (
    <NavLink key={to} to={to} end={end} className={classes.place ?? ''}>
      <Icon of={icon} size={22} />
      {label}
    </NavLink>
  ))
}

/** The room around the few pages that need no sign-in: one column, nothing beside it. */
export function OpenFrame({ product, children, aside }: { product: string; children: ReactNode; aside?: ReactNode }) {
  const { t } = useTranslation('ui')
  return (
    <div className={classes.open}>
      <a className={classes.skip} href="#content">
        {t('skipToContent')}
      </a>
      <header className={classes.openTop}>
        <span className={classes.product}>
          <Mark />
          {product}
        </span>
        {aside}
      </header>
      <main id="content" tabIndex={-1} className={classes.openContent}>
        {children}
      </main>
    </div>
  )
}
