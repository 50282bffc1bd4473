import { administrator } from '#authority'
import { z } from 'zod'
import { mailKey, mailRule } from '#platform/deliver-mail.ts'
import { uuid } from '#platform/input.ts'
import { choose } from '#platform/setting.ts'
import { done, invalid, useCase } from '#platform/use-case.ts'
import { fromField, notBefore } from './set-identity-service.ts'

const template = z
  .preprocess((given) => (typeof given === 'string' && given.trim() === '' ? null : given), uuid.nullable())
  .default(null)
  .meta({
    type: 'string',
    format: 'uuid',
    description: 'A template of the council’s own; none for the one of the server',
  })

/** Says whether letters leave the house, and with which template at GOV.UK Notify, from a day on. */
export const setMailRule = useCase({
  name: 'accounts.set-mail-rule',
  title: 'Say whether letters leave the house',
  may: [administrator],
  input: mailRule.extend({ template, from: fromField }),
  run: async ({ tx, actor, now, today, about }, { from, ...value }) => {
    const first = from ?? today
    if (Temporal.PlainDate.compare(first, today) < 0) return invalid(notBefore)
    about('mail-rule')
    const version = await choose(tx, actor.council, mailKey, { from: first, value, setAt: now, setBy: actor.name })
    return done({ version, from: first })
  },
})
