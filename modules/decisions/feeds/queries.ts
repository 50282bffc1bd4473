import { z } from 'zod'
import { everybody } from '#authority'
import { done, query } from '#platform/use-case.ts'
import { windowsSince } from '../call-in/window-store.ts'
import { publicMeetings } from '../meetings/store.ts'
import { documentsCalledIn, documentsOf } from './store.ts'

/** Published decisions whole, by their references: what a feed says of each. */
export const readDecisions = query({
  name: 'decisions.read-decisions',
  title: 'Read some published decisions',
  may: everybody,
  input: z.object({ refs: z.array(z.string().max(60)).max(100) }),
  run: async ({ tx, council }, { refs }) => done({ decisions: await documentsOf(tx, council, refs) }),
})

/** Decisions that were called in, the latest change first. */
export const listCalledIn = query({
  name: 'decisions.list-called-in',
  title: 'See what was called in, and what came of it',
  may: everybody,
  input: z.object({}),
  run: async ({ tx, council }) => done({ decisions: await documentsCalledIn(tx, council, 50) }),
})

/** The windows of the last three months and of those to come: until when each decision may be called in. */
export const listWindows = query({
  name: 'decisions.list-call-in-windows',
  title: 'See until when decisions may be called in',
  may: everybody,
  input: z.object({}),
  run: async ({ tx, council, today }) =>
    done({ windows: await windowsSince(tx, council, today.subtract({ months: 3 })) }),
})

/** Meetings with a published agenda, the latest first. */
export const listMeetingsWhole = query({
  name: 'decisions.list-meetings-whole',
  title: 'See the meetings, whole',
  may: everybody,
  input: z.object({}),
  run: async ({ tx, council }) => done({ meetings: await publicMeetings(tx, council, null, 200) }),
})
