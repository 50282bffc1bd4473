import { Buffer } from 'node:buffer'

/**
 * Where a page of a list ended, so that the next can start right after it however the list has grown meanwhile. It is opaque
 * to whoever holds it, and nothing in it is trusted when it comes back.
 */
export const cursorAt = (values: readonly string[]): string => Buffer.from(JSON.stringify(values)).toString('base64url')

/** What `cursorAt` was given, or null for anything else. `count` is how many values the list's order has. */
export function readCursor(cursor: string, count: number): string[] | null {
  try {
    const values: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'))
    return Array.isArray(values) && values.length === count && values.every((one) => typeof one === 'string') ? values : null
  } catch {
    return null
  }
}
