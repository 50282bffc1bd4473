/**
 * Readers of these pages know records by a whole number. Ours is made from the reference, and the reference from it, so that
 * no table of numbers is kept and an address never changes: D-2022-0007 is 2022000007.
 */
const perYear = 1_000_000

// Entries of the forward plan (F-…) are known by numbers as decisions are, at the same addresses: theirs begin half-way.
const firstOf = { D: 0, F: 500_000 } as const

/** The number of a reference such as D-2022-0007 or F-2022-0003, or null where it has another shape or too large a number. */
export function numberOf(ref: string): number | null {
  const found = /^([DF])-(\d{4})-(\d{4,6})$/u.exec(ref)
  if (!found || Number(found[3]) >= firstOf.F) return null
  return Number(found[2]) * perYear + firstOf[found[1] as 'D' | 'F'] + Number(found[3])
}

/** The reference of a number where it is of this kind; null for what is no number of ours, or of the other kind. */
export function refOf(letter: 'D' | 'F', given: string | undefined): string | null {
  if (given === undefined || !/^\d{10}$/u.test(given)) return null
  const number = Number(given)
  const within = number % perYear
  if (within >= firstOf.F !== (letter === 'F')) return null
  return `${letter}-${Math.floor(number / perYear)}-${String(within - firstOf[letter]).padStart(4, '0')}`
}

/** A post's number in such an address: a short digest of its name, since posts have no numbers of their own. */
export function postNumber(post: string): number {
  let hash = 0x811c9dc5
  for (const letter of post) hash = Math.imul(hash ^ letter.charCodeAt(0), 0x01000193) >>> 0
  return (hash % 900_000) + 100_000
}
