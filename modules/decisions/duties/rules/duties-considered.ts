import { day, longDay } from '#platform/days.ts'
import { act, guidance, met, notApplicable, notMet, rule, type Rule } from '#platform/law.ts'

/** The duties of a decision, and what is written of each, on the day of the decision or on which it is proposed. */
export type DutyFacts = {
  on: Temporal.PlainDate
  /** The decision in whose place this one would stand. */
  reaffirms: { ref: string; decidedOn: Temporal.PlainDate } | null
  duties: {
    title: string
    source: string
    required: boolean
    entry: { on: Temporal.PlainDate; version: number; how: string; unstated: string[]; unmitigated: string[] } | null
  }[]
}

/** Whether whoever decides has read it. */
export type SeenFacts = { duties: number; seen: { by: string } | null; earlier: { by: string } | null }

const dat = guidance('R (DAT) v West Berkshire Council [2016] EWHC 1876 (Admin)')
const equality = act('Equality Act 2010', 's149')
const from = '2012-09-10'
const s149 = {
  title: 'Public sector equality duty',
  source: 'Equality Act 2010, s149',
  required: true,
  entry: {
    on: day('2022-08-01'),
    version: 1,
    how: 'Disabled children and their mothers are affected most; see the table.',
    unstated: [],
    unmitigated: [],
  },
}
const breaks = {
  title: 'Breaks for carers of disabled children',
  source: 'SI 2011/707, reg 4',
  required: true,
  entry: {
    on: day('2022-08-01'),
    version: 1,
    how: 'Day, overnight, weekend and holiday care are each still offered, as set out place by place.',
    unstated: [],
    unmitigated: [],
  },
}
const some = (but: Partial<DutyFacts> = {}): DutyFacts => ({
  on: day('2022-08-05'),
  reaffirms: null,
  duties: [s149, breaks],
  ...but,
})

/** Each duty by its own name: to speak of duties in general is to have considered none. */
export const dutiesAreConsidered = rule<DutyFacts>({
  id: 'gate-duties-are-considered',
  title: 'The record says how each duty was considered, by name',
  source: [dat, equality],
  from,
  check: ({ duties }) => {
    if (duties.length === 0) return notApplicable
    const silent = duties.filter(({ required, entry }) => required && entry === null)
    return silent.length > 0
      ? notMet(
          `Nothing says how ${silent.length === 1 ? 'this duty was' : 'these duties were'} considered: ${silent.map(({ source, title }) => `${source} (${title})`).join('; ')}.`,
        )
      : met(`It is said how each of ${duties.length} ${duties.length === 1 ? 'duty' : 'duties'} was considered.`)
  },
  examples: [
    { given: 'equality and breaks for carers, each by name', facts: some(), met: true },
    {
      given: 'equality only, though carers’ breaks are cut',
      facts: some({ duties: [s149, { ...breaks, entry: null }] }),
      met: false,
    },
    {
      given: 'nothing at all',
      facts: some({
        duties: [
          { ...s149, entry: null },
          { ...breaks, entry: null },
        ],
      }),
      met: false,
    },
  ],
})

/** Due regard is had before the decision, and anew for a decision that confirms an older one. */
export const dutiesAreDated = rule<DutyFacts>({
  id: 'gate-duties-before-decision',
  title: 'Each duty was considered before the decision, and for this decision',
  source: [equality, dat],
  from,
  check: ({ on, reaffirms, duties }) => {
    const written = duties.flatMap(({ source, entry }) => (entry ? [{ source, entry }] : []))
    if (written.length === 0) return notApplicable
    const late = written.filter(({ entry }) => Temporal.PlainDate.compare(entry.on, on) > 0)
    if (late.length > 0)
      return notMet(
        late
          .map(
            ({ source, entry }) =>
              `What is written of ${source} is of ${longDay(entry.on)}, after the decision on ${longDay(on)}.`,
          )
          .join(' '),
      )
    const old = reaffirms
      ? written.filter(({ entry }) => Temporal.PlainDate.compare(entry.on, reaffirms.decidedOn) <= 0)
      : []
    if (reaffirms && old.length > 0) {
      return notMet(
        `${old.map(({ source }) => source).join(', ')}: what is written is of before ${reaffirms.ref} was decided on ${longDay(reaffirms.decidedOn)}. To decide again is a new decision: consider it anew.`,
      )
    }
    return met(`All ${written.length} were considered by ${longDay(on)}.`)
  },
  examples: [
    { given: 'considered four days before', facts: some(), met: true },
    {
      given: 'written up the week after',
      facts: some({ duties: [{ ...s149, entry: { ...s149.entry, on: day('2022-08-12') } }] }),
      met: false,
    },
    {
      given: 'a decision that confirms one of 3 August with what was written on 1 August',
      facts: some({ reaffirms: { ref: 'D-2022-0004', decidedOn: day('2022-08-03') } }),
      met: false,
    },
    {
      given: 'a decision that confirms one of July, considered anew',
      facts: some({ reaffirms: { ref: 'D-2022-0004', decidedOn: day('2022-07-03') } }),
      met: true,
    },
  ],
})

/** The same words under two duties are a formula: neither was considered by itself. */
export const dutiesOneByOne = rule<DutyFacts>({
  id: 'gate-duties-one-by-one',
  title: 'No two duties are considered in the same words',
  source: dat,
  from,
  check: ({ duties }) => {
    const written = duties.flatMap(({ source, entry }) =>
      entry ? [{ source, how: entry.how.replaceAll(/\s+/gu, ' ').trim().toLowerCase() }] : [],
    )
    if (written.length < 2) return notApplicable
    const alike = [...Map.groupBy(written, ({ how }) => how).values()].filter((same) => same.length > 1)
    return alike.length > 0
      ? notMet(
          alike
            .map(
              (same) =>
                `${same.map(({ source }) => source).join(' and ')} are considered in the same words. Say what each asks for, and how it was met.`,
            )
            .join(' '),
        )
      : met('Each duty has words of its own.')
  },
  examples: [
    { given: 'each in its own words', facts: some(), met: true },
    {
      given: 'one formula under both',
      facts: some({ duties: [s149, { ...breaks, entry: { ...breaks.entry, how: `  ${s149.entry.how}\n` } }] }),
      met: false,
    },
  ],
})

/** Impact is looked at characteristic by characteristic, and what is bad is mitigated or said to be unavoidable. */
export const impactsAreStated = rule<DutyFacts>({
  id: 'gate-duties-impact-is-stated',
  title: 'The impact on each protected characteristic is stated, and what is done about it',
  source: equality,
  from,
  check: ({ duties }) => {
    const written = duties.flatMap(({ source, entry }) => (entry ? [{ source, ...entry }] : []))
    if (written.length === 0) return notApplicable
    const wanting = written.flatMap(({ source, unstated, unmitigated }) => [
      ...(unstated.length > 0 ? [`${source}: nothing is said about ${unstated.join(', ')}.`] : []),
      ...(unmitigated.length > 0
        ? [`${source}: nothing is said about what is done for ${unmitigated.join(', ')}, where the impact is bad.`]
        : []),
    ])
    return wanting.length > 0
      ? notMet(wanting.join(' '))
      : met('The impact is stated for each characteristic that the duty names.')
  },
  examples: [
    { given: 'all nine are stated', facts: some(), met: true },
    {
      given: 'nothing on religion',
      facts: some({ duties: [{ ...s149, entry: { ...s149.entry, unstated: ['Religion or belief'] } }] }),
      met: false,
    },
    {
      given: 'bad for disabled people, and no mitigation',
      facts: some({ duties: [{ ...s149, entry: { ...s149.entry, unmitigated: ['Disability'] } }] }),
      met: false,
    },
  ],
})

/** Regard is had by whoever decides, and by nobody for them: they have read it, in the version that stands. */
export const dutiesAreSeen = rule<SeenFacts>({
  id: 'gate-duties-are-seen',
  title: 'Whoever decides has read how the duties were considered, as it now stands',
  source: [equality, dat],
  from,
  check: ({ duties, seen, earlier }) => {
    if (duties === 0) return notApplicable
    if (seen) return met(`${seen.by} has read how the duties were considered, as it now stands.`)
    return notMet(
      earlier
        ? `${earlier.by} read an earlier version of how the duties were considered. Read what now stands, and confirm it.`
        : 'Whoever decides has not confirmed that they read how the duties were considered. Nobody can have regard to them in their place.',
    )
  },
  examples: [
    {
      given: 'the Cabinet Member has confirmed it',
      facts: { duties: 2, seen: { by: 'Desmond Okoro' }, earlier: null },
      met: true,
    },
    { given: 'nobody has read it', facts: { duties: 2, seen: null, earlier: null }, met: false },
    {
      given: 'it was changed after it was read',
      facts: { duties: 2, seen: null, earlier: { by: 'Desmond Okoro' } },
      met: false,
    },
  ],
})

/** What is asked before it is proposed, and again when it is decided. */
export const dutyRules: readonly Rule<DutyFacts>[] = [
  dutiesAreConsidered,
  dutiesAreDated,
  dutiesOneByOne,
  impactsAreStated,
]
