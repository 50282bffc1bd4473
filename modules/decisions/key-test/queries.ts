import { z } from 'zod'
import { democraticServices, monitoringOfficer, scrutiny, staff } from '#authority'
import { pageCursor, ref } from '#platform/input.ts'
import { rows, sql } from '#platform/database.ts'
import { pageFrom, placeIn } from '#platform/keyset.ts'
import { done, missing, query, refused } from '#platform/use-case.ts'
import type { PublicDecision } from '../register.ts'
import { findDecision } from '../store.ts'
import { weighedOn, type Weighed } from './weighed.ts'
import { aboutRecord, hiddenFrom, withoutFigures } from '../secrecy/about-record.ts'

/** A decision's test, worked: what was answered, what each limb says, what that suggests, and which law asks for the record. */
export const viewKeyTest = aboutRecord({
  name: 'decisions.view-key-test',
  title: 'See the test for a key decision',
  may: [...staff],
  input: z.object({ ref }),
  async run({ tx, actor, today }, { ref }) {
    const decision = await findDecision(tx, actor.council, ref)
    if (!decision) return missing(`There is no decision ${ref}.`)
    const weighed = await weighedOn({ tx, council: actor.council }, decision, decision.decidedOn ?? today)
    const { amounts } = await hiddenFrom({ tx, actor, council: actor.council, today }, decision)
    return done({
      ref,
      title: decision.title,
      state: decision.state,
      version: decision.version,
      ...(amounts ? withoutItsSums(weighed) : weighed),
    })
  },
})

// On which side of the threshold it lies is public, and by how much is not: as in the register.
const withoutItsSums = (weighed: Weighed): Weighed => ({
  ...weighed,
  test: weighed.test && { ...weighed.test, perYear: null, saving: null, savingPerYear: null },
  facts: { ...weighed.facts, value: { kind: 'withheld' }, perYear: null, saving: null, savingPerYear: null },
  recording: { ...weighed.recording, value: null },
  suggestion: { ...weighed.suggestion, limbs: withoutFigures(weighed.suggestion.limbs) },
})

/** What was published as not key although the test suggests that it is, the latest first: for scrutiny to look at. */
export const viewAgainstTheTest = query({
  name: 'decisions.view-against-the-test',
  title: 'See what was not key against the test',
  may: [scrutiny, democraticServices, monitoringOfficer],
  input: z.object({ after: pageCursor.optional() }),
  async run({ tx, council }, { after }) {
    const place = placeIn({ after }, ['day', 'text'])
    if (!place) return refused('This place in the list is not known.', [], 'Start again from the first page.')
    const found = await rows<{
      ref: string
      title: string
      makerTitle: string
      publishedOn: Temporal.PlainDate
      document: PublicDecision
    }>(
      tx,
      sql`
      select ref, title, maker_title as "makerTitle", published_on as "publishedOn", document from decisions.register
      where council = ${council} and (document -> 'keyTest' ->> 'against') = 'true'
        ${place.values ? sql`and (published_on, ref) < (${place.values[0]}::date, ${place.values[1]})` : sql``}
      order by published_on desc, ref desc limit 21`,
    )
    const { lines, next } = pageFrom(found, 20, place, (one) => [one.publishedOn.toString(), one.ref])
    return done({
      decisions: lines.map(({ document, ...one }) => ({
        ...one,
        reasoning: document.keyReasoning,
        because: document.keyTest?.because ?? [],
      })),
      next,
    })
  },
})
