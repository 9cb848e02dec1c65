import { useTranslation } from 'react-i18next'

interface Answer {
  rsvp: 'coming' | 'regrets' | null
  person: { name: string }
}

/** "4 kommer · Afbud: Jonas · 2 mangler at svare" */
export function useWhoWords() {
  const { t, i18n } = useTranslation('meetings')
  return (attendances: readonly Answer[]): string => {
    const those = (rsvp: Answer['rsvp']) => attendances.filter((attendance) => attendance.rsvp === rsvp)
    const [coming, absent, silent] = [those('coming'), those('regrets'), those(null)]
    const names = new Intl.ListFormat(i18n.language, { type: 'conjunction' }).format(
      absent.map(({ person }) => person.name),
    )
    return [
      coming.length > 0 && t('who.coming', { count: coming.length }),
      absent.length > 0 && t('who.regrets', { names }),
      silent.length > 0 && t('who.waiting', { count: silent.length }),
    ]
      .filter(Boolean)
      .join(' · ')
  }
}
