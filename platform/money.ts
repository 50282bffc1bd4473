/** An amount in integer pence. `bigint`, because a council's whole budget in pence outgrows safe integers when multiplied. */
export type Pence = bigint

const grouped = new Intl.NumberFormat('en-GB')

/**
 * Writes pence as people write pounds: `£7,500`, `£18.08`, `−£5`.
 * Pennies are shown only when there are some.
 */
export function pounds(pence: Pence): string {
  const sign = pence < 0n ? '−' : ''
  const size = pence < 0n ? -pence : pence
  const rest = size % 100n
  return `${sign}£${grouped.format(size / 100n)}${rest === 0n ? '' : `.${rest.toString().padStart(2, '0')}`}`
}

/**
 * Reads what a person types in a money field: `15000`, `£15,000`, `15,000.50`, `£1.2m`, `250k`.
 * Returns pence, or null when it is not an amount. More than two decimals of a penny are refused rather than rounded.
 */
export function parsePounds(typed: string): Pence | null {
  const match = /^£?\s*(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d+))?\s*(k|m|million|thousand)?$/iu.exec(typed.trim())
  if (!match) return null
  const whole = (match[1] ?? '').replaceAll(',', '')
  const fraction = match[2] ?? ''
  const places = { k: 5, thousand: 5, m: 8, million: 8 }[(match[3] ?? '').toLowerCase()] ?? 2
  const kept = fraction.replace(/0+$/u, '')
  if (kept.length > places || whole.length > 13) return null
  return BigInt(whole + kept.padEnd(places, '0'))
}
