import {
  Alert,
  Badge,
  Button,
  Checkbox,
  Chip,
  Group,
  Paper,
  Radio,
  Select,
  Stack,
  Switch,
  Textarea,
  TextInput,
} from '@mantine/core'
import {
  IconAdjustments,
  IconCalendar,
  IconClipboardList,
  IconSun,
  IconUserHeart,
  IconUsers,
} from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { setLanguage } from '../i18n.ts'
import { AdviceList } from '../ui/advice-list.tsx'
import { useConfirm } from '../ui/confirm.tsx'
import { DataTable } from '../ui/data-table.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { ErrorState } from '../ui/error-state.tsx'
import { Fact, Facts } from '../ui/facts.tsx'
import { Frame } from '../ui/frame.tsx'
import { Keys } from '../ui/keys.tsx'
import { LanguageSwitch } from '../ui/language-switch.tsx'
import { notify } from '../ui/notices.tsx'
import { Page, Section } from '../ui/page.tsx'
import { Progress } from '../ui/progress.tsx'
import { Seal, sealed } from '../ui/seal.tsx'
import { CardSkeleton, ListSkeleton } from '../ui/skeletons.tsx'
import { Steps } from '../ui/steps.tsx'
import { ThemeSwitch } from '../ui/theme-switch.tsx'
import { Turn } from '../ui/turn.tsx'
import { useDates } from '../ui/use-dates.ts'
import { advice, networks, steps } from './gallery.fixtures.ts'

const nowhere = () => {}

/** Development only: every part of `ui/` on one page, to be looked at. Its sentences are invented. */
export function Component() {
  const { i18n } = useTranslation()
  return (
    <Frame
      product="Lederkreds"
      name="Mette Østergaard"
      places={[
        { to: '/ui', label: 'I dag', icon: IconSun },
        { to: '/ui/networks', label: 'Netværk', icon: IconUsers },
      ]}
      more={[{ to: '/ui/consultant', label: 'Konsulent', icon: IconClipboardList }]}
      personal={[{ to: '/ui/settings', label: 'Indstillinger', icon: IconAdjustments }]}
      signOut={{ label: 'Log ud', run: nowhere }}
    >
      <Page
        title="Skolelederne Nord"
        lead="Et rum for jeres sager. Alt på denne side er opdigtet."
        back={{ to: '/ui', label: 'Netværk' }}
        actions={
          <>
            <Button>Planlæg mødet</Button>
            <Button variant="default">Invitér</Button>
          </>
        }
      >
        <FourFacts />
        <Written />
        <Advising />
        <Tables />
        <States />
        <Asking />
        <Section title="Indstillinger">
          <Group align="end">
            <ThemeSwitch />
            <LanguageSwitch
              languages={{ da: 'Dansk', en: 'English' }}
              value={i18n.language}
              onChange={(tag) => void setLanguage(tag as 'da' | 'en')}
            />
          </Group>
        </Section>
      </Page>
      <Keys bindings={[{ keys: 'g i', label: 'Gå til I dag', run: nowhere }]} />
    </Frame>
  )
}

function FourFacts() {
  const dates = useDates()
  const start = '2026-12-01T12:00:00Z'
  return (
    <Facts>
      <Fact label="Næste møde" icon={IconCalendar}>
        {dates.range(start, '2026-12-01T14:30:00Z')}
        <p>Rådhuset, lokale 3 · Teams · {dates.week(start)}</p>
      </Fact>
      <Fact
        label="Din rolle"
        icon={IconUserHeart}
        yourTurn
        action={<Button variant="default">Gør din sag klar</Button>}
      >
        Du er fokusperson
      </Fact>
      <Fact label="Hvis tur">
        Jonas → Mette → Ali <Turn>Din tur om lidt</Turn>
      </Fact>
      <Fact label="Dit næste skridt">
        Tale med Bo inden fredag
        <p>
          <Seal reader="self" />
        </p>
      </Fact>
    </Facts>
  )
}

function Written() {
  return (
    <Section title="Skriv">
      <Paper>
        <Stack gap="lg" maw={560}>
          <TextInput
            label="Navn på netværket"
            placeholder="Fx Skolelederne Nord"
            required
            {...sealed({ reader: 'participation' })}
          />
          <Textarea
            label="Hvad vil du gerne have hjælp til?"
            rows={3}
            {...sealed({ reader: 'present', count: 6 }, 'Skriv det, der må komme frem i rummet.')}
          />
          <Textarea
            label="Til Mette"
            rows={2}
            error="Skriv mindst én sætning."
            {...sealed({ reader: 'one', name: 'Mette' })}
          />
          <TextInput label="Næste skridt" {...sealed({ reader: 'self' })} />
          <Select label="Metode" data={['8-trins', 'Reflekterende team']} description="Du kan ændre den senere." />
          <Group>
            <Checkbox label="Kommer" defaultChecked />
            <Checkbox label="Afbud" />
            <Radio label="Ja" defaultChecked name="answer" />
            <Radio label="Nej" name="answer" />
            <Switch label="Ugentlig mail" defaultChecked />
          </Group>
          <Group>
            <Chip defaultChecked>Mandag</Chip>
            <Chip>Tirsdag</Chip>
            <Badge variant="light">Tovholder</Badge>
            <Badge>Ny</Badge>
          </Group>
          <Alert title="Mailen kom ikke frem" color="rose">
            Adressen findes ikke. Ret den, og send igen.
          </Alert>
        </Stack>
      </Paper>
    </Section>
  )
}

function Advising() {
  const [current, setCurrent] = useState('members')
  return (
    <Section title="Opret et netværk">
      <Steps label="Trin" steps={steps} current={current} onGo={setCurrent} />
      <AdviceList label="Råd" items={advice} />
      <Progress label="Invitationer besvaret" value={5} max={8} />
    </Section>
  )
}

function Tables() {
  return (
    <Section title="Dine netværk" actions={<Button variant="default">Nyt netværk</Button>}>
      <DataTable
        caption="Netværk, som du er konsulent for"
        rows={networks}
        rowKey={({ name }) => name}
        columns={[
          { id: 'name', header: 'Netværk', names: true, cell: ({ name }) => name },
          { id: 'invited', header: 'Inviteret', figures: true, cell: ({ invited }) => invited },
          { id: 'joined', header: 'Tiltrådt', figures: true, cell: ({ joined }) => joined },
          { id: 'next', header: 'Næste møde', cell: ({ next }) => next },
        ]}
      />
    </Section>
  )
}

function States() {
  return (
    <Section title="Tomt, på vej, galt">
      <EmptyState title="Ingen møder endnu" icon={IconCalendar} action={<Button>Planlæg sæsonen</Button>}>
        Når sæsonen er planlagt, står det næste møde her, og alle får en invitation til kalenderen.
      </EmptyState>
      <CardSkeleton />
      <ListSkeleton rows={2} />
      <ErrorState code="7f3a-11" onRetry={nowhere} />
      <ErrorState offline onRetry={nowhere} />
    </Section>
  )
}

function Asking() {
  const confirm = useConfirm()
  const ask = async () => {
    const text = 'Alle får besked, og mødet forsvinder fra deres kalender. Det kan ikke fortrydes.'
    if (await confirm({ title: 'Aflys mødet den 1. december?', text, action: 'Aflys mødet', tone: 'harm' })) {
      notify({ text: 'Mødet er aflyst.' })
    }
  }
  return (
    <Section title="Spørg og sig til">
      <Group>
        <Button color="rose" variant="light" onClick={() => void ask()}>
          Aflys mødet
        </Button>
        <Button variant="default" onClick={() => notify({ text: 'Mødet er flyttet.', undo: nowhere })}>
          Flyt mødet
        </Button>
        <Button variant="default" onClick={() => notify({ text: 'Mailen kunne ikke sendes.', tone: 'failed' })}>
          Send mailen
        </Button>
        <Button loading>Gemmer</Button>
        <Button disabled>Lukket</Button>
        <Button variant="subtle">Stille</Button>
      </Group>
    </Section>
  )
}
