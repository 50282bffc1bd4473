import { explain, type Explanation } from '#platform/law.ts'
import type { Asked, Part } from '../part.ts'
import type { Decision } from '../decision.ts'
import { weighedOn } from '../key-test/weighed.ts'
import { daysFor } from './days-for.ts'
import { noticeWords, stands, type NoticeKind } from './notice.ts'
import { keyDecisionIsNoticed, type NoticedFacts } from './rules/key-decision-is-noticed.ts'
import { endItem, plannedFor } from './plan/store.ts'
import { noticesOfDecision } from './store.ts'

/** What the public is shown of the notices of a decision. */
export type PublicNotice = {
  ref: string
  kind: NoticeKind
  title: string
  givenOn: string
  elsewhere: boolean
  endedOn: string | null
}

/** What the rule about notice of a key decision looks at, for a decision to be taken on a day. */
export async function noticedFacts(
  { tx, council }: Pick<Asked, 'tx' | 'council'>,
  decision: Decision,
  on: Temporal.PlainDate,
): Promise<NoticedFacts> {
  const { facts } = await weighedOn({ tx, council }, decision, on)
  const given = (await noticesOfDecision(tx, council, decision.decision)).filter(stands)
  return {
    isKey: decision.isKey === true,
    executive: facts.executive,
    on,
    notices: given.flatMap(({ ref, kind, givenOn, rule }) =>
      kind === 'key-decision' || kind === 'general-exception' || kind === 'special-urgency'
        ? [{ ref, kind, given: givenOn, days: rule }]
        : [],
    ),
    days: (await daysFor(tx, council, 'key-decision', on)).rule,
    exceptionDays: (await daysFor(tx, council, 'general-exception', on)).rule,
  }
}

const noticed = async (asked: Asked, decision: Decision, on: Temporal.PlainDate): Promise<Explanation[]> => {
  // Before the regulations there were no such notices, and there is no figure to count by.
  if (decision.isKey !== true || !keyDecisionIsNoticed.inForceOn(on)) return []
  return explain([keyDecisionIsNoticed], await noticedFacts(asked, decision, on), on)
}

/** Notices before a decision: they stand in the way of deciding until their days have run. */
export const noticesPart: Part = {
  name: 'notices',
  gate: async (asked, decision, stage, on) => (stage === 'decide' ? noticed(asked, decision, on) : []),
  // Who drafts sees while there is time how long notice has still to run.
  looks: async (asked, decision, stage, on) => (stage === 'propose' ? noticed(asked, decision, on) : []),
  async moved({ tx, council, today }, decision, to) {
    if (to !== 'published') return
    for (const { item } of await plannedFor(tx, council, decision.decision))
      await endItem(tx, council, item, { state: 'decided', on: today, because: null })
  },
  async shows(tx, council, decision) {
    const given = await noticesOfDecision(tx, council, decision.decision)
    if (!given.length) return {}
    const notices: PublicNotice[] = given.map(({ ref, kind, givenOn, elsewhere, endedOn }) => ({
      ref,
      kind,
      title: noticeWords[kind],
      givenOn: givenOn.toString(),
      elsewhere: elsewhere !== null,
      endedOn: endedOn?.toString() ?? null,
    }))
    return { notices }
  },
}
