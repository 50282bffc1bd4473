import type { RefusalShown } from '#govuk'
import type { Typed } from '#platform/typed.ts'
import { typedDay, typedPounds } from '#platform/typed.ts'
import type { Outcome, Refusal } from '#platform/use-case.ts'
import type { z } from 'zod'

/** What is wrong with a form, by the name of the field. */
export type Wrong = Record<string, string>

/** Reads a day from its three boxes; what is wrong is noted under the field's name. */
export function dayIn(
  values: Typed,
  name: string,
  wrong: Wrong,
  missing: string | null,
): Temporal.PlainDate | undefined {
  const read = typedDay(values, name)
  if (read && 'value' in read) return read.value
  if (read) wrong[name] = read.error
  else if (missing !== null) wrong[name] = missing
  return undefined
}

/** Reads an amount in pounds, as pence. */
export function poundsIn(values: Typed, name: string, wrong: Wrong, missing: string | null): bigint | undefined {
  const read = typedPounds(values, name)
  if (read && 'value' in read) return read.value
  if (read) wrong[name] = read.error
  else if (missing !== null) wrong[name] = missing
  return undefined
}

/**
 * Everything that a schema has against an input, under the names of the form's own fields: people mend all of it at once.
 * What the form itself found first stands.
 */
export function wrongWith(schema: z.ZodType, input: unknown, found: Wrong, nameOf: (path: string) => string): Wrong {
  const wrong = { ...found }
  const result = schema.safeParse(input)
  if (!result.success) for (const issue of result.error.issues) wrong[nameOf(issue.path.join('.'))] ??= issue.message
  return wrong
}

/** What a page shows of a refusal: sentences by field for input that does not fit, the whole panel for everything else. */
export function shownRefusal(
  outcome: Outcome<unknown> | null,
  nameOf: (path: string) => string,
): { errors: Wrong; refusal: Refusal | null } {
  if (!outcome || outcome.ok) return { errors: {}, refusal: null }
  const { refusal } = outcome
  if (refusal.kind !== 'invalid') return { errors: {}, refusal }
  return {
    errors: Object.fromEntries(Object.entries(refusal.fields).map(([path, says]) => [nameOf(path), says])),
    refusal: null,
  }
}

/** A refusal as the question page shows it, with more to read where there is more. */
export const asPanel = (refusal: Refusal | null, next?: RefusalShown['next']): RefusalShown | undefined =>
  refusal ? { what: refusal.what, because: refusal.because, next: next ?? refusal.next } : undefined
