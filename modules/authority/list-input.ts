import { z } from 'zod'
import { pageCursor, whole } from '#platform/input.ts'

/** A field of a search that a form sends empty when nobody chose anything. */
export const maybe = <Schema extends z.ZodType>(schema: Schema) =>
  z
    .preprocess((given) => (typeof given === 'string' && given.trim() === '' ? undefined : given), schema.optional())
    .optional()

/** What every list takes: words to search for, where the page starts, how many lines. */
export const listFields = {
  q: maybe(z.string().trim().max(200, 'Search for 200 characters or fewer.')),
  after: maybe(pageCursor),
  before: maybe(pageCursor),
  size: whole(1, 500).default(25),
}

/** For a place that is none. */
export const noSuchPlace = { after: 'Start again from the first page: this place in the list is not known.' }

/** A subject as a path, "adults/care-at-home". */
export const subjectPath = z
  .string()
  .max(200)
  .regex(/^[a-z0-9-]+(\/[a-z0-9-]+)*$/u, 'Choose a subject from the council’s list.')
