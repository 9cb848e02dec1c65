import './account/viewer.schema.ts'
import './account/profile.schema.ts'
import './networks/network.schema.ts'
import './networks/event.schema.ts'
import './meetings/season.schema.ts'
import './meetings/meeting.schema.ts'
import './meetings/calendar.schema.ts'
import './meetings/attendance.schema.ts'
import { builder } from './builder.ts'

export const schema = builder.toSchema()
