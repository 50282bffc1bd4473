import {
  answerForm,
  askClearance,
  chooseForm,
  considerDuty,
  acknowledgeDuties,
  editDraft,
  propose,
  putClause,
  recordConsulted,
  shareDecision,
  sign,
  startDraft,
  viewDuties,
} from '#decisions'
import { must, type World } from '../testing/world.ts'

/** Rows beside a draft that is about to be proposed: who was consulted. */
export async function governed(world: World, ref: string): Promise<void> {
  must(
    await world.does(world.as('Priya'), recordConsulted, {
      ref,
      capacity: 'ward-member',
      name: 'Cllr June Aldous',
      on: '2022-08-01',
      how: 'At a briefing',
      response: 'agrees',
      evidence: 'Note of the briefing',
    }),
  )
}

/** Three records that nobody goes on with: one waits for a clearance, one for the second of two signatures, one to be published. */
export async function leftWaiting(world: World): Promise<void> {
  const [priya, desmond] = [world.as('Priya'), world.as('Desmond')]
  let { ref, version } = must(await world.does(priya, startDraft, { title: 'Waits for finance' }))
  ;({ version } = must(await world.does(priya, chooseForm, { ref, version, form: 'operational-decision' })))
  ;({ version } = must(await world.does(priya, answerForm, { ref, version, answers: { 'approved-budget': 'Yes' } })))
  must(await world.does(priya, askClearance, { ref, version, post: 'chief-finance-officer', workingDays: 1 }))
  ;({ ref, version } = await ready(world, 'Decided by two together', 'cabinet-member-adults'))
  ;({ version } = must(await world.does(priya, shareDecision, { ref, version, posts: ['director-adults'] })))
  must(
    await world.does(priya, considerDuty, {
      ref,
      version,
      duty: 'own-market',
      other: { title: 'Market shaping', source: { act: 'Care Act 2014', part: 's5' } },
      how: 'There are enough providers.',
      writtenIn: 'Report',
      on: '2022-08-01',
    }),
  )
  must(await world.does(priya, propose, { ref, version }))
  must(
    await world.does(desmond, acknowledgeDuties, {
      ref,
      digest: must(await world.asks(desmond, viewDuties, { ref })).digest,
    }),
  )
  must(
    await world.does(desmond, sign, {
      ref,
      version: version + 1,
      conflicts: 'No conflicts declared.',
      dispensations: 'No dispensations were given.',
    }),
  )
  ;({ ref, version } = await ready(world, 'Waits to be published', 'director-adults'))
  must(await world.does(priya, propose, { ref, version }))
  must(
    await world.does(world.as('Ada'), sign, {
      ref,
      version: version + 1,
      conflicts: 'No conflicts declared.',
      dispensations: 'No dispensations were given.',
    }),
  )
}

/** A draft without money that a post may decide. */
async function ready(world: World, title: string, maker: string): Promise<{ ref: string; version: number }> {
  const priya = world.as('Priya')
  let { ref, version } = must(await world.does(priya, startDraft, { title }))
  ;({ version } = must(
    await world.does(priya, editDraft, {
      ref,
      version,
      changes: {
        maker,
        subject: 'adults',
        isKey: false,
        subjectToCallIn: false,
        value: { kind: 'none' },
        reasons: 'Because.',
        alternatives: 'No alternatives were considered.',
      },
    }),
  ))
  ;({ version } = must(
    await world.does(priya, putClause, { ref, version, label: 'a', verb: 'approve', words: 'Approve it' }),
  ))
  return { ref, version }
}
