import type { Amount, Reading, ReadingFinding } from '../reading.ts'
import { amountWords, dayWords, kindWords, perWords, verbWords, weightWords } from '../words.ts'

/** A reading for people: what, who, when, the clauses, the sums, what was found. Lines of at most `width` characters. */
export function report(reading: Reading, width = 100): string {
  const lines: string[] = []
  const add = (...more: string[]) => {
    lines.push(...more)
  }
  const value = (label: string, said: string | null | undefined) => {
    if (said !== null && said !== undefined && said !== '') add(...wrapped(`${label.padEnd(16)}${said}`, width, 18))
  }
  add(reading.file, '='.repeat(Math.min(width, Math.max(8, reading.file.length))), '')
  add(...wrapped(reading.title?.value ?? 'No title was found.', width, 0), '')
  value('Council', reading.council?.value)
  value('References', reading.identifiers.map((one) => one.value).join('; '))
  value('Decided by', maker(reading))
  value('Decided on', day(reading.decidedOn))
  value('Published on', day(reading.publishedOn))
  value('Takes effect', day(reading.effectiveFrom))
  value('Form dated', day(reading.formDate))
  value(
    'Signed',
    reading.signatures
      .map(({ role, day: on }) => `${role}${on === null ? ', no day given' : `, ${dayWords(on)}`}`)
      .join('; '),
  )
  value('Key decision', yesNo(reading.isKey))
  value('Call-in', yesNo(reading.subjectToCallIn))
  value('Status', reading.status?.value)
  value('Wards', reading.wards?.value)
  value('Author', reading.author?.value)
  value('Layout', reading.layout === 'unknown' ? 'not one that is known' : reading.layout)
  add('')
  add(...heading('What was decided'))
  if (reading.clauses.length === 0) add('  No operative decision was found.')
  for (const clause of reading.clauses) {
    add(
      ...wrapped(
        `${clause.label === null ? '-' : `(${clause.label})`} [${verbWords[clause.verb]}] ${flat(clause.text)}`,
        width,
        4,
        2,
      ),
    )
    if (clause.delegation !== null && clause.delegation.to.length > 0)
      add(...wrapped(`gives power to: ${clause.delegation.to.join('; ')}`, width, 8, 6))
    if (clause.delegation !== null && clause.delegation.consulting.length > 0)
      add(...wrapped(`after consulting: ${clause.delegation.consulting.join('; ')}`, width, 8, 6))
  }
  for (const [label, said] of texts(reading)) add('', ...heading(label), ...wrapped(flat(said), width, 2, 2))
  if (reading.amounts.length > 0) add('', ...heading('Sums'), ...reading.amounts.map((amount) => `  ${sum(amount)}`))
  add('', ...heading('What was found'))
  if (reading.findings.length === 0) add('  The rules have nothing to say about this record.')
  for (const finding of reading.findings) add(...found(finding, width))
  const blank = notSaid(reading)
  if (blank.length > 0) add('', ...wrapped(`Not found in the text: ${blank.join(', ')}.`, width, 2))
  return `${lines.join('\n')}\n`
}

const day = (field: Reading['decidedOn']): string | null => field && dayWords(field.value)
const yesNo = (field: Reading['isKey']): string | null => field && (field.value ? 'yes' : 'no')
const flat = (text: string): string => text.replace(/\s+/g, ' ').trim()
const heading = (text: string): string[] => [text, '-'.repeat(text.length)]

const maker = ({ decisionMaker, makerKind }: Reading): string | null =>
  decisionMaker === null
    ? makerKind && kindWords[makerKind]
    : `${flat(decisionMaker.value)}${makerKind === null ? '' : ` (${kindWords[makerKind]})`}`

const sum = ({ pence, per }: Amount): string =>
  `${amountWords(pence).padStart(18)}${per === null ? '' : ` ${perWords[per]}`}`

const texts = (reading: Reading): [string, string][] =>
  (
    [
      ['Purpose', reading.purpose],
      ['Reasons', reading.reasons],
      ['Alternatives considered', reading.alternatives],
      ['Interests declared', reading.conflicts],
    ] as const
  ).flatMap(([label, field]) => (field === null ? [] : [[label, field.value]]))

function found({ weight, says, working }: ReadingFinding, width: number): string[] {
  return [
    ...wrapped(`${`[${weightWords[weight]}]`.padEnd(16)}${says}`, width, 18, 2),
    ...(working?.split('\n') ?? []).flatMap((step) => wrapped(step, width, 22, 20)),
  ]
}

/** What every record should say and this one was not found to. */
const notSaid = (reading: Reading): string[] =>
  (
    [
      ['the council', reading.council],
      ['a title', reading.title],
      ['who decided', reading.decisionMaker],
      ['the day of decision', reading.decidedOn],
      ['whether it is a key decision', reading.isKey],
      ['reasons', reading.reasons],
      ['alternatives', reading.alternatives],
      ['interests', reading.conflicts],
    ] as const
  ).flatMap(([words, field]) => (field === null ? [words] : []))

/** Text in lines of at most `width`: the first indented by `first`, the others by `rest`. A word that is longer stands alone. */
function wrapped(text: string, width: number, rest: number, first = 0): string[] {
  const lines: string[] = []
  let line = ' '.repeat(first)
  let empty = true
  // Runs of spaces after a label keep the values in one column.
  for (const word of text.match(/\S+\s*/g) ?? []) {
    if (!empty && line.length + word.trimEnd().length > width) {
      lines.push(line.trimEnd())
      line = ' '.repeat(rest)
    }
    line += word
    empty = false
  }
  if (!empty) lines.push(line.trimEnd())
  return lines
}
