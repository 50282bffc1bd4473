import {
  addPaper,
  considerIdentification,
  editDraft,
  lookAtPaper,
  correctRecord,
  holdRecord,
  readWithheld,
  restrict,
  viewUnreadPapers,
  startDraft,
} from '#decisions'
import { must, type World } from '../testing/world.ts'

/** Papers, what is withheld and who read it, a correction and a legal hold, in every table that keeps them. `ref` is published. */
export async function furnishSecrecy(world: World, ref: string): Promise<void> {
  const [priya, hugo, edmund] = [world.as('Priya'), world.as('Hugo'), world.as('Edmund')]
  const draft = must(await world.does(priya, startDraft, { title: 'With a paper' }))
  must(
    await world.does(priya, addPaper, {
      ...draft,
      kind: 'report',
      title: 'Report',
      name: 'report.txt',
      bytes: new TextEncoder().encode('The report says why.'),
    }),
  )
  const plan = must(await world.does(priya, startDraft, { title: 'With a scanned plan' }))
  const told = must(
    await world.does(priya, editDraft, { ...plan, changes: { reasons: 'The lowest bid was from Tansy Meadow.' } }),
  )
  const pixel = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg=='
  must(
    await world.does(priya, addPaper, {
      ref: plan.ref,
      version: told.version,
      kind: 'appendix',
      title: 'Plan',
      name: 'plan.png',
      bytes: Buffer.from(pixel, 'base64'),
    }),
  )
  must(
    await world.does(priya, restrict, {
      ref: plan.ref,
      place: 'reasons',
      passages: ['Tansy Meadow'],
      kind: 'exempt',
      codes: ['3'],
      publicInterest: 'Bids are open still.',
      decidedBy: 'The proper officer',
      reviewOn: '2023-08-05',
    }),
  )
  const { papers } = must(await world.asks(priya, viewUnreadPapers, { ref: plan.ref }))
  must(await world.does(priya, lookAtPaper, { ref: plan.ref, paper: papers[0]?.paper, says: 'A floor plan.' }))
  must(await world.does(priya, considerIdentification, { ref: draft.ref, because: 'Nobody is meant.' }))
  must(
    await world.does(hugo, restrict, {
      ref,
      place: 'reasons',
      passages: ['framework ends'],
      kind: 'exempt',
      codes: ['3'],
      publicInterest: 'It would harm the next competition.',
      decidedBy: 'The proper officer',
      reviewOn: '2030-01-01',
    }),
  )
  must(
    await world.does(hugo, restrict, {
      ref,
      place: 'value',
      kind: 'exempt',
      codes: ['3'],
      publicInterest: 'It would harm the next competition.',
      decidedBy: 'The proper officer',
      reviewOn: '2030-01-01',
    }),
  )
  must(await world.does(edmund, readWithheld, { ref }))
  must(
    await world.does(hugo, correctRecord, {
      ref,
      place: 'title',
      said: 'Everyday life',
      shouldSay: 'Everyday-life',
      because: 'A hyphen was left out.',
      clerical: 'yes',
    }),
  )
  must(await world.does(hugo, holdRecord, { ref, because: 'An audit asks for it.' }))
}
