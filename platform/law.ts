import { day, plainDay, within } from './days.ts'
import { acts, statutoryInstruments, type ActName, type Instrument, type SiNumber } from './instruments.ts'

export { acts, statutoryInstruments, type ActName, type Instrument, type SiNumber }

/**
 * Where a rule, a figure or a claim comes from. `words` is what a reader sees ("SI 2012/2089, reg 9"), `title` the full
 * name, `href` the place on legislation.gov.uk, or null for what is not published there.
 */
export type Citation = {
  kind: 'si' | 'act' | 'constitution' | 'guidance' | 'principle'
  words: string
  title: string
  href: string | null
}

/** What a rule says of some facts: one plain sentence with its numbers, and how they were reached, a step a line. */
export type Finding =
  | { outcome: 'met' | 'not-met'; says: string; working: readonly string[] }
  | { outcome: 'not-applicable'; says: string | null; working: readonly string[] }

/** A case to argue with: what is given, in words and as facts, and whether the rule is met. */
export type Example<Facts> = { given: string; facts: Facts; met: boolean }

/**
 * Law as one value: what it asks, where that is written, when it is in force (`until` is the first day it is not), a
 * pure check, and worked examples, at least one met and one not.
 */
export type Rule<Facts> = {
  readonly id: string
  readonly title: string
  readonly sources: readonly [Citation, ...Citation[]]
  readonly from: Temporal.PlainDate
  readonly until: Temporal.PlainDate | null
  readonly check: (facts: Facts) => Finding
  readonly examples: readonly Example<Facts>[]
  inForceOn(on: Temporal.PlainDate): boolean
}

/** A rule as it is written down; days may be ISO strings and one citation needs no list. */
export type RuleText<Facts> = {
  id: string
  title: string
  source: Citation | readonly [Citation, ...Citation[]]
  from: Temporal.PlainDate | string
  until?: Temporal.PlainDate | string
  check: (facts: Facts) => Finding
  examples: readonly Example<Facts>[]
}

/** One line of a page that says how something was decided. */
export type Explanation = {
  rule: string
  title: string
  sources: readonly Citation[]
  outcome: Finding['outcome']
  says: string | null
  working: readonly string[]
}

const ruleMark = Symbol('rule')
const datedMark = Symbol('dated')

/**
 * States a rule.
 *
 * ```ts
 * export const keyDecisionNotice = rule<Facts>({
 *   id: 'key-decision-notice',
 *   title: 'A key decision is announced 28 clear days before it is made',
 *   source: si('2012/2089', 'reg 9'),
 *   from: '2012-09-10',
 *   check: ({ noticed, decided }) => …met('…') or notMet('27 clear days; 28 are needed')…,
 *   examples: [{ given: '28 clear days', facts: …, met: true }, { given: 'one day short', facts: …, met: false }],
 * })
 * ```
 */
export function rule<Facts>(text: RuleText<Facts>): Rule<Facts> {
  const from = dayFrom(text.from)
  const until = text.until === undefined ? null : dayFrom(text.until)
  const stated = {
    [ruleMark]: true,
    id: text.id,
    title: text.title,
    sources: listOf(text.source),
    from,
    until,
    check: text.check,
    examples: text.examples,
    inForceOn: (on: Temporal.PlainDate) => within(on, from, until),
  }
  return Object.freeze(stated)
}

/** The rule is kept. `says` is a full sentence with the numbers; `working` the steps, where there were any. */
export function met(says: string, working: readonly string[] = []): Finding {
  return { outcome: 'met', says, working }
}

/** The rule is not kept. `says` is a full sentence with the numbers that a person can act on. */
export function notMet(says: string, working: readonly string[] = []): Finding {
  return { outcome: 'not-met', says, working }
}

/** The facts are none of this rule's business, or not enough to tell. */
export const notApplicable: Finding = { outcome: 'not-applicable', says: null, working: [] }

/** What each rule in force on the day says of the facts, ready to print; rules that do not apply say nothing. */
export function explain<Facts>(rules: readonly Rule<Facts>[], facts: Facts, on: Temporal.PlainDate): Explanation[] {
  return rules
    .filter((one) => one.inForceOn(on))
    .map((one) => ({ rule: one.id, title: one.title, sources: one.sources, ...one.check(facts) }))
    .filter((one) => one.outcome !== 'not-applicable')
}

/** Whether a value is a rule made by `rule`; how the checks find them. */
export function isRule(value: unknown): value is Rule<unknown> {
  return typeof value === 'object' && value !== null && ruleMark in value
}

// ---- where it is written

/** A statutory instrument: `si('2012/2089', 'reg 9(2)')`. */
export function si(number: SiNumber, part?: string): Citation {
  return enacted('si', statutoryInstruments[number], `SI ${number}`, part)
}

/** An Act of Parliament: `act('Local Government Act 2000', 's9F')`. */
export function act(name: ActName, part?: string): Citation {
  return enacted('act', acts[name], name, part)
}

/** A council's own constitution, which Parliament leaves free: `constitution('Kent County Council', 'call-in')`. */
export function constitution(council: string, part: string): Citation {
  const words = `${council}’s constitution, ${part}`
  return { kind: 'constitution', words, title: words, href: null }
}

/** Guidance or a published record, by its title and the part relied on; `href` must be an https address. */
export function guidance(title: string, part?: string, href?: string): Citation {
  return { kind: 'guidance', words: part ? `${title}, ${part}` : title, title, href: href ?? null }
}

/** What needs no instrument to be true: arithmetic, the calendar, good record keeping. Never used for a legal duty. */
export function principle(words: string): Citation {
  return { kind: 'principle', words, title: words, href: null }
}

// ---- figures that change

/** A figure as it stood over time. Each value holds from its day until the next one's, the last until `until`. */
export type Dated<T> = {
  readonly name: string
  readonly values: readonly DatedValue<T>[]
  readonly until: Temporal.PlainDate | null
  /** The value on a day. Throws outside coverage: a guess would be worse than stopping. */
  on(day: Temporal.PlainDate): T
  /** The value on a day with its source, for pages that must show it. Throws outside coverage. */
  entry(day: Temporal.PlainDate): DatedValue<T>
  covers(day: Temporal.PlainDate): boolean
}

export type DatedValue<T> = { readonly from: Temporal.PlainDate; readonly value: T; readonly source: Citation }

/**
 * States a figure that changes, each value with the day it starts and its own source. Values stand in order of time.
 *
 * ```ts
 * const threshold = dated('recording threshold', [
 *   { from: '2020-04-01', value: 100_000_00n, source: constitution('Larkshire Council', 'part 4') },
 * ], { until: '2027-04-01' })
 * threshold.on(day('2024-06-19'))
 * ```
 */
export function dated<T>(
  name: string,
  values: readonly { from: Temporal.PlainDate | string; value: T; source: Citation }[],
  end: { until?: Temporal.PlainDate | string } = {},
): Dated<T> {
  const held = values.map(({ from, value, source }) => ({ from: dayFrom(from), value, source }))
  const until = end.until === undefined ? null : dayFrom(end.until)
  const first = held[0]
  if (!first) throw new RangeError(`"${name}" has no value at all`)
  const order = [...held.map(({ from }) => from), ...(until ? [until] : [])]
  order.forEach((later, at) => {
    const earlier = order[at - 1]
    if (earlier && Temporal.PlainDate.compare(earlier, later) >= 0) {
      throw new RangeError(`"${name}": ${plainDay(later)} does not come after ${plainDay(earlier)}`)
    }
  })
  const entry = (on: Temporal.PlainDate): DatedValue<T> => {
    const found = within(on, first.from, until)
      ? held.findLast(({ from }) => Temporal.PlainDate.compare(from, on) <= 0)
      : undefined
    if (found) return found
    const span = until
      ? `from ${plainDay(first.from)} to ${plainDay(until.subtract({ days: 1 }))}`
      : `from ${plainDay(first.from)}`
    throw new RangeError(`"${name}" is known ${span} and was asked for ${plainDay(on)}: add the value with its source`)
  }
  const figure = {
    [datedMark]: true,
    name,
    values: held,
    until,
    entry,
    on: (on: Temporal.PlainDate) => entry(on).value,
    covers: (on: Temporal.PlainDate) => within(on, first.from, until),
  }
  return Object.freeze(figure)
}

/** Whether a value is a figure made by `dated`. */
export function isDated(value: unknown): value is Dated<unknown> {
  return typeof value === 'object' && value !== null && datedMark in value
}

function enacted(kind: 'si' | 'act', instrument: Instrument, short: string, part: string | undefined): Citation {
  const base = `https://www.legislation.gov.uk/${instrument.path}`
  const place = part === undefined ? '' : placeOf(part)
  return {
    kind,
    words: part === undefined ? short : `${short}, ${part}`,
    title: instrument.title,
    href: place === '' ? base : `${base}/${place}`,
  }
}

/**
 * The page of a provision: "reg 9(2)" is `regulation/9`, "Sch 12A para 3" is `schedule/12A`, "ss5, 5A" is `section/5`.
 * Throws on a part it cannot place, so that no citation leads nowhere.
 */
function placeOf(part: string): string {
  const found = /^(reg|s|art|sch)s?\.?\s*(\d+[A-Z]*)/iu.exec(part)
  if (!found) throw new RangeError(`"${part}" is not a provision: write reg 9(2), s9F, art 3 or Sch 12A para 3`)
  const kinds: Record<string, string> = { reg: 'regulation', s: 'section', art: 'article', sch: 'schedule' }
  return `${kinds[(found[1] ?? '').toLowerCase()]}/${found[2]}`
}

function listOf(source: Citation | readonly [Citation, ...Citation[]]): readonly [Citation, ...Citation[]] {
  return 'kind' in source ? [source] : source
}

function dayFrom(given: Temporal.PlainDate | string): Temporal.PlainDate {
  return typeof given === 'string' ? day(given) : given
}
