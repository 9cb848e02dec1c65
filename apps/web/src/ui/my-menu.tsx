import { IconLock, IconLogout, type Icon as TablerIcon } from '@tabler/icons-react'
import { useEffect, useId, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useLocation } from 'react-router'
import { Icon } from './icon.tsx'
import classes from './my-menu.module.css'
import { Portrait } from './portrait.tsx'

/** Somewhere to go to from everywhere. */
export interface Place {
  to: string
  label: string
  icon: TablerIcon
  /** Only lit on exactly this address, not below it. */
  end?: boolean
}

interface MyMenuProps {
  name: string
  /** Already in the rail of the desktop, so only shown on the phone. */
  phonePlaces: Place[]
  places: Place[]
  lock?: { label: string; run: () => void }
  signOut: { label: string; run: () => void }
}

/** Everything of one's own under one's portrait. A native popover: Escape and a press outside close it. */
export function MyMenu({ name, phonePlaces, places, lock, signOut }: MyMenuProps) {
  const { t } = useTranslation('ui')
  const id = useId()
  const panel = useRef<HTMLDivElement>(null)
  const { key } = useLocation()
  // biome-ignore lint/correctness/useExhaustiveDependencies: whoever has gone somewhere is done with the menu
  useEffect(() => panel.current?.hidePopover(), [key])
  return (
    <>
      <button type="button" className={classes.me} popoverTarget={id} aria-label={`${t('yourMenu')}: ${name}`}>
        <Portrait name={name} />
        <span className={classes.name}>{name}</span>
      </button>
      <div ref={panel} id={id} popover="auto" className={classes.panel}>
        <p className={classes.who}>{name}</p>
        <nav aria-label={t('yourMenu')}>
          {phonePlaces.map(({ to, label, icon }) => (
            <Link key={to} to={to} className={`${classes.item} ${classes.phoneOnly}`}>
              <Icon of={icon} />
              {label}
            </Link>
          ))}
          {places.map(({ to, label, icon }) => (
            <Link key={to} to={to} className={classes.item}>
              <Icon of={icon} />
              {label}
            </Link>
          ))}
        </nav>
        {lock && (
          <button type="button" className={classes.item} onClick={() => [panel.current?.hidePopover(), lock.run()]}>
            <Icon of={IconLock} />
            {lock.label}
          </button>
        )}
        <button type="button" className={`${classes.item} ${classes.out}`} onClick={signOut.run}>
          <Icon of={IconLogout} />
          {signOut.label}
        </button>
      </div>
    </>
  )
}
