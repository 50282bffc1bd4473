import { administrator } from '#authority'
import { z } from 'zod'
import { optionalDay } from '#platform/input.ts'
import { choose } from '#platform/setting.ts'
import { done, invalid, useCase } from '#platform/use-case.ts'
import { identityService, serviceKey } from './identity/service.ts'

/** A day from which something is to count; today where none is given. */
export const fromField = optionalDay.meta({
  type: 'string',
  format: 'date',
  description: 'The day from which it counts; today unless told',
})

export const notBefore = { from: 'Enter today or a later day: what held until today stays as it was.' }

/**
 * Says by which identity service people sign in, from a day on, or that there is none. What held before stays in the
 * record, and nothing secret is in it.
 */
export const setIdentityService = useCase({
  name: 'accounts.set-identity-service',
  title: 'Say by which identity service people sign in',
  may: [administrator],
  input: z.object({ from: fromField, service: identityService }),
  run: async ({ tx, actor, now, today, about }, { from, service }) => {
    const first = from ?? today
    if (Temporal.PlainDate.compare(first, today) < 0) return invalid(notBefore)
    about('identity-service')
    const version = await choose(tx, actor.council, serviceKey, {
      from: first,
      value: service,
      setAt: now,
      setBy: actor.name,
    })
    return done({ version, from: first })
  },
})
