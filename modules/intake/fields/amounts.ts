/** Every £ figure of a text, in its order, in pence, with the unit it is stated in. */
import type { Amount, Per } from '../reading.ts'

const FIGURE = '(\\d{1,3}(?:,\\d{3})+|\\d{1,3}(?: \\d{3})+(?![\\d,])|\\d{1,15})(?:\\.(\\d{1,6}))?'
const SCALE = '(?:\\s?(k|m|mn|mill|mil|million|millions|b|bn|billion|thousand|thousands)(?![a-z]))?'
const AMOUNT = new RegExp(`£\\s{0,3}${FIGURE}${SCALE}`, 'gi')
const RANGE = new RegExp(`^(\\s?[-–—]\\s?|\\s+to\\s+)${FIGURE}${SCALE}(?![\\d,/%])`, 'i')
const JOINED = /^(\s?[-–—]\s?|\s+to\s+)£/

const SCALES: Record<string, number> = { k: 3, t: 3, m: 6, b: 9 }

function penceOf(whole: string, part: string | undefined, scale: string | undefined): number | null {
  const power = scale ? (SCALES[scale[0]?.toLowerCase() ?? ''] ?? 0) : 0
  const digits = `${whole.replace(/[, ]/g, '')}${(part ?? '').padEnd(power + 2, '0')}`
  // Figures are shifted as text, so that £3.062m is exact; only fractions of a penny are rounded.
  const places = Math.max(0, (part ?? '').length - power - 2)
  const pence =
    places === 0 ? Number(digits) : Math.round(Number(`${digits.slice(0, -places)}.${digits.slice(-places)}`))
  return Number.isSafeInteger(pence) ? pence : null
}

const VAT =
  '(?:[\\s,]*\\(?\\s*(?:plus|excluding|excl?\\.?|including|incl?\\.?|net of|\\+|exclusive of|inclusive of|gross|net)\\s*(?:of\\s+)?(?:vat|v\\.a\\.t\\.?)?\\)?)?'
const AFTER: readonly { per: Per; is: RegExp }[] = [
  {
    per: 'year',
    is: new RegExp(
      `^${VAT}[\\s,(]*(?:(?:per|a)\\s+[a-z]+\\s+per\\s+(?:annum|year)|per\\s*annum|per\\s+(?:financial\\s+)?year|p\\.?\\s?a\\.?(?![a-z])|an?\\s+year|each\\s+(?:financial\\s+)?year|every\\s+year|annually|yearly|/\\s?(?:year|yr|annum)|annual(?:ised)?(?![a-z])|pa\\b)`,
      'i',
    ),
  },
  {
    per: 'week',
    is: new RegExp(
      `^${VAT}[\\s,(]*(?:(?:(?:per|a)\\s+(?:[a-z]+\\s+){1,2}per\\s+|per\\s+|an?\\s+|each\\s+|every\\s+|/\\s?)(?:week|wk)|p\\.?\\s?w\\.?(?![a-z])|weekly)`,
      'i',
    ),
  },
  {
    per: 'day',
    is: new RegExp(
      `^${VAT}[\\s,(]*(?:(?:per\\s+(?:person\\s+per\\s+)?|an?\\s+|each\\s+|every\\s+|/\\s?)day|daily)(?![a-z])`,
      'i',
    ),
  },
  {
    per: 'hour',
    is: new RegExp(
      `^${VAT}[\\s,(]*(?:(?:per\\s+|an\\s+|each\\s+|every\\s+|/\\s?)(?:hour|hr)|p\\.?\\s?h\\.?(?![a-z])|hourly)`,
      'i',
    ),
  },
  {
    per: 'visit',
    is: new RegExp(`^${VAT}[\\s,(]*(?:per\\s+|a\\s+|each\\s+|every\\s+|/\\s?)(?:visit|call)(?![a-z-])`, 'i'),
  },
  {
    per: 'total',
    is: new RegExp(
      `^${VAT}[\\s,(]*(?:in\\s+total|overall|altogether|in\\s+all(?![a-z])|total(?![a-z])|over\\s+the\\s+(?:whole\\s+)?(?:life|lifetime|full term)|whole[\\s-]?life)`,
      'i',
    ),
  },
]
const LINK =
  '(?:\\s+(?:contract|estimated|projected|value|cost|costs|price|sum|budget|spend|expenditure|fee|amount|investment|funding|saving|savings|grant|charge|rate|of|is|was|at|to|up|approximately|approx\\.?|around|about|circa|c\\.?|be|the|a|an|estimate|being|lifetime|term|for|will|would|ceiling|limit|maximum|in|region|excess|,))*[\\s:=(,]*$'
const BEFORE: readonly { per: Per; is: RegExp }[] = [
  { per: 'year', is: new RegExp(`\\b(?:annual(?:ly|ised)?|yearly|per annum|each year)${LINK}`, 'i') },
  { per: 'week', is: new RegExp(`\\bweekly${LINK}`, 'i') },
  { per: 'hour', is: new RegExp(`\\bhourly${LINK}`, 'i') },
  { per: 'day', is: new RegExp(`\\bdaily${LINK}`, 'i') },
  { per: 'total', is: new RegExp(`\\b(?:total(?:ling|s)?|overall|whole[\\s-]?life|aggregate|lifetime)${LINK}`, 'i') },
]

function perAt(plain: string, start: number, end: number): Per | null {
  const after = plain.slice(end, end + 60)
  for (const { per, is } of AFTER) if (is.test(after)) return per
  const before = plain.slice(Math.max(0, start - 70), start)
  for (const { per, is } of BEFORE) if (is.test(before)) return per
  return null
}

/** Amounts between two positions; `at` covers the sign, the figure and its scale. */
export function amountsIn(plain: string, from: number, to: number): Amount[] {
  const found: Amount[] = []
  for (const match of plain.slice(from, to).matchAll(AMOUNT)) {
    const start = from + match.index
    const end = start + match[0].trimEnd().length
    const [, whole, part, scale] = match
    if (whole === undefined) continue
    const rest = plain.slice(end, end + 40)
    const range = RANGE.exec(rest)
    // In "£5-10m" the scale stands once, behind both.
    const shared = scale === undefined && part === undefined && whole.length <= 3
    const joined = JOINED.test(rest)
      ? new RegExp(`^(?:\\s?[-–—]\\s?|\\s+to\\s+)£${FIGURE}${SCALE}`, 'i').exec(rest)
      : null
    const ownScale = scale ?? (shared ? (range?.[4] ?? joined?.[3]) : undefined)
    const pence = penceOf(whole, part, ownScale)
    const dashed = range !== null && (/[-–—]/.test(range[1] ?? '') || range[4] !== undefined)
    const isRange =
      range !== null
      && dashed
      && !(range[4] === undefined && !range[2]?.includes(',') && (range[2]?.length ?? 0) < 3)
      && !/^\s*(?:year|month|week|day|hour|minute|people|per\s?cent|%|st|nd|rd|th)/i.test(rest.slice(range[0].length))
    const endOfRange = isRange && range !== null ? end + range[0].trimEnd().length : end
    const per = perAt(plain, start, endOfRange)
    if (pence !== null) found.push({ pence, per, at: [start, end] })
    if (isRange && range !== null && range[2] !== undefined) {
      const second = penceOf(range[2], range[3], range[4])
      const at = end + (range[1]?.length ?? 0)
      if (second !== null) found.push({ pence: second, per, at: [at, endOfRange] })
    }
  }
  return found
}
