import { act, met, notApplicable, notMet, principle, rule, si } from '#platform/law.ts'
import { longDay } from '#platform/days.ts'
import { pounds } from '#platform/money.ts'

/** What the rules of withholding look at: each passage and whether it stands, and what of the record can never be withheld. */
export type WithholdingFacts = {
  passages: { where: string; passage: string; stands: boolean }[]
  papers: { where: string; stands: boolean }[]
  /** The particulars of the matter, with the passages that stand in them. */
  particulars: { what: string; holds: string[] }[]
  /** Sums that the record publishes as figures, and the passage that names the same. */
  sums: { what: string; pence: bigint; passage: string }[]
  reviews: { where: string; reviewOn: Temporal.PlainDate }[]
  on: Temporal.PlainDate
}

const from = '2012-09-10'
const exampleDay = Temporal.PlainDate.from('2022-08-04')

/** A record from whose reasons a bid is withheld, for the rules' examples. */
export const someWithholding = (but: Partial<WithholdingFacts> = {}): WithholdingFacts => ({
  passages: [{ where: 'the reasons', passage: 'The lowest bid was £612.50 a week.', stands: true }],
  papers: [],
  particulars: [{ what: 'the title', holds: [] }],
  sums: [],
  reviews: [],
  on: exampleDay,
  ...but,
})

const quoted = (words: string) => `“${words.length > 80 ? `${words.slice(0, 77).trimEnd()}…` : words}”`

/** An edit can take a withheld passage from under its restriction: what stands there instead would go out in full. */
export const withheldPassageStands = rule<WithholdingFacts>({
  id: 'withheld-passage-stands',
  title: 'Every withheld passage still stands in the text',
  source: si('2012/2089', 'reg 20'),
  from,
  check: ({ passages, papers }) => {
    if (passages.length + papers.length === 0) return notApplicable
    const gone = passages.filter(({ stands }) => !stands)
    const off = papers.filter(({ stands }) => !stands)
    if (gone.length + off.length === 0)
      return met(`What is withheld stands where it stood: ${passages.length + papers.length} in all.`)
    return notMet(
      [
        ...gone.map(
          ({ where, passage }) =>
            `The withheld passage ${quoted(passage)} no longer stands in ${where}: the text was changed. Withhold the words that stand there now in its place, or lift it.`,
        ),
        ...off.map(
          ({ where }) =>
            `Of what is withheld, ${where} is no longer attached. Lift the restriction, or attach the paper again and withhold it.`,
        ),
      ].join(' '),
    )
  },
  examples: [
    { given: 'a passage that stands', facts: someWithholding(), met: true },
    {
      given: 'a passage that an edit changed',
      facts: someWithholding({
        passages: [{ where: 'the reasons', passage: 'The lowest bid was £612.50 a week.', stands: false }],
      }),
      met: false,
    },
    {
      given: 'a withheld paper that was taken off',
      facts: someWithholding({ passages: [], papers: [{ where: 'a paper', stands: false }] }),
      met: false,
    },
  ],
})

/** A notice or record may withhold text, but not what the matter is, and not who decided it. */
export const particularsRemain = rule<WithholdingFacts>({
  id: 'withheld-particulars-remain',
  title: 'The particulars of the matter are not withheld',
  source: [si('2012/2089', 'reg 9'), si('2012/2089', 'reg 20')],
  from,
  check: ({ passages, particulars }) => {
    if (passages.length === 0) return notApplicable
    const held = particulars.filter(({ holds }) => holds.length > 0)
    return held.length === 0
      ? met('The title, the subject and who decides hold nothing that is withheld.')
      : notMet(
          held
            .map(
              ({ what, holds }) =>
                `${quoted(holds[0] ?? '')} is withheld but also stands in ${what}, which cannot be withheld. Change ${what}, or choose a longer passage.`,
            )
            .join(' '),
        )
  },
  examples: [
    { given: 'a plain title', facts: someWithholding(), met: true },
    {
      given: 'the title names the bidder',
      facts: someWithholding({ particulars: [{ what: 'the title', holds: ['Willow Day Club'] }] }),
      met: false,
    },
  ],
})

/** A sum taken out of the words and published beside them as a figure is not withheld. */
export const withheldSumIsNotShown = rule<WithholdingFacts>({
  id: 'withheld-sum-is-not-shown',
  title: 'A withheld sum is not published as a figure of the same record',
  source: principle('What is withheld in words is not said in figures'),
  from,
  check: ({ passages, sums }) => {
    if (passages.length === 0) return notApplicable
    return sums.length === 0
      ? met('No withheld passage names a sum that the record publishes as a figure.')
      : notMet(
          sums
            .map(({ what, pence, passage }) =>
              /^£?[\d,. ]+$/u.test(passage.trim())
                ? `${pounds(pence)} is withheld in one place and published in another: it is also ${what}. Withhold ${what} as well, or let the public have both.`
                : `The words ${quoted(passage)} are withheld because of what they say, but the record still publishes ${pounds(pence)} as ${what}, so that anybody can read the sum there. Withhold ${what} as well, or withhold fewer words and leave the sum out.`,
            )
            .join(' '),
        )
  },
  examples: [
    { given: 'a bid that is not the value', facts: someWithholding(), met: true },
    {
      given: 'a passage that names the ceiling',
      facts: someWithholding({
        sums: [{ what: 'the ceiling of clause (b)', pence: 600_000_00n, passage: 'up to £600,000' }],
      }),
      met: false,
    },
  ],
})

/** An exemption is looked at again, so that it lasts no longer than the public interest in it. */
export const exemptionsAreReviewed = rule<WithholdingFacts>({
  id: 'withheld-review-is-ahead',
  title: 'What is exempt has a day of review that is still to come',
  source: act('Local Government Act 1972', 'Sch 12A para 10'),
  from,
  check: ({ reviews, on }) => {
    if (reviews.length === 0) return notApplicable
    const past = reviews.filter(({ reviewOn }) => Temporal.PlainDate.compare(reviewOn, on) < 0)
    return past.length === 0
      ? met('Each exemption has a day of review to come.')
      : notMet(
          past
            .map(
              ({ where, reviewOn }) =>
                `What is exempt in ${where} was to be reviewed on ${longDay(reviewOn)}. Lift it, or withhold it anew with another day.`,
            )
            .join(' '),
        )
  },
  examples: [
    {
      given: 'a review next year',
      facts: someWithholding({ reviews: [{ where: 'the reasons', reviewOn: Temporal.PlainDate.from('2023-08-04') }] }),
      met: true,
    },
    {
      given: 'a review last month',
      facts: someWithholding({ reviews: [{ where: 'the reasons', reviewOn: Temporal.PlainDate.from('2022-07-04') }] }),
      met: false,
    },
  ],
})

export const withholdingRules = [withheldPassageStands, particularsRemain, withheldSumIsNotShown, exemptionsAreReviewed]
