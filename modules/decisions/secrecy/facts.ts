import { createHash } from 'node:crypto'
import { findPost, settingOn, subjects } from '#authority'
import type { Decision } from '../decision.ts'
import type { Asked } from '../part.ts'
import { papersOf } from '../papers/store.ts'
import { publicRendition, withheldIn } from './rendition.ts'
import { isAmount, passagesOf, placeWords, textAt, type Restriction } from './restriction.ts'
import type { IdentifyingFacts } from './rules/nobody-is-recognised.ts'
import type { WithholdingFacts } from './rules/withholding.ts'
import { lastConsidered, restrictionsOf } from './store.ts'

/** Whether a withheld passage stands where it was withheld. */
export function stands(
  decision: Decision,
  { place, clause, grant, passage }: Pick<Restriction, 'place' | 'clause' | 'grant' | 'passage'>,
): boolean {
  const text = textAt(decision, place, clause, grant)
  // A sum is its own whole text: £60,000 does not stand in £60,000.50.
  if (isAmount(place)) return text !== null && text === passage
  return passage !== null && text !== null && withheldIn(text, [{ passage, says: '' }]).length > 0
}

/** What a record must show whatever is withheld: what it is called, what it is about, who decides and what it gives to whom. */
export async function particularsOf(
  { tx, council }: Pick<Asked, 'tx' | 'council'>,
  d: Decision,
): Promise<{ what: string; text: string }[]> {
  const maker = d.maker === null ? null : await findPost(tx, council, d.maker)
  const subject = d.subject === null ? null : (await subjects(tx, council)).find((one) => one.subject === d.subject)
  return [
    { what: 'the title', text: d.title },
    ...d.identifiers.map((text) => ({ what: 'the references', text })),
    ...(maker ? [{ what: 'the name of who decides', text: maker.title }] : []),
    ...(subject ? [{ what: 'the subject', text: subject.title }] : []),
    ...(d.decidedBy === null ? [] : [{ what: 'the name of who decided', text: d.decidedBy }]),
    ...(d.supersedes === null ? [] : [{ what: 'what it supersedes', text: d.supersedes }]),
    ...d.clauses.flatMap(({ label, grants }) =>
      grants.flatMap(({ mandate, conditions }) =>
        mandate === null
          ? []
          : conditions.map(({ words }) => ({
              what: `a condition of clause (${label ?? '–'}), which is in force`,
              text: words,
            })),
      ),
    ),
  ]
}

export async function withholdingFacts(asked: Asked, d: Decision, on: Temporal.PlainDate): Promise<WithholdingFacts> {
  const { tx, council } = asked
  const restrictions = await restrictionsOf(tx, council, d.decision)
  const papers = await papersOf(tx, council, d.decision)
  const particulars = await particularsOf(asked, d)
  const passages = restrictions.flatMap((one) =>
    one.passage === null ? [] : [{ where: placeWords(d, one), passage: one.passage, stands: stands(d, one) }],
  )
  const words = passagesOf(restrictions)
  return {
    passages,
    on,
    papers: restrictions
      .filter(({ place }) => place === 'paper')
      .map(({ paper, place, clause }) => ({
        where: placeWords(d, { place, clause }),
        stands: papers.some((one) => one.paper === paper),
      })),
    particulars: particulars.map(({ what, text }) => ({
      what,
      holds: words.filter((one) => withheldIn(text, [one]).length > 0).map(({ passage }) => passage),
    })),
    sums: figuresOf(d, restrictions).flatMap(({ what, pence }) =>
      words.filter(({ passage }) => sumsIn(passage).includes(pence)).map(({ passage }) => ({ what, pence, passage })),
    ),
    reviews: restrictions.flatMap((one) =>
      one.reviewOn === null ? [] : [{ where: placeWords(d, one), reviewOn: one.reviewOn }],
    ),
  }
}

/** The sums that a record publishes as figures: its value and its ceilings, without those that are withheld. */
const figuresOf = (d: Decision, restrictions: readonly Restriction[]): { what: string; pence: bigint }[] => [
  ...(d.value?.kind === 'stated' && !restrictions.some(({ place }) => place === 'value')
    ? [{ what: 'its value', pence: d.value.pence }]
    : []),
  ...d.clauses.flatMap(({ label, grants }) =>
    grants.flatMap(({ grant, ceiling }) =>
      ceiling?.pence == null || restrictions.some((one) => one.grant === grant)
        ? []
        : [{ what: `the ceiling of clause (${label ?? '–'})`, pence: ceiling.pence }],
    ),
  ),
]

/** Sums of money in words, in pence: "£1,234.56", "£5m", "£250k". */
export function sumsIn(text: string): bigint[] {
  return [...text.normalize('NFKC').matchAll(/£\s*(\d[\d,]*)(?:\.(\d{1,6}))?\s*(k|m|million|thousand)?\b/giu)].map(
    ([, pounds = '', part = '', times = '']) => {
      const scale = /^m/iu.test(times) ? 6 : times === '' ? 0 : 3
      return BigInt(`${pounds.replaceAll(',', '')}${part.padEnd(scale + 2, '0').slice(0, scale + 2)}`)
    },
  )
}

/** What would be published of a record in words, its withheld passages taken out, with who considered exactly that. */
export async function identifyingFacts(
  { tx, council, today }: Asked,
  d: Decision,
): Promise<IdentifyingFacts & { digest: string }> {
  const passages = passagesOf(await restrictionsOf(tx, council, d.decision))
  const papers = await papersOf(tx, council, d.decision)
  const texts = publicRendition(
    [
      { where: 'the title', text: d.title },
      ...(['purpose', 'reasons', 'alternatives', 'conflicts', 'dispensations', 'wards', 'key-reasoning'] as const).map(
        (place) => ({ where: placeWords(d, { place, clause: null }), text: textAt(d, place, null) ?? '' }),
      ),
      ...d.clauses.map(({ clause, words }) => ({ where: placeWords(d, { place: 'clause', clause }), text: words })),
      ...papers.map(({ title }) => ({ where: 'the title of a paper', text: title })),
    ],
    passages,
  )
  const digest = createHash('sha256').update(JSON.stringify(texts)).digest('hex')
  const last = await lastConsidered(tx, council, d.decision)
  const small = await settingOn(tx, council, 'small-numbers', today)
  return {
    texts,
    digest,
    below: small?.value.threshold ?? 5,
    considered: last?.digest === digest ? { by: last.byName, because: last.because } : null,
  }
}
