import { administrator, roles } from '#authority'
import { z } from 'zod'
import { pageCursor, whole } from '#platform/input.ts'
import { pageFrom, placeIn } from '#platform/keyset.ts'
import { done, invalid, query } from '#platform/use-case.ts'
import { isUuid } from '#platform/input.ts'
import { personShape } from './shapes.ts'
import { countPeople, peopleLines, placeOf } from './store.ts'

// A form sends what nobody chose as nothing.
const maybe = <Schema extends z.ZodType>(schema: Schema) =>
  z
    .preprocess((given) => (typeof given === 'string' && given.trim() === '' ? undefined : given), schema.optional())
    .optional()

const noSuchPlace = { after: 'Start again from the first page: this place in the list is not known.' }

/** The people who may sign in, or could, by name. */
export const listPeople = query({
  name: 'accounts.list-people',
  title: 'List the people who may sign in',
  may: [administrator],
  input: z.object({
    q: maybe(z.string().trim().max(200, 'Search for 200 characters or fewer.')),
    role: maybe(z.enum(roles)),
    state: maybe(z.enum(['open', 'closed'])),
    after: maybe(pageCursor),
    before: maybe(pageCursor),
    size: whole(1, 500).default(25),
  }),
  output: z.object({
    lines: z.array(personShape),
    next: z.string().nullable(),
    previous: z.string().nullable(),
    count: z.int(),
  }),
  run: async ({ tx, council, today }, { after, before, size, ...search }) => {
    const place = placeIn({ after, before }, ['text', 'text'])
    if (!place || (place.values && !isUuid(place.values[1]))) return invalid(noSuchPlace)
    const chosen = { ...search, day: today }
    const found = await peopleLines(tx, council, chosen, { place, size: size + 1 })
    return done({ ...pageFrom(found, size, place, placeOf), count: await countPeople(tx, council, chosen) })
  },
})
