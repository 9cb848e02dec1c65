import type { Icon as TablerIcon } from '@tabler/icons-react'

/** An icon beside a word: it says nothing by itself, so screen readers pass over it. */
export function Icon({ of: Drawing, size = 20 }: { of: TablerIcon; size?: number }) {
  return <Drawing size={size} stroke={1.75} aria-hidden focusable={false} style={{ flexShrink: 0 }} />
}
