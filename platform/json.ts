/**
 * JSON of records as they are: bigints as numbers where they fit exactly (as text where they do not), Temporal values as
 * their ISO text (by their own toJSON), bytes as hexadecimal.
 */
export function toJson(value: unknown, indent?: number): string {
  return JSON.stringify(value, plain, indent)
}

/** The one way to write a value down for hashing: keys sorted, no white space, so that equal content has equal text. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (key, held) => {
    const one = plain(key, held)
    if (one === null || typeof one !== 'object' || Array.isArray(one)) return one
    return Object.fromEntries(
      Object.entries(one)
        .filter(([, v]) => v !== undefined)
        .sort(([a], [b]) => (a < b ? -1 : 1)),
    )
  })
}

function plain(_key: string, value: unknown): unknown {
  if (typeof value === 'bigint') {
    return value >= BigInt(Number.MIN_SAFE_INTEGER) && value <= BigInt(Number.MAX_SAFE_INTEGER)
      ? Number(value)
      : value.toString()
  }
  if (value instanceof Uint8Array) return Buffer.from(value).toString('hex')
  return value
}
