import { z } from 'zod'
import { isoDay } from '#platform/input.ts'
import { pageFrom, placeIn } from '#platform/keyset.ts'
import { done, invalid, query } from '#platform/use-case.ts'
import { listFields, maybe, noSuchPlace } from './list-input.ts'
import { countPosts, postLines } from './lists-store.ts'
import { everybody } from './roles.ts'
import { pageOf, postShape } from './shapes.ts'

/** The posts of a council with who holds each on a day, by title. */
export const listPosts = query({
  name: 'authority.list-posts',
  title: 'List the posts',
  may: everybody,
  input: z.object({ ...listFields, kind: maybe(postShape.shape.kind), day: maybe(isoDay) }),
  output: pageOf(postShape),
  async run({ tx, council, today }, { after, before, size, day = today, ...search }) {
    const place = placeIn({ after, before }, ['text', 'text'])
    if (!place) return invalid(noSuchPlace)
    const found = await postLines(tx, council, { ...search, day }, { place, size: size + 1 })
    const page = pageFrom(found, size, place, ({ title, post }) => [title, post])
    return done({ ...page, count: await countPosts(tx, council, { ...search, day }) })
  },
})
