import type { Visit } from '#platform/page.ts'
import { typedDay } from '#platform/typed.ts'
import type { Refusal } from '#platform/use-case.ts'

/**
 * What an address asks of a list, as typed: `fields` are read and nothing else. Those among them that are `days` may be written
 * as people write days; `errors` says which are none.
 */
export function askedIn<Field extends string>(
  query: Visit['query'],
  fields: readonly Field[],
  days: readonly Field[],
): { asked: Partial<Record<Field, string>>; errors: Record<string, string> } {
  const asked: Partial<Record<Field, string>> = {}
  const errors: Record<string, string> = {}
  for (const field of fields) {
    const typed = query[field]?.trim() ?? ''
    if (typed !== '') asked[field] = typed
  }
  for (const field of days) {
    const day = typedDay(query, field)
    if (day && 'value' in day) asked[field] = day.value.toString()
    else if (day) {
      delete asked[field]
      errors[field] = day.error
    }
  }
  return { asked, errors }
}

/** Why a list cannot be had as a file: each field with what is wrong with it. */
export const wronglyAsked = (fields: Record<string, string>, next: string | null): Refusal => ({
  kind: 'invalid',
  what: 'There is a problem with what was asked.',
  because: Object.entries(fields).map(([name, says]) => `${name}: ${says}`),
  next,
  fields,
})
