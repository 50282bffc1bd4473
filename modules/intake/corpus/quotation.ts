import type { Span } from '../reading.ts'
import type { Right } from './expectation.ts'

/** A fault in an expectation file: the line, and what is wrong with it. */
export class ExpectationFault extends Error {}

/**
 * Finds authored quotations in a source: `"words"`, or several parted by ` | `, of which `-` is nothing.
 *
 * `«…»` marks the value within words that make the place certain, ` … ` spans from the first words to the next
 * occurrence of the last, `#2` chooses the second occurrence. White space in a quotation stands for any white space in
 * the source. Words must occur once within `within`; where `next` is set the first occurrence is taken, for what is
 * quoted in its order.
 *
 * @throws ExpectationFault where the words do not occur as they should.
 */
export function find(quoted: string, text: string, within: Span, next = false): Right<string>[] {
  const quotations = quoted.split(/ \| (?=["-])/).filter((alternative) => alternative !== '-')
  if (quotations.length === 0) throw new ExpectationFault('no words')
  return quotations.map((alternative) => findOne(alternative.trim(), text, within, next))
}

/** Whether a quotation allows that there is nothing: it ends in ` | -`. */
export function isOptional(quoted: string): boolean {
  return quoted.endsWith(' | -')
}

function findOne(quotation: string, text: string, within: Span, next: boolean): Right<string> {
  const [, words, nth] = /^"(.*)"(?:#(\d+))?$/u.exec(quotation) ?? []
  if (words === undefined || words === '') throw new ExpectationFault(`not quoted words: ${quotation}`)
  const [before = '', value = words, after = ''] = /^(.*)«(.*)»(.*)$/u.exec(words)?.slice(1) ?? []
  const [start = '', end] = value.split(' … ')
  const places = occurrences(before, start, after, text.slice(...within))
  if (places.length === 0) throw new ExpectationFault(`does not occur: ${words}`)
  if (places.length > 1 && nth === undefined && !next) {
    throw new ExpectationFault(`occurs ${places.length} times: ${words}`)
  }
  const place = places[nth === undefined ? 0 : Number(nth) - 1]
  if (place === undefined) throw new ExpectationFault(`occurs only ${places.length} times: ${words}`)
  const from = within[0] + place[0]
  const until = end === undefined ? within[0] + place[1] : endOf(end, text, [within[0] + place[1], within[1]])
  const found = text.slice(from, until)
  return { value: found.replace(/\s+/gu, ' ').trim(), words: found, at: [from, until] }
}

function occurrences(before: string, value: string, after: string, text: string): Span[] {
  const gapBefore = before.endsWith(' ') ? '\\s+' : ''
  const gapAfter = after.startsWith(' ') ? '\\s+' : ''
  const pattern = `(${flexible(before)}${gapBefore})(${flexible(value)})${gapAfter}${flexible(after)}`
  return [...text.matchAll(new RegExp(pattern, 'gu'))].map((match): Span => {
    const from = match.index + (match[1]?.length ?? 0)
    return [from, from + (match[2]?.length ?? 0)]
  })
}

function endOf(words: string, text: string, within: Span): number {
  const match = new RegExp(flexible(words), 'u').exec(text.slice(...within))
  if (match === null) throw new ExpectationFault(`does not occur after its beginning: ${words}`)
  return within[0] + match.index + match[0].length
}

/** White space in an authored quotation stands for any in the source, line ends and no-break spaces included. */
function flexible(words: string): string {
  return words
    .trim()
    .split(/\s+/u)
    .map((word) => RegExp.escape(word))
    .join('\\s+')
}
