import type { Visit } from '#platform/page.ts'

/** What an address asks for. These readers write `ID`, `Id` and `id` alike, so names are looked up without their case. */
export function askedIn(visit: Visit): (name: string) => string | undefined {
  const given = new Map(Object.entries(visit.query).map(([name, value]) => [name.toLowerCase(), value]))
  return (name) => given.get(name.toLowerCase())
}

/** A day as these pages write it: 05/08/2022. */
export const slashed = (day: Temporal.PlainDate | string): string => {
  const { year, month, day: of } = Temporal.PlainDate.from(day)
  return `${String(of).padStart(2, '0')}/${String(month).padStart(2, '0')}/${year}`
}

/** The days of a range as it stands in an address, "01/08/2022-14/08/2022"; null where it is none. */
export function rangeIn(text: string | undefined): { from: Temporal.PlainDate; until: Temporal.PlainDate } | null {
  const found = /^(\d\d)[/-](\d\d)[/-](\d{4})-(\d\d)[/-](\d\d)[/-](\d{4})$/u.exec(text ?? '')
  if (!found) return null
  const [, d1, m1, y1, d2, m2, y2] = found
  try {
    const from = Temporal.PlainDate.from(`${y1}-${m1}-${d1}`, { overflow: 'reject' })
    const until = Temporal.PlainDate.from(`${y2}-${m2}-${d2}`, { overflow: 'reject' })
    return Temporal.PlainDate.compare(from, until) <= 0 ? { from, until } : null
  } catch {
    return null
  }
}
