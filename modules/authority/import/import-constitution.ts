import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { text, uuid, whole } from '#platform/input.ts'
import { changed, done, missing, refused, useCase, type Outcome, type Work } from '#platform/use-case.ts'
import { adoptConstitution } from '../adopt-constitution.ts'
import { administrator } from '../roles.ts'
import { obstacles } from './problems.ts'
import { readProposal } from './read-proposal.ts'
import {
  adoptedVersion,
  closeProposed,
  deleteSheets,
  findProposed,
  insertProposed,
  peopleByEmail,
  type Proposed,
} from './store.ts'

/** Keeps a version of the constitution as it was given, to be looked at before it is adopted. It may be wrong: the preview says where. */
export const proposeConstitution = useCase({
  name: 'authority.propose-constitution',
  title: 'Give the next version of the constitution',
  may: [administrator],
  input: z.object({
    name: text(200),
    document: z
      .string('Choose a file, or paste its text.')
      .min(2, 'Choose a file, or paste its text.')
      .max(8_000_000, 'Give no more than eight million characters.'),
  }),
  async run(work, { name, document }) {
    const proposal = randomUUID()
    work.about(`constitution proposal ${proposal}`)
    await insertProposed(
      work.tx,
      work.actor.council,
      { proposal, name, document: document.replaceAll('\u0000', ''), by: work.actor.name },
      work.now,
    )
    return done({ proposal })
  },
})

/** Adopts what was given, as it was looked at. */
export const adoptProposed = useCase({
  name: 'authority.adopt-proposed',
  title: 'Adopt what was given as the next version of the constitution',
  may: [administrator],
  input: z.object({
    proposal: uuid,
    onto: whole(0, 100_000)
      .optional()
      .meta({ description: 'The version that spreadsheets were put on when they were looked at; 0 for none' }),
  }),
  async run(work, { proposal, onto }) {
    const found = await waiting(work, proposal)
    if (!found.ok) return found
    const { tx, council } = work
    const last = await adoptedVersion(tx, council, null)
    // A table that was not given comes from the version that stands: that has to be the one that was looked at.
    if (found.value.bySheets && onto !== undefined && onto !== (last?.version ?? 0))
      return changed(`Version ${last?.version} was adopted meanwhile, and these spreadsheets now stand on that.`)
    const { document, problems } = await readProposal(tx, council, found.value, last)
    if (!document)
      return refused(
        'This cannot be adopted as it is.',
        problems.slice(0, 20).map(({ place, says }) => `${place}: ${says}`),
        'Mend it, and give it again.',
      )
    const { stops } = obstacles(document, {
      emails: new Set((await peopleByEmail(tx, council)).map(({ email }) => email)),
      last,
    })
    if (stops.length)
      return refused(
        'This cannot be adopted yet.',
        stops.slice(0, 20).map(({ place, says }) => `${place}: ${says}`),
        'Mend it, and give it again.',
      )
    const adopted = await adoptConstitution.run(work, document)
    if (!adopted.ok) return adopted
    await deleteSheets(tx, council, proposal)
    await closeProposed(
      tx,
      council,
      proposal,
      { state: 'adopted', version: adopted.value.version, by: work.actor.name },
      work.now,
    )
    return adopted
  },
})

/** Discards what was given: its text is not kept. */
export const discardProposed = useCase({
  name: 'authority.discard-proposed',
  title: 'Discard what was given',
  may: [administrator],
  input: z.object({ proposal: uuid }),
  async run(work, { proposal }) {
    const found = await waiting(work, proposal)
    if (!found.ok) return found
    await deleteSheets(work.tx, work.council, proposal)
    await closeProposed(
      work.tx,
      work.actor.council,
      proposal,
      { state: 'discarded', version: null, by: work.actor.name },
      work.now,
    )
    return done({ proposal })
  },
})

/** A proposal that is neither adopted nor discarded, held until this is done. */
export async function waiting(work: Work, proposal: string): Promise<Outcome<Proposed>> {
  work.about(`constitution proposal ${proposal}`)
  const found = await findProposed(work.tx, work.actor.council, proposal, 'lock')
  if (!found) return missing('There is no such proposal.')
  return found.state === 'waiting' ? done(found) : refused(`It was ${found.state} already.`)
}
