/**
 * Sums of money as people write them in a text: "£600,000", "600 000.00", "£0.6m", "half a million pounds", "sixty thousand".
 * `unit` is how exactly it is written, in pence: "£0.6m" says £600,000 to the nearest £100,000. `plain` is a bare number, which may
 * be a sum or not.
 */
export type WrittenSum = { from: number; to: number; pence: bigint; unit: bigint; plain: boolean }

/** Every sum that a text could be read to name; of "3 600 000" both three million six hundred thousand and six hundred thousand. */
export function sumsWritten(text: string): WrittenSum[] {
  const read = normalised(text)
  return [...inFigures(read.text), ...inWords(read.text)].map(({ from, to, ...sum }) => ({
    ...sum,
    from: read.at[from] ?? 0,
    to: read.end[to - 1] ?? text.length,
  }))
}

/** Whether what is written names this amount, exactly or rounded as it is written: "£1.2m" names £1,234,567. */
export const names = ({ pence: written, unit, plain }: WrittenSum, pence: bigint): boolean =>
  written > 0n
  && (!plain || pence >= leastBare)
  && (written === pence
    || (pence >= unit && (written === (pence / unit) * unit || written === ((pence + unit / 2n) / unit) * unit)))

/** Below a thousand pounds a bare number is as likely a house, a page or an age. */
const leastBare = 1_000_00n

/** A text without the sums in it, whatever they are; a bare year stays. */
export function withoutSums(text: string, instead = '[sum withheld]'): string {
  let shown = ''
  let place = 0
  const found = sumsWritten(text)
    .filter(({ plain, pence, from, to }) => !plain || pence >= 10_000_00n || (pence >= leastBare && to - from > 4))
    .toSorted((a, b) => a.from - b.from || b.to - a.to)
  for (const { from, to } of found) {
    if (from >= place) shown += text.slice(place, from) + instead
    place = Math.max(place, to)
  }
  return shown + text.slice(place)
}

type Read = { text: string; at: number[]; end: number[] }

// In one Unicode form and case, without what is not seen, spaces of every kind as one.
function normalised(text: string): Read {
  let read = ''
  const at: number[] = []
  const end: number[] = []
  let place = 0
  for (const character of text) {
    const next = place + character.length
    for (const one of character.normalize('NFKC').toLowerCase()) {
      if (/[\p{Cf}\p{M}]/u.test(one)) continue
      const kept = /\s/u.test(one) ? ' ' : one
      if (kept === ' ' && read.endsWith(' ')) continue
      read += kept
      for (let unit = 0; unit < kept.length; unit++) {
        at.push(place)
        end.push(next)
      }
    }
    place = next
  }
  return { text: read, at, end }
}

const scales: Record<string, number> = {
  'hundred thousand': 5,
  thousand: 3,
  k: 3,
  million: 6,
  mn: 6,
  m: 6,
  billion: 9,
  bn: 9,
}

const figure =
  /(?<![\p{L}\p{N}]|\d[.,])(£ ?|gbp ?)?(\d{1,3}(?:([ ,'’])\d{3})(?:\3\d{3})*(?!\d)|\d+)(?:\.(\d{1,9}))?(?: ?-?(hundred thousand|thousand|k|million|mn|m|billion|bn)(?![\p{L}\p{N}]))?(?: (pounds?|gbp|sterling|pence|p)(?![\p{L}\p{N}]))?/gu

function inFigures(text: string): WrittenSum[] {
  return [...text.matchAll(figure)].flatMap((match) => {
    const [all, sign = '', whole = '', gap, part = '', scale, after] = match
    const from = match.index
    const to = from + all.length
    const exponent = (scales[scale ?? ''] ?? 0) + (after === 'pence' || after === 'p' ? 0 : 2)
    const plain = sign === '' && after === undefined && scale === undefined
    const sum = (digits: string, start: number): WrittenSum => ({
      from: start,
      to,
      pence: BigInt(digits + part.padEnd(exponent, '0').slice(0, exponent)),
      unit: 10n ** BigInt(Math.max(0, exponent - part.length)),
      plain,
    })
    if (gap !== ' ') return [sum(whole.replaceAll(/\D/gu, ''), from)]
    // Groups parted by spaces may be a number after another number.
    const groups = whole.split(' ')
    return groups.map((_, skip) =>
      sum(
        groups.slice(skip).join(''),
        skip === 0 ? from : to - all.length + sign.length + groups.slice(0, skip).join(' ').length + 1,
      ),
    )
  })
}

const small: Record<string, number> = Object.fromEntries([
  ...'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'
    .split(' ')
    .map((word, value) => [word, value]),
  ...'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ').map((word, tens) => [word, (tens + 2) * 10]),
])
const large: Record<string, bigint> = { thousand: 1_000n, million: 1_000_000n, billion: 1_000_000_000n }
const joining = new Set(['and', 'a', 'an', 'of', 'half', 'quarter', 'quarters', 'hundred'])
const counts = (word: string) => Object.hasOwn(small, word) || Object.hasOwn(large, word) || joining.has(word)

type Token = { word: string; from: number; to: number }

function inWords(text: string): WrittenSum[] {
  const runs: Token[][] = []
  for (const { 0: word, index } of text.matchAll(/\p{L}+/gu)) {
    if (!counts(word)) continue
    const token = { word, from: index, to: index + word.length }
    const last = runs.at(-1)?.at(-1)
    if (last && /^(?:[ -]|, )$/u.test(text.slice(last.to, index))) runs.at(-1)?.push(token)
    else runs.push([token])
  }
  return runs.flatMap((run) => {
    const end = run.at(-1)?.to ?? 0
    const pounds = /^ pounds?(?: sterling)?/u.exec(text.slice(end))?.[0] ?? ''
    const pence =
      pounds === ''
        ? null
        : /^,? and ([a-z]+(?:-[a-z]+)?|\d{1,2}) ?(?:pence|p)(?!\p{L})/u.exec(text.slice(end + pounds.length))
    const pennies = pence
      ? /^\d/u.test(pence[1] ?? '')
        ? BigInt(pence[1] ?? '0')
        : quarters((pence[1] ?? '').split('-')) / 4n
      : 0n
    return run.flatMap(({ from, word }, skip): WrittenSum[] => {
      if (word === 'and' || word === 'of') return []
      const value = quarters(run.slice(skip).map((one) => one.word)) * 25n + pennies
      const plain = pounds === ''
      return value > 0n && (!plain || value >= leastBare)
        ? [{ from, to: end + pounds.length + (pence?.[0].length ?? 0), pence: value, unit: pence ? 1n : 100n, plain }]
        : []
    })
  })
}

// In quarters, so that "a quarter of a million" and "one and a half million" are whole numbers.
function quarters(words: readonly string[]): bigint {
  let total = 0n
  let open = 0n
  let last = 0n
  for (const [place, word] of words.entries()) {
    const next = words[place + 1] ?? ''
    const scale = large[word]
    if (scale !== undefined) {
      total += (open === 0n ? 4n : open) * scale
      open = 0n
      last = scale
    } else if (word === 'hundred') open = (open === 0n ? 4n : open) * 100n
    else if (word === 'a' || word === 'an')
      open += open === 0n && (next === 'hundred' || Object.hasOwn(large, next)) ? 4n : 0n
    else if (word === 'half' || word === 'quarter' || word === 'quarters') {
      const share = word === 'half' ? 2n : open === 0n ? 1n : open / 4n
      // "a million and a half" is half of a million more.
      if (open === 0n && last > 0n && !words.slice(place + 1).some((one) => Object.hasOwn(large, one)))
        total += last * share
      else open = word === 'half' ? open + share : share
    } else open += BigInt(small[word] ?? 0) * 4n
  }
  return total + open
}
