import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { officer } from '#authority'
import { ref as reference, text, uuid, yesNo } from '#platform/input.ts'
import { done, invalid, refused, useCase } from '#platform/use-case.ts'
import { isOwnReference, knownRecord } from './records.ts'
import { showAgain } from './shown.ts'
import { endLink, insertLink, linksOf } from './store.ts'
import { openCommissionAt } from './the-commission.ts'

/** Links a record to a commission, with why it belongs there. A record of another system is linked by its own reference. */
export const linkRecord = useCase({
  name: 'commissions.link',
  title: 'Link a record to a commission',
  may: [officer],
  input: z.object({
    ref: reference,
    record: reference,
    says: text(300),
    /** What a record of another system is: "Contract". What Remit knows says so itself. */
    kind: text(60).optional(),
    /** A decision relies on what the commission wrote down of equality and duties, which must then be dated before it. */
    relies: yesNo.default(false),
  }),
  async run(work, { ref, record, says, kind, relies }) {
    const found = await openCommissionAt(work, ref)
    if (!found.ok) return found
    const { tx, actor, today } = work
    const known = await knownRecord(tx, actor.council, record)
    if (!known && isOwnReference(record))
      return invalid({ record: `There is no record ${record}. Check the reference.` })
    if (record === ref) return invalid({ record: 'A commission does not belong to itself.' })
    if (relies && known?.kind !== 'Decision')
      return invalid({ relies: 'Only a decision relies on what is written about equality and duties.' })
    const standing = (await linksOf(tx, actor.council, found.value.commission)).filter(
      ({ endedOn }) => endedOn === null,
    )
    if (standing.some((one) => one.record === record))
      return refused(`${record} is linked already.`, [], 'End that link first if it was wrong.')
    if (standing.length >= 150)
      return refused(
        `${ref} has ${standing.length} links.`,
        'No more than 150 are kept.',
        'Link the record to a record that is linked already.',
      )
    const link = randomUUID()
    await insertLink(tx, actor.council, found.value.commission, {
      link,
      kind: known?.kind ?? kind ?? 'Record',
      record,
      says,
      relies,
      linkedOn: today,
      linkedBy: actor.name,
    })
    await showAgain(work, ref)
    return done({ ref, link })
  },
})

/** Ends a link that was wrong, with the reason; that it was there stays to be seen. */
export const unlinkRecord = useCase({
  name: 'commissions.unlink',
  title: 'End the link of a record to a commission',
  may: [officer],
  input: z.object({ ref: reference, link: uuid, because: text(500) }),
  async run(work, { ref, link, because }) {
    const found = await openCommissionAt(work, ref)
    if (!found.ok) return found
    const { tx, actor, today } = work
    const known = (await linksOf(tx, actor.council, found.value.commission)).find((one) => one.link === link)
    if (!known || known.endedOn) return refused('There is no such link.', [], 'Look at the commission again.')
    await endLink(tx, actor.council, link, today, because, actor.name)
    await showAgain(work, ref)
    return done({ ref })
  },
})
