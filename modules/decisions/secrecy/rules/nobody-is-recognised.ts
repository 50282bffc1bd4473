import { guidance, met, notApplicable, notMet, rule } from '#platform/law.ts'

/** What will be published of a record, its withheld passages already taken out. */
export type IdentifyingFacts = {
  texts: { where: string; text: string }[]
  /** Below how many people a number may point to somebody. */
  below: number
  /** Who said, of exactly this text, that nobody can be recognised or that it must be published all the same, and why. */
  considered: { by: string; because: string } | null
}

const people =
  '(?:persons?|people|individuals?|child(?:ren)?|young (?:person|people)|adults?|residents?|clients?|service users?|siblings?|brothers?|sisters?|famil(?:y|ies)|placements?)'
const numbers = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten']

/** Signs that somebody in particular is meant. */
function somebody(text: string, below: number): string | null {
  const few = [
    ...numbers.slice(0, Math.max(1, below - 1)),
    ...Array.from({ length: below - 1 }, (_, at) => String(at + 1)),
    'this',
    'a single',
    'a sole',
  ].join('|')
  const patterns = [
    new RegExp(
      `\\b(?:${few})\\s+(?:(?:named|single|looked[- ]after|disabled|older|young|local|care[- ]experienced|\\d+[- ]year[- ]old)\\s+)*${people}\\b(?!\\s+(?:and|or|who|with)\\s+(?:families|carers))`,
      'iu',
    ),
    /\bthe (?:child|young person|resident|individual|service user|sibling|brother|sister|mother|father)\b(?![’'])/iu,
    /\b(?:child|person|adult|client|resident|young person|mr|mrs|ms|miss)\s+(?:[A-Z]{1,3}\b|\p{Lu}\p{Ll}+)/u,
    /\b(?:aged?\s+\d{1,3}|\d{1,3}[- ]years?[- ]old|date of birth|d\.?o\.?b\.?)\b/iu,
    /\b(?:his|her|their)\s+(?:placement|care|support|needs|plan|home|mother|father|parents?)\b/iu,
  ]
  return firstOf(text, patterns)
}

// A home, a school or a unit by its own name, or an address.
const somewhere = (text: string): string | null =>
  firstOf(text, [
    /\b(?:\p{Lu}[\p{L}’']+\s+){1,4}(?:House|Home|Lodge|Court|Grange|Manor|Cottage|Farm|Villa|School|College|Unit|Hall|Gardens|Nursing Home|Care Home)\b/u,
    /\b\d+[a-z]?\s+(?:\p{Lu}[\p{L}’']+\s+){1,3}(?:Road|Street|Lane|Avenue|Close|Drive|Way|Crescent|Terrace)\b/u,
    /\b[A-Z]{1,2}\d[A-Z\d]?\s*\d[A-Z]{2}\b/u,
  ])

// The price of one place: a sum for a week, a night, an hour.
const price = (text: string): string | null =>
  firstOf(text, [
    /£\s?[\d,]+(?:\.\d+)?k?\s*(?:a|per|each|\/|every|p)\s*\.?\s*(?:person\s+(?:a|per)\s+)?(?:week|wk|night|day|month|hour|annum|year|w\b|pw\b)/iu,
    /\bweekly\s+(?:cost|fee|price|rate|charge)\b[^.£]{0,40}£\s?[\d,]+/iu,
  ])

const firstOf = (text: string, patterns: readonly RegExp[]): string | null => {
  for (const pattern of patterns) {
    const found = pattern.exec(text)?.[0]
    if (found !== undefined) return found
  }
  return null
}

const placement = 'The weekly fee of £4,850 a week at Rowan Lodge is for one young person aged 14.'

/**
 * A decision about one person's placement names a home and a price, and those who know the person know who it is: councils have
 * published such. Somebody in particular together with a place or a price stops publication until an officer says, of this very
 * text, that it was considered and why it may stand. These are signs, not proof: their absence shows nothing.
 */
export const nobodyIsRecognised = rule<IdentifyingFacts>({
  id: 'placement-is-not-identifying',
  title: 'What is published does not point to somebody',
  from: '2012-09-10',
  source: guidance('Published decision records on single placements', 'person, home and weekly price together'),
  check: ({ texts, below, considered }) => {
    const all = texts.map(({ text }) => text).join('\n\n')
    const [who, where, much] = [somebody(all, below), somewhere(all), price(all)]
    if (who === null || (where === null && much === null))
      return texts.some(({ text }) => text.trim() !== '')
        ? met('There is no person together with a place or a price in what will be published.')
        : notApplicable
    const working = [
      `a person: “${who}”`,
      ...(where === null ? [] : [`a place: “${where}”`]),
      ...(much === null ? [] : [`a price: “${much}”`]),
    ]
    if (considered)
      return met(
        `It was considered whether somebody can be recognised, by ${considered.by}: ${considered.because}`,
        working,
      )
    return notMet(
      `What will be published may point to somebody: ${working.join('; ')}. Withhold these words, or record why nobody can be recognised by them.`,
      working,
    )
  },
  examples: [
    {
      given: 'a framework for many people',
      facts: {
        texts: [
          { where: 'the reasons', text: 'The framework serves 800 people across the county at agreed hourly rates.' },
        ],
        below: 5,
        considered: null,
      },
      met: true,
    },
    {
      given: 'one young person, a home and a weekly fee',
      facts: { texts: [{ where: 'the reasons', text: placement }], below: 5, considered: null },
      met: false,
    },
    {
      given: 'the same with the words withheld',
      facts: {
        texts: [
          { where: 'the reasons', text: '[Withheld: paragraph 2, likely to reveal the identity of an individual]' },
        ],
        below: 5,
        considered: null,
      },
      met: true,
    },
    {
      given: 'two children at a named house',
      facts: {
        texts: [{ where: 'clause (a)', text: 'Approve two children moving to Alder House.' }],
        below: 5,
        considered: null,
      },
      met: false,
    },
    {
      given: 'the same, considered',
      facts: {
        texts: [{ where: 'clause (a)', text: 'Approve two children moving to Alder House.' }],
        below: 5,
        considered: { by: 'Hugo Pennyfeather', because: 'Alder House is a fictitious example.' },
      },
      met: true,
    },
    {
      given: 'a day club and its price, but nobody in particular',
      facts: {
        texts: [{ where: 'the reasons', text: 'Willow House charges £60 a day for each of its members.' }],
        below: 5,
        considered: null,
      },
      met: true,
    },
  ],
})
