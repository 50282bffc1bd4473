import { linkRecord, openCommission, owe, revisePlan, showCommission } from '#commissions'
import { must, type World } from '../testing/world.ts'

/** A commission with a plan, a record that belongs to it and something owed, shown to the public: a row in each of its tables. */
export async function furnishCommissions(world: World): Promise<void> {
  const priya = world.as('Priya')
  const { ref } = must(
    await world.does(priya, openCommission, {
      title: 'Everyday life activities from 2023',
      subject: 'adults/everyday-life',
      lead: 'director-adults',
      why: 'The framework ends.',
      post: 'head-commissioning',
    }),
  )
  must(
    await world.does(priya, revisePlan, {
      ref,
      edition: 0,
      why: 'First plan',
      change: { kind: 'frame', startsOn: '2025-10-27', regime: 'light-touch' },
    }),
  )
  must(
    await world.does(priya, linkRecord, { ref, record: 'CON-17', says: 'The framework that ends', kind: 'Contract' }),
  )
  must(
    await world.does(priya, owe, {
      ref,
      words: 'Review the offer',
      source: 'Clause (b)',
      owner: 'director-adults',
      due: '2024-10-31',
    }),
  )
  must(await world.does(priya, showCommission, { ref, version: 1, isPublic: true, shows: ['timeline', 'owed'] }))
}
