import { Button } from '@mantine/core'
import { Component, type ComponentType, type ReactNode, Suspense, use, useSyncExternalStore } from 'react'
import { useTranslation } from 'react-i18next'
import classes from './later.module.css'
import { notify } from './notices.tsx'
import { type Part, PartMissing, partOf } from './part.ts'

interface Dialog {
  /**
   * For a dialog, which has no place on the page: a notice says that it could not be fetched, and whoever opened it is
   * told, so that the button that opens it tries again.
   */
  onMissing?: () => void
}

/**
 * A part of a page whose code is fetched when it is first shown: `const Chart = later(() => import('./chart.tsx').then(({
 * Chart }) => Chart))`. Where it cannot be had, a sentence and a button stand in its place, and the page stays as it is.
 * What the part itself throws is the page's.
 */
export function later<Props extends object>(load: () => Promise<ComponentType<Props>>, fallback?: ReactNode) {
  const part = partOf(load)
  return ({ onMissing, ...props }: Props & Dialog) => (
    <InItsPlace part={part} fallback={fallback} {...(onMissing && { onMissing })}>
      <Fetched part={part} props={props as unknown as Props} />
    </InItsPlace>
  )
}

function Fetched<Props extends object>({ part, props }: { part: Part<ComponentType<Props>>; props: Props }) {
  const Loaded = use(part.fetched())
  return <Loaded {...props} />
}

interface InItsPlaceProps extends Dialog {
  part: Pick<Part<unknown>, 'watch' | 'tries' | 'again' | 'forget'>
  fallback: ReactNode
  children: ReactNode
}

function InItsPlace({ part, fallback, onMissing, children }: InItsPlaceProps) {
  const { t } = useTranslation('ui')
  const tries = useSyncExternalStore(part.watch, part.tries)
  const turnBack = () => {
    part.forget()
    notify({ text: t('missing'), tone: 'failed' })
    onMissing?.()
  }
  const instead = (
    <div role="alert" className={classes.missing}>
      <p>{t('missing')}</p>
      <Button variant="default" onClick={part.again}>
        {t('retry')}
      </Button>
    </div>
  )
  return (
    <Missing key={tries} instead={instead} {...(onMissing && { onMissing: turnBack })}>
      <Suspense fallback={fallback}>{children}</Suspense>
    </Missing>
  )
}

interface MissingProps extends Dialog {
  instead: ReactNode
  children: ReactNode
}

class Missing extends Component<MissingProps, { fault?: unknown }> {
  override state: { fault?: unknown } = {}

  static getDerivedStateFromError = (fault: unknown) => ({ fault })

  override componentDidCatch(fault: unknown) {
    if (fault instanceof PartMissing) this.props.onMissing?.()
  }

  override render() {
    const { fault } = this.state
    const { instead, onMissing, children } = this.props
    if (fault === undefined) return children
    if (!(fault instanceof PartMissing)) throw fault
    return onMissing ? null : instead
  }
}
