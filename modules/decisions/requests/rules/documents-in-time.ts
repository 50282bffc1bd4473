import { day, lastClearDay, longDay } from '#platform/days.ts'
import { dated, met, notMet, rule, si } from '#platform/law.ts'

/** How soon a member may look at the documents of a private meeting or of a decision that one person made (to be verified). */
export const memberInspection = dated('hours until members may inspect documents', [
  { from: '2012-09-10', value: { hours: 24 }, source: si('2012/2089', 'reg 16(4)') },
])

/** How soon the executive answers a member of scrutiny; the regulations speak of clear days and of no working ones (to be verified). */
export const scrutinyDocuments = dated('clear days for documents that scrutiny asks for', [
  { from: '2012-09-10', value: { clearDays: 10, unit: 'calendar' as const }, source: si('2012/2089', 'reg 17(2)') },
])

export type Asked = {
  basis: 'member' | 'scrutiny'
  /** The day on which the meeting ended or the decision was made. */
  decided: Temporal.PlainDate
  asked: Temporal.PlainDate
}

/** The last day on which an answer is in time. What a member could see already is due at once. */
export function documentDue({ basis, decided, asked }: Asked): Temporal.PlainDate {
  if (basis === 'scrutiny') {
    const { clearDays, unit } = scrutinyDocuments.on(asked)
    return lastClearDay(asked, clearDays, unit)
  }
  const open = decided.add({ days: memberInspection.on(decided).hours / 24 })
  return Temporal.PlainDate.compare(open, asked) > 0 ? open : asked
}

/** A member who asks for a document has it, or a refusal with reasons, in time. */
export const documentsInTime = rule<Asked & { answered: Temporal.PlainDate }>({
  id: 'documents-for-members-in-time',
  title: 'Members have the documents they ask for in time',
  source: [si('2012/2089', 'reg 16'), si('2012/2089', 'reg 17')],
  from: '2012-09-10',
  check: (facts) => {
    const due = documentDue(facts)
    const asked =
      facts.basis === 'scrutiny'
        ? `Scrutiny asked on ${longDay(facts.asked)} and is answered within ${scrutinyDocuments.on(facts.asked).clearDays} clear days, by ${longDay(due)}`
        : `Decided on ${longDay(facts.decided)}, it is open to members within ${memberInspection.on(facts.decided).hours} hours, by ${longDay(due)}`
    const order = Temporal.PlainDate.compare(facts.answered, due)
    return order <= 0
      ? met(`${asked}; answered on ${longDay(facts.answered)}.`)
      : notMet(`${asked}; answered on ${longDay(facts.answered)}, ${due.until(facts.answered).days} days late.`)
  },
  examples: [
    {
      given: 'scrutiny is answered on the tenth clear day',
      facts: asked('scrutiny', '2022-08-01', '2022-08-05', '2022-08-15'),
      met: true,
    },
    { given: 'and on the eleventh', facts: asked('scrutiny', '2022-08-01', '2022-08-05', '2022-08-16'), met: false },
    {
      given: 'a member asks on the day of a decision and sees it the next day',
      facts: asked('member', '2022-08-05', '2022-08-05', '2022-08-06'),
      met: true,
    },
    {
      given: 'a member asks a week later, and sees it the day after that',
      facts: asked('member', '2022-08-05', '2022-08-12', '2022-08-13'),
      met: false,
    },
  ],
})

export type Refused = {
  basis: 'member' | 'scrutiny'
  ground: 'not-executive' | 'not-relevant' | 'political-adviser' | 'exempt'
  says: string | null
}

/** A document is refused in writing, for a reason that the regulations know. */
export const refusalGivesReasons = rule<Refused>({
  id: 'document-refused-with-reasons',
  title: 'A document is refused to a member only for a reason that the regulations know, in writing',
  source: [si('2012/2089', 'reg 17(4)'), si('2012/2089', 'reg 16(5)')],
  from: '2012-09-10',
  check: ({ basis, ground, says }) => {
    // Scrutiny sees exempt papers too where they bear on what it looks at: that alone is no reason.
    if (basis === 'scrutiny' && ground === 'exempt')
      return notMet(
        'That a document is exempt is no reason against scrutiny, unless it does not bear on what scrutiny looks at.',
      )
    if (basis === 'member' && ground === 'not-relevant')
      return notMet('Whether it is relevant is asked only where scrutiny wants exempt papers.')
    return says ? met('The reasons are given in writing.') : notMet('The reasons are not given.')
  },
  examples: [
    {
      given: 'an exempt paper that does not bear on any review',
      facts: { basis: 'scrutiny', ground: 'not-relevant', says: 'It is about another placement.' },
      met: true,
    },
    { given: 'the same without a word', facts: { basis: 'scrutiny', ground: 'not-relevant', says: null }, met: false },
    {
      given: 'scrutiny is told only that it is exempt',
      facts: { basis: 'scrutiny', ground: 'exempt', says: 'Paragraph 3.' },
      met: false,
    },
    {
      given: 'a member is told that it is exempt',
      facts: { basis: 'member', ground: 'exempt', says: 'Paragraph 1: it names a child.' },
      met: true,
    },
    {
      given: 'advice of a political adviser',
      facts: { basis: 'scrutiny', ground: 'political-adviser', says: 'It was written by the Leader’s adviser.' },
      met: true,
    },
  ],
})

function asked(basis: Asked['basis'], decided: string, on: string, answered: string) {
  return { basis, decided: day(decided), asked: day(on), answered: day(answered) }
}
