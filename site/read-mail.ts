import { staff } from '#authority'
import { z } from 'zod'
import { pageCursor } from '#platform/input.ts'
import { mailOf, type Letter } from '#platform/mail.ts'
import { done, query } from '#platform/use-case.ts'

const size = 20

/** One's own mail, newest first, a page at a time. */
export const readMail = query({
  name: 'platform.read-mail',
  title: 'Read my mail',
  may: staff,
  input: z.object({ after: pageCursor.optional() }),
  run: async ({ tx, actor }, { after }) => {
    if (actor.account === null) return done<{ letters: Letter[]; next: string | null }>({ letters: [], next: null })
    const [at, id] = after?.split('~') ?? []
    const before = isInstant(at) && id && /^[0-9a-f-]{36}$/u.test(id) ? { at, id } : null
    const found = await mailOf(tx, actor.council, actor.account, { size: size + 1, before })
    const letters = found.slice(0, size)
    const last = letters.at(-1)
    return done({ letters, next: found.length > size && last ? `${last.at.toString()}~${last.id}` : null })
  },
})

function isInstant(text: string | undefined): text is string {
  try {
    return text !== undefined && Boolean(Temporal.Instant.from(text))
  } catch {
    return false
  }
}
