import { si } from '#platform/law.ts'
import type { Reading, Span } from '../reading.ts'
import { aReading } from './evidence/a-reading.ts'
import { pattern, plainText, tidy } from './evidence/plain-text.ts'
import { readingRule, type Found } from './evidence/reading-rule.ts'

/**
 * The boxes that a form prints are filled in. A box is blank when its label stands alone and the next words are another
 * label. Speaks only of forms that somebody has begun to fill: an empty template is not accused of being one.
 */
export const boxesFilled = readingRule({
  id: 'boxes-filled',
  title: 'The boxes for the decision, its reasons and its alternatives are filled in',
  source: [si('2012/2089', 'regs 12 and 13')],
  from: '2012-09-10',
  kept: 'The boxes printed are filled in.',
  find: (reading) => {
    if (reading.layout === 'unknown' || (!reading.decidedOn && reading.clauses.length === 0)) return null
    const lines = linesOf(plainText(reading))
    const seen = lines.flatMap((line, index) =>
      boxes.filter(({ label }) => isBare(line.words, label)).map((box) => ({ box, line, index })),
    )
    if (seen.length === 0) return null
    return seen
      .filter(({ box, index }) => box.empty(reading) && isLabel(lines[index + 1]?.words))
      .map(({ box, line }): Found => ({
        weight: box.weight,
        says: `The box “${tidy(line.words).replace(/:$/u, '')}” is blank.`,
        at: [line.at],
      }))
  },
  examples: [
    {
      given: 'a form that tells its options',
      facts: aReading('Options considered:\nDo nothing; buy in.\n\nDecision made by:\tDirector\t15 July 2024', {
        decidedOn: ['15 July 2024', '2024-07-15'],
      }),
      met: true,
    },
    {
      given: 'a signed form whose options and decision boxes are blank',
      facts: aReading('Options considered:\n\nDecision [with reasons]\nDecision made by:\tDirector\t15 July 2024', {
        decidedOn: ['15 July 2024', '2024-07-15'],
      }),
      met: false,
    },
  ],
})

type Box = { label: RegExp; weight: Found['weight']; empty: (reading: Reading) => boolean }

const boxes: readonly Box[] = [
  {
    label: pattern(
      'iu',
      String.raw`^(?:the |details of (?:the )?(?:operational )?)?decisions?(?: taken|`,
      String.raw` made)?(?: ?[[(][^\])]{0,40}[\])])?\s*:?\s*$`,
    ),
    weight: 'error',
    empty: ({ clauses }) => clauses.length === 0,
  },
  {
    label: pattern(
      'iu',
      String.raw`^(?:details of (?:any )?)?(?:alternative |other )?options?(?: considered| rejected|\b)(?: (?:and|`,
      String.raw`&) (?:rejected|disregarded|discarded))?(?: ?[[(][^\])]{0,60}[\])])?\s*:?\s*$`,
    ),
    weight: 'warning',
    empty: ({ alternatives }) => alternatives === null,
  },
  {
    label: /^reasons?(?: for (?:the )?(?:decision|recommendations?))?\s*:?\s*$/iu,
    weight: 'warning',
    empty: ({ reasons }) => reasons === null,
  },
  {
    label: /^(?:conflicts?|declarations?) of interests?(?: declared)?\s*:?\s*$/iu,
    weight: 'warning',
    empty: ({ conflicts }) => conflicts === null,
  },
  {
    label: /^purpose(?: of (?:the )?(?:report|decision))?\s*:\s*$/iu,
    weight: 'note',
    empty: ({ purpose }) => purpose === null,
  },
  { label: /^scrutiny[^:.]{0,40}interest\s*:\s*$/iu, weight: 'note', empty: () => true },
]

// Asked of every line before the six patterns above: it spares nearly all of them.
const begins = /^(?:the|details|decision|alternative|other|option|reason|conflict|declaration|purpose|scrutiny)/iu

/** Words that begin a line only as a label. */
const labels = pattern(
  'iu',
  String.raw`^(?:decisions?|decided|options?|alternative|reasons?|conflicts?|declarations?|purpose|scrutiny|`,
  String.raw`consultations?|wards?|signature|date|publication|effective|report author|author|contact|accompanying|`,
  String.raw`members consulted|background|financial|legal|equality|risks?|title|subject|is (?:key|subject)|`,
  String.raw`status)\b[^.]{0,60}?(?::|\s\[|\t|$)`,
)

function isLabel(words: string | undefined): boolean {
  return words !== undefined && words.length < 160 && labels.test(words)
}

/** The label and nothing after it on its line. */
function isBare(words: string, label: RegExp): boolean {
  return words.length < 160 && begins.test(words) && label.test(tidy(words))
}

/** The lines that say something, trimmed. */
function linesOf(plain: string): { words: string; at: Span }[] {
  let start = 0
  return plain.split('\n').flatMap((line) => {
    const from = start + (line.length - line.trimStart().length)
    start += line.length + 1
    const words = line.trim()
    return words === '' ? [] : [{ words, at: [from, from + words.length] as Span }]
  })
}
