import { z } from 'zod'
import { ref, whole } from '#platform/input.ts'
import { missing, type Outcome, type Work } from '#platform/use-case.ts'
import { partNames } from './commission.ts'
import { editionLines, editionNumbered, findCommission, latestEdition } from './store.ts'

export const ofPart = z.object({ ref, edition: whole(1, 1_000_000).optional() })

export async function partSeen(
  { tx, council }: Work,
  ref: string,
  part: (typeof partNames)[number],
  n: number | undefined,
) {
  const commission = await findCommission(tx, council, ref)
  if (!commission) return missing(`There is no commission ${ref}.`)
  const latest = await latestEdition(tx, council, commission.commission, part)
  const edition =
    n === undefined || n === latest?.n ? latest : await editionNumbered(tx, council, commission.commission, part, n)
  if (n !== undefined && !edition) return missing(`${ref} has no edition ${n} of this.`)
  const editions = await editionLines(tx, council, commission.commission, part, { before: null, size: 100 })
  return {
    ok: true as const,
    value: { commission, edition, latest: latest?.n ?? 0, editions },
  } satisfies Outcome<unknown>
}
