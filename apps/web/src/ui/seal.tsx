import { IconMail, IconMailOpened } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Icon } from './icon.tsx'
import classes from './seal.module.css'

/** Who will be able to read what is written; never a guess, always what the server enforces. */
export type Readers =
  | { reader: 'self' }
  | { reader: 'one'; name: string }
  | { reader: 'present'; count: number }
  /** Those who are asked something, without whoever asks. */
  | { reader: 'asked'; count: number }
  /** Everybody in a network, oneself among them. */
  | { reader: 'members'; count: number }
  | { reader: 'participation'; readers?: string | undefined }
  /** Neither sealed nor shown to anybody: what the server knows, in a sentence. */
  | { reader: 'server'; knows: string }

function useSealWords(readers: Readers): string {
  const { t } = useTranslation('ui')
  switch (readers.reader) {
    case 'self':
      return t('seal.self')
    case 'one':
      return t('seal.one', { name: readers.name })
    case 'present':
    case 'asked':
    case 'members': {
      const { reader, count } = readers
      const number = count >= 2 && count <= 12 ? t(`number.n${count as 2 | 12}`) : String(count)
      return t(`seal.${reader}`, { count, number })
    }
    case 'participation':
      return t('seal.participation', { readers: readers.readers ?? t('seal.administrator') })
    case 'server':
      return readers.knows
  }
}

/**
 * The line under everything that is written, saying who can read it. The envelope is closed where the server itself
 * cannot read, open where the text is a plain row that named people may see, or that the server itself needs.
 */
export function Seal(readers: Readers) {
  const { t } = useTranslation('ui')
  const words = useSealWords(readers)
  const sealed = readers.reader !== 'participation' && readers.reader !== 'server'
  return (
    <span className={classes.seal} data-sealed={sealed || undefined}>
      <Icon of={sealed ? IconMail : IconMailOpened} size={18} />
      <span>
        <span className={classes.unseen}>{t('seal.whoReads')} </span>
        {words}
      </span>
    </span>
  )
}

/**
 * Puts a seal under any Mantine field and reads it out with the field:
 * `<Textarea label={…} {...sealed({ reader: 'self' }, help)} />`.
 */
export const sealed = (readers: Readers, help?: ReactNode) => ({
  description: (
    <>
      {help}
      <span className={classes.unseen}>
        <SealWords {...readers} />
      </span>
    </>
  ),
  descriptionProps: help ? {} : { className: classes.unseen ?? '' },
  inputContainer: (input: ReactNode) => (
    <>
      {input}
      <span aria-hidden className={classes.under}>
        <Seal {...readers} />
      </span>
    </>
  ),
})

function SealWords(readers: Readers) {
  const { t } = useTranslation('ui')
  return ` ${t('seal.whoReads')} ${useSealWords(readers)}`
}
