import { z } from 'zod'

/** Made by the client, one for each intended change: a retry carries the same id and gets the same reply. */
export const requestId = z.uuid({ error: 'invalid' }).toLowerCase()

/** The id of something that its maker's browser has to know before it is sent: a random UUID (version 4). */
export const clientMadeId = z.uuidv4({ error: 'invalid' })
