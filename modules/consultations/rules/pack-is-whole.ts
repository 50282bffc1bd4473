import { guidance, met, notMet, rule } from '#platform/law.ts'
import { packKinds, type PackKind } from '../consultation.ts'
import { someFacts, type ConsultationFacts } from '../facts.ts'

/** Sufficient reasons for intelligent consideration and response, with the options that were rejected (Moseley). */
export const packIsWhole = rule<ConsultationFacts>({
  id: 'consultation-pack-is-whole',
  title: 'The supporting pack says what people need to answer with understanding',
  from: '2014-10-29',
  source: guidance('R (Moseley) v Haringey LBC [2014] UKSC 56', 'paras 25 to 27'),
  check: ({ pack }) => {
    const missing = (Object.keys(packKinds) as PackKind[]).filter(
      (kind) => packKinds[kind].needed && !pack.includes(kind),
    )
    return missing.length
      ? notMet(
          `The pack lacks ${missing.length} of ${needed} things: ${missing.map((kind) => packKinds[kind].title.toLowerCase()).join('; ')}.`,
        )
      : met(`The pack has all ${needed} things that people need.`)
  },
  examples: [
    { given: 'everything is there', facts: someFacts(), met: true },
    {
      given: 'nothing on what else was considered',
      facts: someFacts({ pack: ['proposal', 'reasons', 'costs', 'impact', 'equality-analysis'] }),
      met: false,
    },
  ],
})

const needed = Object.values(packKinds).filter((kind) => kind.needed).length
