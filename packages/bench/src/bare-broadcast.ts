import { createServer } from 'node:http'
import { WebSocketServer } from 'ws'

/** The limit of telling everybody something: no session, no database, no GraphQL. */
const server = createServer((_request, response) => response.end())
const sockets = new WebSocketServer({ server })
sockets.on('connection', (socket) =>
  socket.on('message', (said) => {
    for (const client of sockets.clients) client.send(String(said))
  }),
)
server.listen(Number(process.env.PORT), '127.0.0.1')
process.on('SIGTERM', () => process.exit(0))
