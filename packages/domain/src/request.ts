import { z } from 'zod'

/** Made by the client, one for each intended change: a retry carries the same id and gets the same reply. */
export const requestId = z.uuid({ error: 'invalid' }).toLowerCase()
