import { roles } from '#authority'
import { z } from 'zod'
import { mailKey, mailRule, usualMail, type MailRule } from '#platform/deliver-mail.ts'
import { pageCursor } from '#platform/input.ts'
import { mailOf, type Letter } from '#platform/mail.ts'
import { chosenOn } from '#platform/setting.ts'
import { done, query } from '#platform/use-case.ts'

const size = 20

type Read = { letters: Letter[]; next: string | null; rule: MailRule }

/** One's own mail, newest first, a page at a time. */
export const readMail = query({
  name: 'platform.read-mail',
  title: 'Read my mail',
  may: roles,
  input: z.object({ after: pageCursor.optional() }),
  run: async ({ tx, actor, today }, { after }) => {
    const rule = (await chosenOn(tx, actor.council, mailKey, mailRule, today))?.value ?? usualMail
    if (actor.account === null) return done<Read>({ letters: [], next: null, rule })
    const [at, id] = after?.split('~') ?? []
    const before = isInstant(at) && id && /^[0-9a-f-]{36}$/u.test(id) ? { at, id } : null
    const found = await mailOf(tx, actor.council, actor.account, { size: size + 1, before })
    const letters = found.slice(0, size)
    const last = letters.at(-1)
    return done<Read>({ letters, rule, next: found.length > size && last ? `${last.at.toString()}~${last.id}` : null })
  },
})

function isInstant(text: string | undefined): text is string {
  try {
    return text !== undefined && Boolean(Temporal.Instant.from(text))
  } catch {
    return false
  }
}
