import { explain } from '#platform/law.ts'
import type { Part } from '../part.ts'
import { identifyingFacts, withholdingFacts } from './facts.ts'
import { placeWords, restrictionWords } from './restriction.ts'
import { paperFacts } from './paper-text.ts'
import { nobodyIsRecognised } from './rules/nobody-is-recognised.ts'
import { papersHoldNothingWithheld } from './rules/papers-hold-nothing-withheld.ts'
import { withholdingRules } from './rules/withholding.ts'
import { papersOf } from '../papers/store.ts'
import { restrictionsOf } from './store.ts'

/** What is withheld stands in the way while it does not fit the text, and a text that points to somebody is not published. */
export const secrecyPart: Part = {
  name: 'secrecy',
  gate: async (asked, decision, stage, on) => [
    ...explain(withholdingRules, await withholdingFacts(asked, decision, on), on),
    ...(stage === 'publish'
      ? [
          ...explain([nobodyIsRecognised], await identifyingFacts(asked, decision), on),
          ...explain([papersHoldNothingWithheld], await paperFacts(asked, decision), on),
        ]
      : []),
  ],
  shows: async (tx, council, d) => {
    const papers = new Map((await papersOf(tx, council, d.decision)).map(({ paper, title }) => [paper, title]))
    return {
      withheld: (await restrictionsOf(tx, council, d.decision)).map((one) => ({
        where: placeWords(d, one, one.paper === null ? undefined : papers.get(one.paper)),
        kind: one.kind,
        grounds: restrictionWords(one),
        publicInterest: one.publicInterest,
        decidedBy: one.decidedBy,
        decidedOn: one.decidedOn.toString(),
        reviewOn: one.reviewOn?.toString() ?? null,
      })),
    }
  },
}
