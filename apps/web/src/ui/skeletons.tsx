import { Paper, Skeleton, Stack, VisuallyHidden } from '@mantine/core'
import { type ReactNode, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'

/** Says once, after a moment, that something is on its way; what is fast is never announced. */
function Waiting({ children }: { children: ReactNode }) {
  const { t } = useTranslation('ui')
  const [words, setWords] = useState('')
  useEffect(() => {
    const soon = setTimeout(() => setWords(t('loading')), 600)
    const late = setTimeout(() => setWords(t('loadingSlow')), 6000)
    return () => [soon, late].forEach(clearTimeout)
  }, [t])
  return (
    <div>
      <VisuallyHidden role="status">{words}</VisuallyHidden>
      <div aria-hidden>{children}</div>
    </div>
  )
}

export function CardSkeleton({ lines = 3 }: { lines?: number }) {
  return (
    <Waiting>
      <Paper>
        <Lines lines={lines} />
      </Paper>
    </Waiting>
  )
}

export function ListSkeleton({ rows = 5 }: { rows?: number }) {
  return (
    <Waiting>
      <Stack gap="md">
        {numbers(rows).map((row) => (
          <Skeleton key={row} height={52} />
        ))}
      </Stack>
    </Waiting>
  )
}

/** A whole page that is on its way: title, lead, two cards. */
export function PageSkeleton() {
  return (
    <Waiting>
      <Stack gap="lg">
        <Skeleton height={34} width="min(18rem, 70%)" />
        <Skeleton height={18} width="min(28rem, 90%)" />
        {[4, 3].map((lines) => (
          <Paper key={lines}>
            <Lines lines={lines} />
          </Paper>
        ))}
      </Stack>
    </Waiting>
  )
}

function Lines({ lines }: { lines: number }) {
  return (
    <Stack gap="sm">
      {numbers(lines).map((line) => (
        <Skeleton key={line} height={16} width={['40%', '55%', '90%', '75%'][line % 4] ?? '60%'} />
      ))}
    </Stack>
  )
}

const numbers = (count: number) => Array.from({ length: count }, (_, index) => index + 1)
