import { z } from 'zod'
import { everybody, staff } from '#authority'
import { optionalText, pageCursor, whole } from '#platform/input.ts'
import { pageFrom, placeIn, start } from '#platform/keyset.ts'
import { done, query } from '#platform/use-case.ts'
import { commissionLines, countLines, shownLines } from './store.ts'
import { titlesOfPosts } from './titles-of-posts.ts'

const subjectPath = z.preprocess(
  (given) => (given === '' ? null : given),
  z
    .string()
    .max(200)
    .regex(/^[a-z0-9-]+(\/[a-z0-9-]+)*$/u, 'Choose a subject from the list.')
    .nullable()
    .default(null),
)

const listInput = z.object({
  q: optionalText(200),
  subject: subjectPath,
  state: z.preprocess((given) => (given === '' ? null : given), z.enum(['open', 'closed']).nullable().default(null)),
  after: pageCursor.optional(),
  before: pageCursor.optional(),
  size: whole(1, 100).default(20),
})

/** Commissions as the public may see them, the newest first, a page at a time. */
export const searchCommissions = query({
  name: 'commissions.search',
  title: 'Search commissions',
  may: everybody,
  input: listInput,
  async run({ tx, council }, { q, subject, state, size, ...at }) {
    const place = placeIn(at, ['day', 'text']) ?? start
    const filter = { words: q, subject, state }
    const found = await shownLines(tx, council, filter, { place, size: size + 1 })
    return done({
      ...pageFrom(found, size, place, (one) => [one.openedOn.toString(), one.ref]),
      count: await countLines(tx, council, filter, 'public'),
    })
  },
})

/** All commissions, for whoever works at the desk. */
export const listCommissions = query({
  name: 'commissions.list',
  title: 'List the commissions on the desk',
  may: staff,
  input: listInput,
  async run(work, { q, subject, state, size, ...at }) {
    const { tx, council } = work
    const place = placeIn(at, ['day', 'text']) ?? start
    const filter = { words: q, subject, state }
    const found = await commissionLines(tx, council, filter, { place, size: size + 1 })
    const titles = await titlesOfPosts(work)
    const { lines, ...page } = pageFrom(found, size, place, (one) => [one.openedOn.toString(), one.ref])
    return done({
      ...page,
      lines: lines.map((one) => ({ ...one, leadTitle: titles.get(one.lead) ?? one.lead })),
      count: await countLines(tx, council, filter, 'desk'),
    })
  },
})
