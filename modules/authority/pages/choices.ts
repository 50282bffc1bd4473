import type { SelectItem } from '#govuk'
import type { z } from 'zod'
import type { listChoices } from '../list-choices.ts'
import { covers, yearWords } from '../mandate.ts'
import { powerNames, powers, type Power } from '../powers.ts'

export type Choices = z.output<NonNullable<typeof listChoices.output>>

// The first item of a select is what is chosen when nobody has chosen: for a filter everything, for a form nothing.
const first = (text: string): SelectItem => ({ text, value: '' })

export const postItems = ({ posts }: Choices, none: string): SelectItem[] => [
  first(none),
  ...posts.map(({ post, title }) => ({ text: title, value: post })),
]

export const powerItems = (none: string, among: readonly Power[] = powerNames): SelectItem[] => [
  first(none),
  ...among.map((power) => ({ text: powers[power].title, value: power })),
]

/** Subjects that a scope covers, parts of a subject shown under it. */
export function subjectItems({ subjects }: Choices, none: string, scope = ''): SelectItem[] {
  const within = subjects.filter(({ subject }) => covers(scope, subject))
  const depth = scope === '' ? 0 : scope.split('/').length - 1
  return [
    first(none),
    ...within.map(({ subject, title }) => ({
      text: `${'– '.repeat(Math.max(0, subject.split('/').length - 1 - depth))}${title}`,
      value: subject,
    })),
  ]
}

export const yearItems = ({ years }: Choices, none: string): SelectItem[] => [
  first(none),
  ...years.map((year) => ({ text: yearWords(year), value: String(year) })),
]
