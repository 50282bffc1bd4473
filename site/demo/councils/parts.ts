import type { ConstitutionInput } from '#authority'
import { callInRuleOf } from '#decisions'
import type { NewCouncil } from '#platform/add-council.ts'
import { day } from '#platform/days.ts'

/**
 * Rule sets that fit four real councils, so that their public records can be read and replayed. They are examples: the posts and
 * what is known of call-in are facts, each with its source; every person is invented, and every limit says that it is one.
 */
export type ExampleCouncil = { council: NewCouncil; constitution: ConstitutionInput }

/** The present regulations on executive decisions began on this day; nothing before it was looked at. */
export const from = '2012-09-10'

type Setting = ConstitutionInput['settings'][number]
type Entry = ConstitutionInput['scheme'][number]

const howKnown = {
  printed:
    'measured: reckoned back from the days of publication and effect that the council printed on its decisions (verify)',
  stated: 'read in what the council published (verify)',
  length: 'only the length was read; the usual way of counting is assumed (verify)',
}

/** What is known of a council's call-in rule, with how it is known; throws where nothing is, so that nobody guesses unseen. */
export function knownCallIn(council: string): Setting {
  const known = callInRuleOf(council, day('2022-08-05'))
  if (!known) throw new Error(`Nothing is known of call-in in ${council}.`)
  return { key: 'call-in', from, source: `Call-in in ${known.council}, ${howKnown[known.basis]}`, value: known.rule }
}

/** A threshold that stands in until the council's own is put in. */
export const exampleThreshold = (key: 'key-decision-threshold' | 'recording-threshold', pence: number): Setting => ({
  key,
  from,
  source: 'Example threshold, not the council’s own',
  value: { pence, basis: 'whole-life' },
})

/** How long people are asked and what is told of small numbers, until the council's own rules are put in. */
export const exampleConsulting = (leastDays: number, source: string): Setting[] => [
  {
    key: 'consultation-practice',
    from,
    source,
    value: { leastDays, leastWorkingDays: Math.floor((leastDays * 2) / 3), daysAfterKeyDocument: 14 },
  },
  {
    key: 'small-numbers',
    from,
    source: 'Example figures, not the council’s own (verify)',
    value: { threshold: 10, roundTo: 5, crossFrom: 100 },
  },
]

/** An entry whose limit is made up, and says so wherever it is shown. */
export const withExampleLimit = (entry: Entry): Entry => ({
  ...entry,
  words: `${entry.words}. Example limit, not the council’s own`,
})

/** An entry without a limit, of which only the gist is known. */
export const example = (entry: Entry): Entry => ({
  ...entry,
  words: `${entry.words}. Example entry, not the council’s own words`,
})

/** An invented person, who signs in with an address that cannot exist. */
export const invented = (
  council: string,
  name: string,
  roles: string[],
  persona: string,
): NewCouncil['people'][number] => ({ name, email: addressOf(council, name), roles, persona })

/** The address with which somebody invented signs in. */
export const addressOf = (council: string, name: string): string =>
  `${name.toLowerCase().replaceAll(/[^a-z]+/gu, '.')}@${council}.example`

/** Who holds which post, post by post. */
export const held = (council: string, holders: Record<string, string[]>): ConstitutionInput['holders'] =>
  Object.entries(holders).flatMap(([post, names]) =>
    names.map((name) => ({ post, email: addressOf(council, name), from })),
  )
