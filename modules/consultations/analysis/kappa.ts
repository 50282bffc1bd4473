/**
 * How often two people, who coded the same answers without seeing each other's, put one code there or not: `yy` both did,
 * `yn` the first alone, `ny` the second alone, `nn` neither. Counts of answers.
 */
export type Pairs = { yy: number; yn: number; ny: number; nn: number }

export type Agreement = {
  answers: number
  /** Kappa as a fraction, exact; null where it cannot be told: nothing was coded twice, or both always said the same one thing. */
  kappa: { over: bigint; under: bigint } | null
  /** "0.40", to two places, halves away from nought; null as above. */
  words: string | null
  /** How it was reached, a step a line. */
  working: string[]
}

/**
 * Cohen's kappa: how far two people agree beyond what chance would bring, given how often each of them uses the code. 1 is full
 * agreement, 0 is what chance brings. Worked in whole numbers, so that nothing is lost to rounding.
 *
 * Where several codes are taken together ({@link pooled}), what is counted are judgements, and the working says so.
 *
 * With n answers, agreed = yy + nn, and by chance E = (yy + yn)(yy + ny) + (ny + nn)(yn + nn) of n squared:
 * kappa = (n × agreed − E) / (n² − E).
 *
 * ```ts
 * kappaOf({ yy: 20, yn: 5, ny: 10, nn: 15 }).words // '0.40'
 * ```
 *
 * Source: J. Cohen, A coefficient of agreement for nominal scales, 1960.
 */
export function kappaOf(pairs: Pairs, of: 'answers' | 'judgements' = 'answers'): Agreement {
  const [yy, yn, ny, nn] = [BigInt(pairs.yy), BigInt(pairs.yn), BigInt(pairs.ny), BigInt(pairs.nn)]
  const n = yy + yn + ny + nn
  const answers = Number(n)
  if (n === 0n) return { answers, kappa: null, words: null, working: ['No answer was coded by two people yet.'] }
  const chance = (yy + yn) * (yy + ny) + (ny + nn) * (yn + nn)
  const [over, under] = [n * (yy + nn) - chance, n * n - chance]
  const working = [
    of === 'answers'
      ? `Of ${n} answers coded by two people, both put the code to ${yy}, the first alone to ${yn}, the second alone to ${ny}, neither to ${nn}.`
      : `Each answer that two people coded, and each code, is a judgement. Of ${n}, both put the code in ${yy}, the first alone in ${yn}, the second alone in ${ny}, neither in ${nn}.`,
    `They agree on ${yy + nn} of ${n}.`,
    `By chance, given how often each uses it: (${yy + yn} × ${yy + ny} + ${ny + nn} × ${yn + nn}) ÷ ${n}² = `
      + `${chance} of ${n * n}.`,
  ]
  if (under === 0n) {
    return {
      answers,
      kappa: null,
      words: null,
      working: [...working, 'Both always said the same one thing: chance explains it all.'],
    }
  }
  const words = twoPlaces(over, under)
  return {
    answers,
    kappa: { over, under },
    words,
    working: [
      ...working,
      `Kappa = (${n} × ${yy + nn} − ${chance}) ÷ (${n * n} − ${chance}) = ${over} ÷ ${under} = ${words}.`,
    ],
  }
}

/** All codes taken together: every answer and code is one judgement. */
export const pooled = (all: readonly Pairs[]): Pairs =>
  all.reduce((sum, one) => ({ yy: sum.yy + one.yy, yn: sum.yn + one.yn, ny: sum.ny + one.ny, nn: sum.nn + one.nn }), {
    yy: 0,
    yn: 0,
    ny: 0,
    nn: 0,
  })

function twoPlaces(over: bigint, under: bigint): string {
  const size = over < 0n ? -over : over
  const hundredths = (size * 200n + under) / (under * 2n)
  const text = `${hundredths / 100n}.${String(hundredths % 100n).padStart(2, '0')}`
  return over < 0n && hundredths > 0n ? `−${text}` : text
}
