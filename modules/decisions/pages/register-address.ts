import { withQuery } from '#platform/address.ts'
import { plainDay } from '#platform/days.ts'
import type { Visit } from '#platform/page.ts'
import { askedIn } from './asked.ts'
import { standingWords } from './state-tag.ts'
import { registerPath } from './paths.ts'
import type { Choices } from './register-choices.ts'

/** What an address of the register may say; the page, its JSON and its CSV all read the same words. */
export const registerFields = [
  'q',
  'makerKind',
  'maker',
  'subject',
  'key',
  'standing',
  'from',
  'until',
  'order',
  'turned',
  'size',
] as const
export type RegisterField = (typeof registerFields)[number]
export type Asked = Partial<Record<RegisterField, string>>

/** What was asked of the register, as typed; days may be written as people write them. `errors` says which are none. */
export function askedOf({ query }: Pick<Visit, 'query'>): { asked: Asked; errors: Record<string, string> } {
  const found = askedIn(query, registerFields, ['from', 'until'])
  // The API speaks of words; the search box of every page of q.
  if (found.asked.q === undefined && query['words']?.trim()) found.asked.q = query['words'].trim()
  return found
}

/** The address that asks for this, with some of it changed; a change always begins at the first page. */
export const registerAddress = (
  asked: Asked,
  change: Partial<Record<RegisterField | 'after' | 'before', string | undefined>> = {},
  at = registerPath(),
): string => withQuery(at, { ...asked, ...change })

const kinds = {
  cabinet: 'Cabinet',
  member: 'Cabinet members',
  officer: 'Officers',
  committee: 'Committees',
  council: 'Full Council',
} as const
export const makerKinds: readonly { value: string; text: string }[] = Object.entries(kinds).map(([value, text]) => ({
  value,
  text,
}))

export const standings = (['call-in open', 'called in', 'effective', 'superseded'] as const).map((value) => ({
  value,
  text: standingWords(value),
}))

/** What the register is narrowed by, in words, each with the address that takes it away. */
export function narrowings(asked: Asked, { deciders, subjects }: Choices): { text: string; href: string }[] {
  const { q, makerKind, maker, subject, key, standing, from, until } = asked
  const day = (iso: string) => plainDay(Temporal.PlainDate.from(iso))
  const said: [RegisterField, string | undefined][] = [
    ['q', q && `“${q}”`],
    ['makerKind', makerKind && `Decided by: ${makerKinds.find(({ value }) => value === makerKind)?.text ?? makerKind}`],
    ['maker', maker && `Decided by: ${deciders.find(({ post }) => post === maker)?.title ?? maker}`],
    ['subject', subject && `About: ${subjects.find((one) => one.subject === subject)?.title ?? subject}`],
    ['key', key && (key === 'yes' ? 'Key decisions' : 'Not key decisions')],
    ['standing', standing && `Standing: ${standings.find(({ value }) => value === standing)?.text ?? standing}`],
    ['from', from && `Published from ${day(from)}`],
    ['until', until && `Published until ${day(until)}`],
  ]
  return said.flatMap(([field, text]) => (text ? [{ text, href: registerAddress(asked, { [field]: undefined }) }] : []))
}
