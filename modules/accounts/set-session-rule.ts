import { administrator } from '#authority'
import { choose } from '#platform/setting.ts'
import { done, invalid, useCase } from '#platform/use-case.ts'
import { sessionRule, sessionsKey } from '#platform/web/session.ts'
import { fromField, notBefore } from './set-identity-service.ts'

/** Says how long people stay signed in, from a day on: shorter times count for sessions that have begun, too. */
export const setSessionRule = useCase({
  name: 'accounts.set-session-rule',
  title: 'Say how long people stay signed in',
  may: [administrator],
  input: sessionRule
    .extend({ from: fromField })
    .refine(({ idleMinutes, longestHours }) => idleMinutes <= longestHours * 60, {
      path: ['idleMinutes'],
      message: 'Enter no more minutes than the whole session may last.',
    }),
  run: async ({ tx, actor, now, today, about }, { from, ...value }) => {
    const first = from ?? today
    if (Temporal.PlainDate.compare(first, today) < 0) return invalid(notBefore)
    about('session-rule')
    const version = await choose(tx, actor.council, sessionsKey, { from: first, value, setAt: now, setBy: actor.name })
    return done({ version, from: first })
  },
})
