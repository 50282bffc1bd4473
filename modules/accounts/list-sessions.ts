import { roles } from '#authority'
import { z } from 'zod'
import { done, query } from '#platform/use-case.ts'
import { sessionShape } from './shapes.ts'
import { sessionsOf } from './store.ts'

/** One’s own sessions, the latest used first. */
export const listSessions = query({
  name: 'accounts.list-sessions',
  title: 'List my sessions',
  may: roles,
  input: z.object({}),
  output: z.object({ sessions: z.array(sessionShape) }),
  run: async ({ tx, actor: { council, account }, now }) =>
    done({ sessions: account === null ? [] : await sessionsOf(tx, council, account, now) }),
})
