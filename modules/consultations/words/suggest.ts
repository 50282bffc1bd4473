/** A passage that a pattern takes for personal data. It is put before people and is never the record. */
export type Suggestion = { words: string; looksLike: string }

const patterns: readonly { looksLike: string; pattern: RegExp; really?: (found: string) => boolean }[] = [
  { looksLike: 'an e-mail address', pattern: /[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu },
  { looksLike: 'an NHS number', pattern: /\b\d{3}[ -]?\d{3}[ -]?\d{4}\b/gu, really: isNhsNumber },
  { looksLike: 'a telephone number', pattern: /(?:\+44[ -]?|\b0)(?:\(0\)[ -]?)?\d(?:[ -]?\d){8,9}\b/gu },
  { looksLike: 'a postcode', pattern: /\b(?:GIR ?0AA|[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2})\b/giu },
  { looksLike: 'a National Insurance number', pattern: /\b[A-CEGHJ-PR-TW-Z]{2} ?(?:\d{2} ?){3}[A-D]\b/giu },
  {
    looksLike: 'a date of birth',
    pattern: /\b(?:born (?:on )?|d\.?o\.?b\.?:? ?|date of birth:? ?)\d{1,2}[ ./-]\p{L}*\d*[ ./-]?\d{2,4}\b/giu,
  },
  {
    looksLike: 'a title with a name',
    pattern: /\b(?:Mr|Mrs|Ms|Miss|Mx|Dr|Cllr)\.? \p{Lu}[\p{L}’'-]+(?: \p{Lu}[\p{L}’'-]+)?/gu,
  },
  {
    looksLike: 'an address',
    pattern:
      /\b\d+[a-z]? (?:\p{Lu}[\p{L}’']+ ){1,3}(?:Road|Street|Lane|Avenue|Close|Drive|Way|Crescent|Terrace|Row)\b/gu,
  },
]

/** Ten digits of which the last checks the others (modulus 11). */
function isNhsNumber(found: string): boolean {
  const digits = found.replaceAll(/\D/gu, '').split('').map(Number)
  const sum = digits.slice(0, 9).reduce((total, digit, at) => total + digit * (10 - at), 0)
  const check = (11 - (sum % 11)) % 11
  return check !== 10 && check === digits[9]
}

/** Passages that look like personal data, each once, in the order in which they stand. */
export function suggestionsIn(text: string): Suggestion[] {
  const found: (Suggestion & { from: number; to: number })[] = []
  for (const { looksLike, pattern, really } of patterns) {
    for (const match of text.matchAll(pattern)) {
      const [from, to] = [match.index, match.index + match[0].length]
      if (really && !really(match[0])) continue
      if (found.some((one) => from < one.to && one.from < to)) continue
      found.push({ words: match[0], looksLike, from, to })
    }
  }
  const seen = new Set<string>()
  return found
    .toSorted((a, b) => a.from - b.from)
    .flatMap(({ words, looksLike }) => {
      if (seen.has(words)) return []
      seen.add(words)
      return [{ words, looksLike }]
    })
}
