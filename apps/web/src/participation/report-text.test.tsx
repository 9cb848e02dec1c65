import { ApolloClient, ApolloLink, gql, InMemoryCache } from '@apollo/client'
import { ApolloProvider } from '@apollo/client/react'
import i18next from 'i18next'
import { renderToStaticMarkup } from 'react-dom/server'
import { I18nextProvider, initReactI18next } from 'react-i18next'
import { expect, test } from 'vitest'
import { cacheOptions } from '../apollo-cache.ts'
import { messages as ui } from '../ui/messages.da.ts'
import { messages } from './messages.report.da.ts'
import { ReportText } from './report-text.tsx'

const data = {
  network: {
    __typename: 'Network',
    id: 'Network_1',
    name: 'Nord',
    organisation: { __typename: 'Organisation', id: 'Organisation_1', name: 'Sønderby' },
    yearlyReport: {
      __typename: 'YearlyReport',
      id: 'YearlyReport_1_2026',
      year: 2026,
      months: 10,
      meetings: 8,
      people: { __typename: 'PeopleCount', count: 5, isFew: false },
      attendedPercent: null,
      methods: [
        { __typename: 'MethodCount', method: 'troika', rounds: 2 },
        { __typename: 'MethodCount', method: 'own', rounds: 1 },
      ],
      cycles: { __typename: 'PeopleCount', count: null, isFew: true },
    },
    seasons: { __typename: 'NetworkSeasonsConnection', edges: [] },
    sentences: ['2026-06-01', '2025-06-01'].map((publishedOn, index) => ({
      __typename: 'PublishedSentence',
      id: `PublishedSentence_${index}`,
      text: `Sætning ${publishedOn}`,
      publishedOn,
    })),
  },
}

test('the report of a year is read with its own number, and tells of that year alone', async () => {
  const i18n = i18next.createInstance()
  await i18n.use(initReactI18next).init({
    lng: 'da',
    resources: { da: { 'participation/report': messages, ui } },
    interpolation: { escapeValue: false },
  })
  const client = new ApolloClient({
    cache: new InMemoryCache(cacheOptions),
    link: ApolloLink.empty(),
    dataMasking: true,
  })
  const query = gql`
    query Year($id: ID!, $year: Int!) {
      network(id: $id) {
        id
        ...ReportText_network
      }
    }
    ${ReportText.fragment}
  `
  client.cache.writeQuery({ query, variables: { id: 'Network_1', year: 2026 }, data })
  const html = renderToStaticMarkup(
    <ApolloProvider client={client}>
      <I18nextProvider i18n={i18n}>
        <ReportText network={{ __typename: 'Network', id: 'Network_1' } as never} year={2026} />
      </I18nextProvider>
    </ApolloProvider>,
  )
  for (const words of ['Årsrapport 2026', 'ca. 5', 'Vises ikke', 'Under 5', 'Egen metode', 'Sætning 2026-06-01'])
    expect(html).toContain(words)
  expect(html).not.toContain('Sætning 2025-06-01')
})
