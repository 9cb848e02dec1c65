import { Badge, Button, Stack } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Portrait } from '../ui/portrait.tsx'
import { Seal } from '../ui/seal.tsx'
import type { DraftPerson } from './draft.ts'
import { PeopleFinder } from './people-finder.tsx'
import { PeoplePaste } from './people-paste.tsx'
import classes from './people-picker.module.css'

interface PeoplePickerProps {
  people: readonly DraftPerson[]
  onChange: (people: readonly DraftPerson[]) => void
  /** Addresses of those in the consultant's own organisation. */
  known: ReadonlySet<string>
}

/** Who is to be invited: found among colleagues or pasted as a list, each of them once. */
export function PeoplePicker({ people, onChange, known }: PeoplePickerProps) {
  const { t } = useTranslation(['networks/planning', 'networks'])
  const taken = new Set(people.map(({ email }) => email))
  const add = (more: readonly DraftPerson[]) => onChange([...people, ...more.filter(({ email }) => !taken.has(email))])
  return (
    <Stack gap="lg">
      <PeopleFinder taken={taken} onAdd={(person) => add([person])} />
      <PeoplePaste taken={taken} onAdd={add} />
      <section aria-label={t('people.title', { count: people.length })}>
        <h3 className={classes.title} aria-live="polite">
          {t('people.title', { count: people.length })}
        </h3>
        {people.length === 0 && <p className={classes.quiet}>{t('people.none')}</p>}
        <ul className={classes.people}>
          {people.map((person) => (
            <li key={person.email} className={classes.person}>
              <Portrait name={person.name} />
              <div className={classes.words}>
                <strong>{person.name}</strong>
                <span className={classes.quiet}>
                  {[person.email, person.title, person.workplace].filter(Boolean).join(' · ')}
                </span>
              </div>
              <Badge color={known.has(person.email) ? 'spruce' : 'gray'}>
                {known.has(person.email) ? t('people.known') : t('people.unknown')}
              </Badge>
              <Button
                variant="subtle"
                color="gray"
                aria-label={t('people.removeOf', { name: person.name })}
                onClick={() => onChange(people.filter(({ email }) => email !== person.email))}
              >
                {t('people.remove')}
              </Button>
            </li>
          ))}
        </ul>
        <Seal reader="participation" readers={t('networks:seal.people')} />
      </section>
    </Stack>
  )
}
