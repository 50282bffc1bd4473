import type { Pence } from '#platform/money.ts'
import type { Per, Span } from '../../reading.ts'

/** A sum as printed. `step` is the smallest amount its digits can tell apart: £1 for £9,547,321, £100,000 for £9.5m. */
export type StatedSum = { pence: Pence; step: Pence; per: Per | null; printed: string; at: Span }

const sum =
  /£\s?(?<whole>\d{1,3}(?:,\d{3})+|\d+)(?:\.(?<part>\d+))?(?:\s?(?<scale>bn|billion|million|mn|m|k|thousand)\b)?/giu
const scales: Record<string, number> = { bn: 11, billion: 11, million: 8, mn: 8, m: 8, k: 5, thousand: 5 }
const after: readonly [Per, RegExp][] = [
  [
    'year',
    /^\s*(?:\([^()]{0,25}\)\s*)?(?:per annum|p\.?\s?a\b|(?:per|a|each|every)\s+(?:financial\s+)?year|annually|\/\s?(?:year|yr|annum))/iu,
  ],
  ['week', /^\s*(?:(?:per|a|each|every)\s+week|weekly|p\.?w\b|\/\s?(?:week|wk))/iu],
  ['day', /^\s*(?:(?:per|a|each|every)\s+day|daily|\/\s?day)/iu],
  ['hour', /^\s*(?:(?:per|an|each|every)\s+hour|hourly|p\.?h\b|\/\s?(?:hour|hr|h)\b)/iu],
  ['visit', /^\s*(?:(?:per|a|each|every)\s+visit|\/\s?visit)/iu],
]

/** Every £ figure between two places, in order. */
export function sumsIn(plain: string, from = 0, until = plain.length): StatedSum[] {
  const found: StatedSum[] = []
  for (const match of plain.slice(from, until).matchAll(sum)) {
    const { whole = '', part = '', scale } = match.groups ?? {}
    const places = scale === undefined ? 2 : (scales[scale.toLowerCase()] ?? 2)
    // Three decimals of a pound, or of a million beyond the penny, are no sum of money.
    if (part.length > places) continue
    const start = from + match.index
    const at: Span = [start, start + match[0].length]
    found.push({
      pence: BigInt(whole.replaceAll(',', '') + part.padEnd(places, '0')),
      step: 10n ** BigInt(places - part.length),
      per: perOf(plain, at),
      printed: match[0],
      at,
    })
  }
  return found
}

function perOf(plain: string, at: Span): Per | null {
  const next = plain.slice(at[1], at[1] + 60)
  const found = after.find(([, words]) => words.test(next))
  if (found) return found[0]
  const before = plain.slice(Math.max(0, at[0] - 60), at[0])
  if (
    /\b(?:annual|yearly)\s+(?:\w+\s+){0,3}(?:of|is|was|:)\s*(?:up to\s+|about\s+|around\s+|approximately\s+)?$/iu.test(
      before,
    )
  )
    return 'year'
  if (/\b(?:total|overall|whole[- ]life|lifetime)\b[^£.]{0,40}$/iu.test(before)) return 'total'
  return null
}
