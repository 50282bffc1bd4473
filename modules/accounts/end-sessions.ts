import { administrator, roles } from '#authority'
import { z } from 'zod'
import { uuid } from '#platform/input.ts'
import { done, missing, refused, useCase } from '#platform/use-case.ts'
import { accountField } from './people-input.ts'
import { endSessionsOf, findPerson } from './store.ts'

/** Signs somebody out everywhere, at once: a machine was lost, or something looks wrong. */
export const endSessions = useCase({
  name: 'accounts.end-sessions',
  title: 'Sign somebody out everywhere',
  may: [administrator],
  input: z.object({ account: accountField }),
  run: async ({ tx, council, about }, { account }) => {
    if (!(await findPerson(tx, council, account))) return missing('There is no such person here.')
    about(`account/${account}`)
    return done({ account, ended: await endSessionsOf(tx, council, account) })
  },
})

const nobodyIsIn = () =>
  refused('You have not signed in.', 'Only somebody who has signed in has sessions.', 'Sign in first.')

/** Ends one of one’s own sessions; another person’s is not found, whoever asks. */
export const endOwnSession = useCase({
  name: 'accounts.end-own-session',
  title: 'End one of my sessions',
  may: roles,
  input: z.object({ session: uuid.meta({ format: 'uuid', description: 'The session' }) }),
  run: async ({ tx, actor: { council, account }, about }, { session }) => {
    if (account === null) return nobodyIsIn()
    about(`account/${account}`)
    const ended = await endSessionsOf(tx, council, account, session)
    return ended > 0 ? done({ session }) : missing('There is no such session of yours: it has ended.')
  },
})

/** Signs oneself out everywhere, here included. */
export const signOutEverywhere = useCase({
  name: 'accounts.sign-out-everywhere',
  title: 'Sign out everywhere',
  may: roles,
  input: z.object({}),
  run: async ({ tx, actor: { council, account }, about }) => {
    if (account === null) return nobodyIsIn()
    about(`account/${account}`)
    return done({ ended: await endSessionsOf(tx, council, account) })
  },
})
