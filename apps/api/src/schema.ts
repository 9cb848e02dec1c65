import './account/viewer.schema.ts'
import './account/profile.schema.ts'
import './networks/network.schema.ts'
import './networks/event.schema.ts'
import { builder } from './builder.ts'

export const schema = builder.toSchema()
