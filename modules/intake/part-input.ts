import { z } from 'zod'
import { isoDay, text, yesNo } from '#platform/input.ts'
import { nowhere, placeOf, type Part, type PartValue } from './parts.ts'
import type { Field, MakerKind, Span } from './reading.ts'

const verbs = [
  'approve',
  'authorise',
  'delegate',
  'agree',
  'note',
  'consider',
  'recommend',
  'refuse',
  'defer',
  'other',
] as const
export const makerKinds = [
  'cabinet',
  'member',
  'officer',
  'committee',
  'council',
] as const satisfies readonly MakerKind[]
export const pers = ['year', 'week', 'day', 'hour', 'visit', 'total'] as const

const names = z.array(text(300)).max(30, 'Name at most 30 posts.')

const clause = z.object({
  label: z.preprocess((given) => (given === '' ? null : given), text(12).nullable().default(null)),
  text: text(20_000),
  verb: z.enum(verbs, 'Choose what the clause does.'),
  to: names.default([]),
  consulting: names.default([]),
})
const amount = z.object({
  pence: z.number('Enter an amount.').int('Enter whole pence.').min(-1e15).max(1e15),
  per: z.enum(pers).nullable().default(null),
})
const signature = z.object({ role: text(300), day: isoDay.nullable().default(null) })

export type PartRead = { ok: true; value: PartValue } | { ok: false; errors: Record<string, string> }

type Given = { value: unknown; words: string | null; old: PartValue; text: string }

/**
 * What somebody says stands in a part, with its place in the text: that of the words they name, else of the value itself, else
 * of what was read there before; a value whose words the text does not hold has no place.
 */
export function partInput(part: Part, { value, words, old, text: source }: Given): PartRead {
  const named = words === null ? null : placeOf(source, words)
  if (words !== null && named === null)
    return {
      ok: false,
      errors: { words: 'The document does not say these words. Copy them from it exactly, or leave this empty.' },
    }
  if (value === null || value === undefined) return { ok: true, value: part.kind === 'identifiers' ? [] : null }
  const place = (said: string | null): Span =>
    named ?? (said === null ? null : placeOf(source, said)) ?? spanOf(old) ?? nowhere
  switch (part.kind) {
    case 'text':
      return read(text(20_000), value, (said) => ({ value: said, at: place(said) }))
    case 'day':
      return read(isoDay, value, (day) => ({ value: day.toString(), at: place(null) }))
    case 'yes-no':
      return read(yesNo, value, (said) => ({ value: said, at: place(null) }))
    case 'maker-kind':
      return read(z.enum(makerKinds, 'Choose who decided.'), value, (kind) => kind)
    case 'identifiers':
      return read(z.array(text(100)).max(50), value, (all) =>
        all.map((said): Field<string> => ({ value: said, at: placeOf(source, said) ?? nowhere })),
      )
    case 'item':
      switch (part.list) {
        case 'clauses':
          return read(clause, value, ({ label, text: said, verb, to, consulting }) => ({
            label,
            text: said,
            verb,
            delegation: to.length + consulting.length === 0 ? null : { to, consulting },
            at: place(said),
          }))
        case 'amounts':
          return read(amount, value, ({ pence, per }) => ({ pence, per, at: place(null) }))
        case 'signatures':
          return read(signature, value, ({ role, day }) => ({ role, day: day?.toString() ?? null, at: place(role) }))
      }
  }
}

function read<T>(schema: z.ZodType<T>, given: unknown, make: (value: T) => PartValue): PartRead {
  const result = schema.safeParse(given)
  if (result.success) return { ok: true, value: make(result.data) }
  const errors: Record<string, string> = {}
  for (const { path, message } of result.error.issues)
    errors[typeof path[0] === 'string' ? path[0] : 'value'] ??= message
  return { ok: false, errors }
}

function spanOf(old: PartValue): Span | null {
  if (old === null || typeof old !== 'object' || Array.isArray(old)) return null
  return old.at[1] > old.at[0] ? old.at : null
}
