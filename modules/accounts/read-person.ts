import { administrator, postsHeldBy } from '#authority'
import { z } from 'zod'
import { done, missing, query } from '#platform/use-case.ts'
import { accountField } from './people-input.ts'
import { momentShape, personShape, sessionShape } from './shapes.ts'
import { findPerson, identitiesOf, sessionsOf } from './store.ts'

/** A person with the posts they hold today, their sessions, and the identities they are linked to. */
export const readPerson = query({
  name: 'accounts.read-person',
  title: 'Read about somebody who may sign in',
  may: [administrator],
  input: z.object({ account: accountField }),
  output: z.object({
    person: personShape,
    holds: z
      .array(z.object({ post: z.string(), title: z.string() }))
      .meta({ description: 'The posts that they hold today' }),
    sessions: z.array(sessionShape),
    identities: z.array(z.object({ issuer: z.string(), linkedAt: momentShape })),
  }),
  run: async ({ tx, council, today, now }, { account }) => {
    const person = await findPerson(tx, council, account)
    if (!person) return missing('There is no such person here.')
    const held = await postsHeldBy(tx, council, account, today)
    const identities = await identitiesOf(tx, council, account)
    return done({
      person,
      holds: held.map(({ post, title }) => ({ post, title })),
      sessions: await sessionsOf(tx, council, account, now),
      identities: identities.map(({ issuer, linkedAt }) => ({ issuer, linkedAt })),
    })
  },
})
