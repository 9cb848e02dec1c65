import type { AdviceItem } from '../ui/advice-list.tsx'

export const advice: AdviceItem[] = [
  {
    id: 'line',
    level: 'stop',
    text: 'Bo Lund er leder for Ali Demir. De kan ikke være i samme netværk.',
    reason: 'Ingen taler frit om sit arbejde, når ens egen leder hører med.',
  },
  {
    id: 'size',
    level: 'warn',
    text: 'Ni medlemmer er mange.',
    reason: 'Med mere end otte når ikke alle at få en tur.',
  },
  { id: 'mix', level: 'hint', text: 'Fire af seks kommer fra samme skole. Bland gerne steder.' },
  { id: 'level', level: 'good', text: 'Alle er på samme ledelsesniveau.' },
]

export const steps = [
  { id: 'purpose', title: 'Formål', done: true },
  { id: 'members', title: 'Medlemmer' },
  { id: 'rules', title: 'Spilleregler', done: true },
  { id: 'rhythm', title: 'Rytme og metoder' },
  { id: 'review', title: 'Se igennem' },
]

export const networks = [
  { name: 'Skolelederne Nord', invited: 6, joined: 6, next: 'tir. 1. dec.' },
  { name: 'Plejecentre Syd', invited: 7, joined: 5, next: 'tor. 3. dec.' },
]
