import { ApolloProvider } from '@apollo/client/react'
import { MantineProvider } from '@mantine/core'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { RouterProvider } from 'react-router/dom'
import { client } from './apollo.ts'
import { startI18n } from './i18n.ts'
import { nonce, shareNonce } from './nonce.ts'
import { watchReach } from './reach.ts'
import { reloadAfterRelease } from './release.ts'
import { createRouter } from './router.tsx'
import { parseWithoutWrittenCode, trustOwnPartsOnly } from './trusted-types.ts'
import { ConfirmProvider } from './ui/confirm.tsx'
import './ui/global.css'
import { Notices, tieNotices } from './ui/notices.tsx'
import { theme, tokens } from './ui/theme.ts'

trustOwnPartsOnly()
parseWithoutWrittenCode()
shareNonce()
reloadAfterRelease()
watchReach()
await startI18n()

const router = createRouter()
tieNotices(router)

const root = document.getElementById('root') as HTMLElement

/** PageError tells the console of a page that failed; React and the router would tell it again, and of pages that are not there. */
const toldAlready = () => {}

createRoot(root, { onCaughtError: toldAlready }).render(
  <StrictMode>
    <MantineProvider theme={theme} cssVariablesResolver={tokens} defaultColorScheme="auto" getStyleNonce={() => nonce}>
      <ApolloProvider client={client}>
        <ConfirmProvider>
          <RouterProvider router={router} onError={toldAlready} />
          <Notices />
        </ConfirmProvider>
      </ApolloProvider>
    </MantineProvider>
  </StrictMode>,
)
