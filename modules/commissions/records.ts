import { authority } from '#authority'
import { decisions, findDecision } from '#decisions'
import type { Tx } from '#platform/database.ts'
import type { ThreadNode, Tracer } from '#platform/thread.ts'

// Rooms above this one answer for their own references as well: consultations, contracts.
const tracers: Tracer[] = [...(authority.trace ?? []), ...(decisions.trace ?? [])]

/** Has the records of a room above this one linked to commissions as well. Called where the house is put together. */
export const linkWith = (tracer: Tracer): void => {
  tracers.push(tracer)
}

/** A record that is published, in whichever room; null for what is not, and for what nobody here knows. */
export async function publishedRecord(tx: Tx, council: string, ref: string): Promise<ThreadNode | null> {
  for (const tracer of tracers) {
    const node = await tracer(tx, council, ref)
    if (node) return node
  }
  return null
}

/** A record as somebody at the desk may know of it: drafts as well. */
export async function knownRecord(
  tx: Tx,
  council: string,
  ref: string,
): Promise<(Pick<ThreadNode, 'ref' | 'kind' | 'title' | 'says' | 'day'> & { href: string | null }) | null> {
  const published = await publishedRecord(tx, council, ref)
  if (published) return published
  const draft = /^D-/u.test(ref) ? await findDecision(tx, council, ref) : null
  return (
    draft && {
      ref,
      kind: 'Decision',
      title: draft.title,
      says: `It is ${draft.state}, and not published.`,
      day: null,
      href: null,
    }
  )
}

/**
 * References that Remit itself gives, where one that nobody answers for is a slip. A consultation that is not open yet is linked
 * by its number: what it is called is shown from the day on which it opens.
 */
export const isOwnReference = (ref: string): boolean => /^(?:[ACDM]|NW)-\d{4}-\d{4,}$/u.test(ref)
