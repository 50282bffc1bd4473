import { z } from 'zod'
import { democraticServices, monitoringOfficer, officer, staff } from '#authority'
import { explain } from '#platform/law.ts'
import { optionalDay, ref } from '#platform/input.ts'
import { done, missing, query } from '#platform/use-case.ts'
import { papersOf } from '../papers/store.ts'
import { findDecision } from '../store.ts'
import { identifyingFacts, stands, withholdingFacts } from './facts.ts'
import { groundsOn } from './grounds.ts'
import { renditionFor } from './rendition-for.ts'
import { placeWords, restrictionWords } from './restriction.ts'
import { nobodyIsRecognised } from './rules/nobody-is-recognised.ts'
import { withholdingRules } from './rules/withholding.ts'
import { allRestrictions, readingsOf, restrictionsOf } from './store.ts'

/** What is withheld of a record, what the rules say of it, and who read it: for those who decide what is withheld. */
export const viewRestrictions = query({
  name: 'decisions.view-restrictions',
  title: 'See what is withheld of a record',
  may: [officer, democraticServices, monitoringOfficer],
  input: z.object({ ref }),
  async run(work, { ref }) {
    const { tx, council, today } = work
    const decision = await findDecision(tx, council, ref)
    if (!decision) return missing(`There is no decision ${ref}.`)
    const papers = new Map((await papersOf(tx, council, decision.decision)).map(({ paper, title }) => [paper, title]))
    const restrictions = (await restrictionsOf(tx, council, decision.decision, 'and lifted')).map((one) => ({
      ...one,
      where: placeWords(decision, one, papers.get(one.paper ?? '')),
      says: restrictionWords(one),
      stands: one.place === 'paper' ? papers.has(one.paper ?? '') : stands(decision, one),
    }))
    return done({
      restrictions,
      grounds: await groundsOn(tx, council, today),
      readings: await readingsOf(tx, council, decision.decision),
      findings: [
        ...explain(withholdingRules, await withholdingFacts(work, decision, today), today),
        ...explain([nobodyIsRecognised], await identifyingFacts(work, decision), today),
      ],
    })
  },
})

/** How much of a record is withheld from whoever asks, and how much of that they may ask to read. The words are not said. */
export const viewMyRendition = query({
  name: 'decisions.view-my-rendition',
  title: 'See how much of a record is withheld from you',
  may: [...staff],
  input: z.object({ ref }),
  async run(work, { ref }) {
    const decision = await findDecision(work.tx, work.actor.council, ref)
    if (!decision) return missing(`There is no decision ${ref}.`)
    const { hidden, readable } = await renditionFor(work, decision)
    return done({
      hidden: hidden.length,
      readable: readable.length,
      withheld: (await restrictionsOf(work.tx, work.actor.council, decision.decision)).length,
    })
  },
})

/** What is withheld across the council, the earliest review first; `until` asks for what is to be reviewed by that day. */
export const listRestrictions = query({
  name: 'decisions.list-restrictions',
  title: 'See what is withheld, and what is due for review',
  may: [democraticServices, monitoringOfficer, officer],
  input: z.object({ until: optionalDay }),
  async run({ tx, council }, { until }) {
    const found = await allRestrictions(tx, council, { until, size: 501 })
    return done({
      restrictions: found
        .slice(0, 500)
        .map((one) => ({
          ...one,
          says: restrictionWords(one),
          where:
            one.place === 'paper' ? 'a paper' : one.place === 'clause' ? 'a clause' : placeWords({ clauses: [] }, one),
        })),
      more: found.length > 500,
    })
  },
})
