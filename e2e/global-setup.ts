import { startTestDatabases } from '@lederkreds/testing/database'

export default startTestDatabases
