import { withQuery } from '#platform/address.ts'
import { plainDay } from '#platform/days.ts'
import type { Visit } from '#platform/page.ts'
import { askedIn } from '../../pages/asked.ts'
import { planPath } from '../paths.ts'

/** What an address of the forward plan may say; its page, JSON and CSV read the same words. */
export const planFields = [
  'q',
  'maker',
  'subject',
  'key',
  'state',
  'restriction',
  'slipped',
  'from',
  'until',
  'order',
  'turned',
  'size',
] as const
export type PlanField = (typeof planFields)[number]
export type PlanAsked = Partial<Record<PlanField, string>>

/** What was asked of the plan, as typed; days may be written as people write them. */
export function planAskedOf({ query }: Pick<Visit, 'query'>): { asked: PlanAsked; errors: Record<string, string> } {
  return askedIn(query, planFields, ['from', 'until'])
}

/** The address that asks for this, with some of it changed; a change always begins at the first page. */
export const planAddress = (
  asked: PlanAsked,
  change: Partial<Record<PlanField | 'after' | 'before', string | undefined>> = {},
  at = planPath(),
): string => withQuery(at, { ...asked, ...change })

export const planStates = [
  { value: 'planned', text: 'Planned' },
  { value: 'decided', text: 'Decided' },
  { value: 'withdrawn', text: 'Withdrawn' },
  { value: 'deferred', text: 'Deferred' },
  { value: 'all', text: 'All that ever stood in it' },
] as const
export const restrictionWords = { open: 'Open', 'part-exempt': 'Part exempt', exempt: 'Fully exempt' } as const

/** What the plan is narrowed by, in words, each with the address that takes it away. */
export function planNarrowings(
  asked: PlanAsked,
  titles: { posts: ReadonlyMap<string, string>; subjects: ReadonlyMap<string, string> },
): { text: string; href: string }[] {
  const { q, maker, subject, key, state, restriction, slipped, from, until } = asked
  const day = (iso: string) => plainDay(Temporal.PlainDate.from(iso))
  const said: [PlanField, string | undefined][] = [
    ['q', q && `“${q}”`],
    ['maker', maker && `Decided by: ${titles.posts.get(maker) ?? maker}`],
    ['subject', subject && `About: ${titles.subjects.get(subject) ?? subject}`],
    ['key', key && (key === 'yes' ? 'Key decisions' : 'Not key decisions')],
    [
      'state',
      state && state !== 'planned' ? (planStates.find(({ value }) => value === state)?.text ?? state) : undefined,
    ],
    ['restriction', restriction && (restrictionWords[restriction as keyof typeof restrictionWords] ?? restriction)],
    ['slipped', slipped && 'Later than first planned'],
    ['from', from && `Due from ${day(from)}`],
    ['until', until && `Due until ${day(until)}`],
  ]
  return said.flatMap(([field, text]) => (text ? [{ text, href: planAddress(asked, { [field]: undefined }) }] : []))
}
