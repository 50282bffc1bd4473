import { names, sumsWritten } from '#platform/sums.ts'
import { countWords, fold, foldedWords } from './fold.ts'

/** What is withheld, as the rendition needs it: the words, and what stands in their place. Of an amount `pence` says how much it is. */
export type Passage = { passage: string; says: string; pence?: bigint }

/**
 * A passage of three words or more, and of twelve letters and digits, is found anywhere, however it is spaced or broken. A
 * shorter one ("£612.50", a name) is found as whole words only: "Rose" is not withheld from "prose".
 */
export const isLong = (passage: string): boolean => countWords(passage) >= 3 && foldedWords(passage).length >= 12

/** Half-open stretches of a text in which something is withheld, apart from each other and in order. */
export type Stretch = { from: number; to: number; says: string[] }

/** Where any of these passages stands in a text: every occurrence, also those that overlap; what overlaps is one stretch. */
export function withheldIn(text: string, passages: readonly Passage[]): Stretch[] {
  const { units, at, end } = fold(text)
  const found: { from: number; to: number; says: string }[] = []
  const sums = passages.some(({ pence }) => pence !== undefined) ? sumsWritten(text) : []
  for (const { passage, says, pence } of passages) {
    for (const sum of sums)
      if (pence !== undefined && names(sum, pence)) found.push({ from: sum.from, to: sum.to, says })
    const sought = foldedWords(passage)
    // Three digits alone are a sum only where they are written as one.
    if (sought === '' || (pence !== undefined && sought.length < 4)) continue
    const whole = !isLong(passage)
    for (let place = units.indexOf(sought); place >= 0; place = units.indexOf(sought, place + 1)) {
      const from = at[place] ?? 0
      const to = end[place + sought.length - 1] ?? text.length
      if (whole && !standsAlone(text, from, to)) continue
      found.push({ ...widened(text, from, to, passage), says })
    }
  }
  found.sort((a, b) => a.from - b.from || b.to - a.to)
  const merged: Stretch[] = []
  for (const { from, to, says } of found) {
    const last = merged.at(-1)
    if (last && from < last.to) {
      last.to = Math.max(last.to, to)
      if (!last.says.includes(says)) last.says.push(says)
    } else {
      merged.push({ from, to, says: [says] })
    }
  }
  return merged
}

const wordish = /[\p{L}\p{N}\p{M}]/u
const unseen = /[\p{Cf}\p{M}]/u

function standsAlone(text: string, from: number, to: number): boolean {
  let before = from - 1
  while (before >= 0 && unseen.test(text[before] ?? '')) before--
  let after = to
  while (after < text.length && unseen.test(text[after] ?? '')) after++
  return (
    !(before >= 0 && wordish.test(text.slice(Math.max(0, before - 1), before + 1).at(-1) ?? ''))
    && !wordish.test(text[after] ?? '')
  )
}

// The signs that a passage begins and ends with go with it, and the rest of a sum: "£612" takes the ".50" of "£612.50" along.
function widened(text: string, from: number, to: number, passage: string): { from: number; to: number } {
  const [, before = '', after = ''] = /^([^\p{L}\p{N}]*)[\s\S]*?([^\p{L}\p{N}]*)$/u.exec(passage.trim()) ?? []
  let [start, stop] = [from, to]
  while (
    start > 0
    && (unseen.test(text[start - 1] ?? '')
      || (before.includes(text[start - 1] ?? ' ') && /\S/u.test(text[start - 1] ?? ' ')))
  )
    start--
  while (
    stop < text.length
    && (unseen.test(text[stop] ?? '') || (after.includes(text[stop] ?? ' ') && /\S/u.test(text[stop] ?? ' ')))
  )
    stop++
  if (/[0-9]/u.test(text[to - 1] ?? ''))
    stop = Math.max(stop, to + (/^(?:[.,]\d+)+/u.exec(text.slice(to))?.[0].length ?? 0))
  return { from: start, to: stop }
}

/** What stands in the place of withheld words: "[Withheld: paragraph 3, financial or business affairs]". */
export const mark = (says: readonly string[]): string => `[Withheld: ${says.join('; ')}]`

/** A text with every withheld passage replaced by the sentence that says so. */
export function withhold(text: string, passages: readonly Passage[]): string {
  let shown = ''
  let place = 0
  for (const { from, to, says } of withheldIn(text, passages)) {
    shown += text.slice(place, from) + mark(says)
    place = to
  }
  return shown + text.slice(place)
}

/**
 * A document with every withheld passage taken out of every text in it, at any depth: what the record says and what the parts
 * of this module add alike. What is no language (references, days, digests, the names of kinds) stays as it is.
 */
export function publicRendition<Document>(document: Document, passages: readonly Passage[]): Document {
  return passages.length === 0 ? document : (walk(document, passages, '') as Document)
}

function walk(given: unknown, passages: readonly Passage[], key: string): unknown {
  if (typeof given === 'string') {
    // A bare number may be a sum that somebody typed.
    if (isDigits.test(given) && !figures.has(key))
      return withhold(
        given,
        passages.filter(({ pence }) => pence !== undefined),
      )
    return isMachine(given, key) ? given : withhold(given, passages)
  }
  // A sum without a name: pence as a number of their own.
  if (typeof given === 'bigint') return given !== 0n && isWithheldSum(given, passages) ? null : given
  if (Array.isArray(given)) return given.map((one) => walk(one, passages, key))
  if (typeof given !== 'object' || given === null || Object.getPrototypeOf(given) !== Object.prototype) return given
  if ('pence' in given && isWithheldSum(given.pence, passages)) {
    if ('kind' in given) return { ...given, kind: 'withheld', pence: null }
    if ('basis' in given) return { ...given, basis: 'withheld', pence: null }
    return { ...given, pence: null }
  }
  return Object.fromEntries(Object.entries(given).map(([name, value]) => [name, walk(value, passages, name)]))
}

// A figure in a field of its own: "60000000" pence as text, or as a number.
const isWithheldSum = (given: unknown, passages: readonly Passage[]): boolean => {
  const pence = typeof given === 'string' && isDigits.test(given) ? BigInt(given) : given
  return passages.some((one) => one.pence !== undefined && one.pence === pence)
}

const isDigits = /^-?\d+$/u
const figures = new Set(['pence', 'size', 'sha256', 'version'])

const machine =
  /^(?:\d{4}-\d\d-\d\d(?:T[\d:.]+(?:Z|[+-]\d\d:\d\d))?|[A-Z]{1,4}-\d{4}-\d{3,}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|[0-9a-f]{64}|-?\d+)$/u
const namesOfKinds = new Set([
  'kind',
  'verb',
  'outcome',
  'state',
  'standing',
  'post',
  'subject',
  'scope',
  'unit',
  'start',
  'effective',
  'place',
  'basis',
  'mediaType',
  'power',
  'powers',
  'key',
  'limb',
  'label',
  'pence',
  'clause',
])

const isMachine = (text: string, key: string): boolean =>
  machine.test(text) || (namesOfKinds.has(key) && /^[a-z0-9][a-z0-9/. +;=-]*$/u.test(text))
