import { randomUUID } from 'node:crypto'
import type { Answer, TestServer } from './server.ts'

/** A browser without a window: keeps the cookies that the API gives it. */
export function openVisitor(
  { post }: Pick<TestServer, 'post'>,
  agent = 'Mozilla/5.0 (iPhone) Version/18.0 Safari/605.1',
) {
  const cookies = new Map<string, string>()

  const ask = async <Data = Record<string, never>>(query: string, variables: object = {}): Promise<Answer<Data>> => {
    const cookie = [...cookies].map((pair) => pair.join('=')).join('; ')
    const body = { query, variables, extensions: { requestId: randomUUID() } }
    const response = await post(cookie, body, { 'user-agent': agent })
    for (const line of response.headers.getSetCookie()) {
      const [pair = ''] = line.split(';')
      const [name = '', value = ''] = pair.split('=')
      if (value === '') cookies.delete(name)
      else cookies.set(name, value)
    }
    return (await response.json()) as Answer<Data>
  }
  return { ask, cookies }
}

export type Visitor = ReturnType<typeof openVisitor>
