import type { Citation } from '#platform/law.ts'
import { explain } from '#platform/law.ts'
import { makersOf, maySignFor } from '../jointly/makers.ts'
import type { Part } from '../part.ts'
import { digestOfDuties, type Impact } from './duty.ts'
import { dutyFacts, dutyLines } from './lines.ts'
import { dutiesAreSeen, dutyRules } from './rules/duties-considered.ts'
import { seenOf } from './store.ts'

/** How a duty was considered, as the public sees it. */
export type PublicDuty = {
  title: string
  source: Pick<Citation, 'words' | 'title' | 'href'>
  how: string
  writtenIn: string
  paragraph: string | null
  on: string
  version: number
  impacts: Impact[]
}
export type PublicDuties = { duties: PublicDuty[]; seen: { by: string; on: string }[] }

export const dutiesPart: Part = {
  name: 'duties',
  async gate({ tx, actor }, decision, stage, on) {
    if (stage === 'publish') return []
    const { council } = actor
    const facts = await dutyFacts(tx, council, decision, on)
    const said = explain(dutyRules, facts, on)
    if (stage === 'propose') return said
    const entries = (await dutyLines(tx, council, decision, on)).flatMap(({ entry }) => entry ?? [])
    const digest = digestOfDuties(decision.ref, entries)
    const receipts = await seenOf(tx, council, decision.decision)
    // Whoever signs must have read it themselves; whoever only looks is told whether anybody has.
    const posts = await maySignFor(tx, actor, await makersOf(tx, council, decision), on)
    const own = posts.length > 0 ? receipts.filter(({ account }) => account === actor.account) : receipts
    const seen = own.find((one) => one.digest === digest)
    const earlier = own.at(-1)
    return [
      ...said,
      ...explain(
        [dutiesAreSeen],
        {
          duties: entries.length,
          seen: seen ? { by: seen.name } : null,
          earlier: earlier ? { by: earlier.name } : null,
        },
        on,
      ),
    ]
  },
  async shows(tx, council, decision) {
    if (!decision.decidedOn) return {}
    const entries = (await dutyLines(tx, council, decision, decision.decidedOn)).flatMap(({ entry, source }) =>
      entry ? [{ entry, source }] : [],
    )
    if (entries.length === 0) return {}
    const receipts = await seenOf(tx, council, decision.decision)
    const digest = digestOfDuties(
      decision.ref,
      entries.map(({ entry }) => entry),
    )
    return {
      dutiesConsidered: {
        duties: entries.map(
          ({
            entry: { title, how, writtenIn, paragraph, on, version, impacts },
            source: { words, title: name, href },
          }) => ({
            title,
            source: { words, title: name, href },
            how,
            writtenIn,
            paragraph,
            on: on.toString(),
            version,
            impacts,
          }),
        ),
        seen: receipts
          .filter((one) => one.digest === digest)
          .map(({ name, postTitle, seenAt }) => ({
            by: `${name}, ${postTitle}`,
            on: seenAt.toZonedDateTimeISO('Europe/London').toPlainDate().toString(),
          })),
      },
    }
  },
}
