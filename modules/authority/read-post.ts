import { z } from 'zod'
import { isoDay } from '#platform/input.ts'
import { start } from '#platform/keyset.ts'
import { done, missing, query } from '#platform/use-case.ts'
import { maybe } from './list-input.ts'
import { postLines, powersOfPost } from './lists-store.ts'
import { powerNames } from './powers.ts'
import { everybody } from './roles.ts'
import { dayShape, postShape } from './shapes.ts'
import { findPost, holdersOf } from './store.ts'

/** One post: who held it when, and who does on a day. Its mandates are a list of their own. */
export const readPost = query({
  name: 'authority.read-post',
  title: 'Read a post',
  may: everybody,
  input: z.object({ post: z.string().max(81), day: maybe(isoDay) }),
  output: z.object({
    post: postShape,
    day: dayShape,
    holdings: z.array(z.object({ name: z.string(), from: dayShape, until: dayShape.nullable(), acting: z.boolean() })),
    powers: z
      .array(z.enum(powerNames))
      .meta({ description: 'Every power that a mandate in effect on the day gives it' }),
  }),
  async run({ tx, council, today }, { post, day = today }) {
    const found = await findPost(tx, council, post)
    const line = found && (await postLines(tx, council, { post, day }, { place: start, size: 1 }))[0]
    if (!line) return missing(`The council has no post called ${post}.`)
    return done({
      post: line,
      day,
      holdings: await holdersOf(tx, council, post),
      powers: await powersOfPost(tx, council, post, day),
    })
  },
})
