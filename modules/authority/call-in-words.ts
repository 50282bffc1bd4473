import type { CallInRuleValue } from './call-in-rule.ts'

const weekdays = ['', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']
const effects: Record<CallInRuleValue['effective'], string> = {
  'day-after': 'the decision takes effect on the day after',
  'last-day': 'the decision takes effect on the last of these days',
  'next-working-day': 'the decision takes effect on the next working day',
}

/** A council's call-in rule as people read it, part by part. */
export function callInWords(rule: CallInRuleValue): string {
  return [
    windowWords(rule),
    effects[rule.effective],
    ...whoWords(rule),
    ...whyWords(rule),
    ...whatWords(rule),
    ...thenWords(rule),
  ].join('; ')
}

function windowWords(rule: CallInRuleValue): string {
  const unit = rule.unit === 'clear-working' ? 'clear working' : 'clear calendar'
  const length = rule.weekdayAnchor
    ? `until ${weekdays[rule.weekdayAnchor.weekday]}, ${weeksWords(rule.weekdayAnchor.weeksLater)}`
    : `${rule.lengthDays} ${unit} ${rule.lengthDays === 1 ? 'day' : 'days'}`
  const counted = rule.countStartDay ? `, the day of ${rule.start} being the first` : ''
  return `${length} after ${rule.start}${counted}${rule.cutoffTime ? `, until ${rule.cutoffTime} on the last day` : ''}`
}

type Way = NonNullable<CallInRuleValue['callers']>[number]

/** "the chair and 2 members of the committee, or 5 members of the council" */
export const waysWords = (ways: readonly Way[]): string =>
  ways.map(({ all }) => all.map(needWords).join(' and ')).join(', or ')

function needWords({ who, posts, least }: Way['all'][number]): string {
  switch (who) {
    case 'members':
      return `${least} ${least === 1 ? 'member' : 'members'} of the council`
    case 'committee':
      return `${least} ${least === 1 ? 'member' : 'members'} of the scrutiny committee`
    case 'chair':
      return least === 1 ? 'the chair' : `${least} chairs`
    case 'posts':
      return `${least} of those who hold ${(posts ?? []).join(' or ')}`
  }
}

const whoWords = ({ callers, minCallers, coopted }: CallInRuleValue): string[] => [
  ...(callers
    ? [`it takes ${waysWords(callers)} to call one in`]
    : minCallers
      ? [`it takes ${minCallers} ${minCallers === 1 ? 'member' : 'members'} to call one in`]
      : []),
  ...(coopted ? [`co-opted members ${coopted.may ? 'may' : 'may not'} call in`] : []),
]

const whyWords = ({ grounds }: CallInRuleValue): string[] => [
  ...(grounds?.list ? [`on one or more of ${grounds.list.length} grounds`] : []),
  ...(grounds?.particulars ? ['with particulars'] : []),
  ...(grounds?.substitute ? ['stating the decision to put in its place'] : []),
]

const scopeWords: Record<'cabinet' | 'member' | 'officer' | 'committee', string> = {
  cabinet: 'Cabinet',
  member: 'executive members',
  officer: 'officers',
  committee: 'committees of the executive',
}

function whatWords({ scope, clauses, onceOnly }: CallInRuleValue): string[] {
  const said = (['cabinet', 'member', 'officer', 'committee'] as const).flatMap((kind) => {
    const which = scope?.[kind]
    return which === undefined
      ? []
      : [`${which === 'all' ? 'all' : which === 'key' ? 'key' : 'no'} decisions of ${scopeWords[kind]}`]
  })
  return [
    ...(said.length ? [`what may be called in: ${said.join(', ')}`] : []),
    ...(clauses === 'whole' ? ['only the whole of a decision'] : []),
    ...(onceOnly ? ['once only'] : []),
  ]
}

type Within = NonNullable<CallInRuleValue['hearing']>

const withinWords = ({ days, unit, otherwise }: Within): string =>
  `within ${days} ${unit} ${days === 1 ? 'day' : 'days'}${otherwise === 'takes-effect' ? ', else the decision takes effect' : ''}`

const thenWords = ({ hearing, attend, reconsideration, council, releasedFrom, waiver }: CallInRuleValue): string[] => [
  ...(hearing ? [`heard ${withinWords(hearing)}`] : []),
  ...(attend ? [`${attend} of those who called in must attend`] : []),
  ...(reconsideration ? [`reconsidered ${withinWords(reconsideration)}`] : []),
  ...(council === 'outside-framework'
    ? ['referred to council only where contrary to the budget or policy framework']
    : []),
  ...(council === 'never' ? ['never referred to council'] : []),
  ...(releasedFrom === 'day-after' ? ['a released decision takes effect the day after'] : []),
  ...(waiver ? [`urgent decisions are exempt with the agreement of ${waiver.posts.join(', else ')}`] : []),
]

const weeksWords = (weeks: number): string =>
  weeks === 0 ? 'the same week' : weeks === 1 ? 'the week following' : `${weeks} weeks on`
