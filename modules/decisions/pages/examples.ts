import { noticed } from '../../../testing/noticed.ts'
import { must, type World } from '../../../testing/world.ts'
import { recordAct } from '#authority'
import { putClause, putGrant } from '../edit-clauses.ts'
import { editDraft } from '../edit-draft.ts'
import { propose } from '../propose.ts'
import { publish } from '../publish.ts'
import { viewDecision, viewRecord } from '../queries.ts'
import { sign } from '../sign.ts'
import { startDraft } from '../start-draft.ts'

export const nils = { conflicts: 'No conflicts declared.', dispensations: 'No dispensations were given.' }

/** A draft by Priya for Desmond to decide: a purchasing system for everyday life activities, with contracts delegated in clause (b), and notice given of it. */
export async function drafted(
  world: World,
  changes: Record<string, unknown> = {},
  how: { unnoticed?: true } = {},
): Promise<{ ref: string; version: number }> {
  const priya = world.as('Priya')
  let { ref, version } = must(
    await world.does(priya, startDraft, {
      title: typeof changes['title'] === 'string' ? changes['title'] : 'Everyday life activities',
    }),
  )
  ;({ version } = must(
    await world.does(priya, editDraft, {
      ref,
      version,
      changes: {
        maker: 'cabinet-member-adults',
        subject: 'adults/everyday-life',
        isKey: true,
        subjectToCallIn: true,
        value: { kind: 'stated', pence: 900_000_00 },
        ...(changes['isKey'] === false && { keyReasoning: 'The budget for it was decided in February, in public.' }),
        reasons: 'The present framework ends in March.\n\nPeople asked for more choice close to home.',
        alternatives: 'No alternatives were considered.',
        ...changes,
      },
    }),
  ))
  ;({ version } = must(
    await world.does(priya, putClause, {
      ref,
      version,
      label: 'a',
      verb: 'approve',
      words: 'Approve the creation of a dynamic purchasing system for everyday life activities.',
    }),
  ))
  ;({ version } = must(
    await world.does(priya, putClause, {
      ref,
      version,
      label: 'b',
      verb: 'delegate',
      words:
        'Delegate to the Director of Adult Social Care, after consulting the Head of Legal Services, authority to award and enter into contracts.',
    }),
  ))
  ;({ version } = must(
    await world.does(priya, putClause, {
      ref,
      version,
      label: 'c',
      verb: 'note',
      words: 'Note the equality impact assessment.',
    }),
  ))
  const { decision } = must(await world.asks(priya, viewRecord, { ref }))
  ;({ version } = must(
    await world.does(priya, putGrant, {
      ref,
      version,
      clause: decision.clauses[1]?.clause,
      holder: 'director-adults',
      powers: ['award', 'contract'],
      scope: 'adults/everyday-life',
      ceiling: { basis: 'whole-life', pence: 600_000_00 },
      conditions: [
        { kind: 'consult', key: 'legal', post: 'head-legal', words: 'after consulting the Head of Legal Services' },
      ],
    }),
  ))
  if (!how.unnoticed && changes['isKey'] !== false && changes['isKey'] !== null) await noticed(world, ref)
  return { ref, version }
}

export async function proposed(
  world: World,
  changes: Record<string, unknown> = {},
): Promise<{ ref: string; version: number }> {
  const { ref, version } = await drafted(world, changes)
  must(await world.does(world.as('Priya'), propose, { ref, version }))
  return { ref, version: version + 1 }
}

export async function decided(world: World, changes: Record<string, unknown> = {}): Promise<string> {
  const { ref, version } = await proposed(world, changes)
  must(
    await world.does(world.as(changes['maker'] === 'cabinet' ? 'Rosalind' : 'Desmond'), sign, {
      ref,
      version,
      ...nils,
    }),
  )
  return ref
}

export async function published(world: World, changes: Record<string, unknown> = {}): Promise<string> {
  const ref = await decided(world, changes)
  must(await world.does(world.as('Hugo'), publish, { ref }))
  return ref
}

/** A contract signed under clause (b), once the decision is in effect. */
export async function contracted(world: World, ref: string, pence: number, day: string): Promise<void> {
  const { mandates } = must(await world.asks(world.visitor, viewDecision, { ref }))
  must(
    await world.does(world.as('Priya'), recordAct, {
      post: 'director-adults',
      power: 'contract',
      subject: 'adults/everyday-life',
      what: 'Contract with Willow Day Club (invented)',
      pence,
      day,
      under: mandates[0]?.ref,
      evidence: [{ condition: 'legal', says: 'Legal Services were consulted', day }],
    }),
  )
}
