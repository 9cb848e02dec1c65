import { Button } from '@mantine/core'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import classes from './paged-list.module.css'

interface PagedListProps {
  /** What the button below says, as long as there are more rows than these. */
  more: string
  hasMore: boolean
  /** Fetches the next rows; they come as children. */
  onMore: () => Promise<unknown>
  children: ReactNode
}

/** A list that is fetched in pieces. Whoever asks for more goes on at the first row that came. */
export function PagedList({ more, hasMore, onMore, children }: PagedListProps) {
  const { t } = useTranslation('ui')
  const list = useRef<HTMLUListElement>(null)
  const button = useRef<HTMLButtonElement>(null)
  const shown = useRef<number>(undefined)
  const [state, setState] = useState<'resting' | 'fetching' | 'failed'>('resting')
  useEffect(() => {
    if (state === 'failed') button.current?.focus()
  }, [state])
  useEffect(() => {
    const first = shown.current === undefined ? undefined : list.current?.children[shown.current]
    if (!first) return
    shown.current = undefined
    first.querySelector('a')?.focus()
  })
  const fetchMore = async () => {
    shown.current = list.current?.childElementCount
    setState('fetching')
    setState(
      await onMore().then(
        () => 'resting' as const,
        () => 'failed' as const,
      ),
    )
  }
  return (
    <>
      <ul ref={list} className={classes.list}>
        {children}
      </ul>
      {hasMore && (
        <div className={classes.more}>
          <Button ref={button} variant="default" loading={state === 'fetching'} onClick={() => void fetchMore()}>
            {more}
          </Button>
          <p role="status" className={classes.problem}>
            {state === 'failed' && t('moreFailed')}
          </p>
        </div>
      )}
    </>
  )
}
