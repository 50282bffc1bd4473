import { closeCommission, openCommission, putNeed, revisePlan, showCommission } from '#commissions'
import type { Actor } from '#platform/use-case.ts'
import type { On } from '../steps.ts'
import { asRecorded, carriedOn } from './bury-2237.ts'

/** The day of the record, and the day after its last signature. */
export const buryDays = { recorded: '2024-06-19', signed: '2024-08-16' } as const

/** The timeline of the public record 2237 as a commission: first from its facts, then with what it leaves open planned backward. */
export async function openBury(on: On, officer: Actor): Promise<string> {
  const { ref } = await on.does(officer, openCommission, {
    title: 'Care at home from October 2025',
    subject: 'adults/care-at-home',
    lead: 'executive-director-health-adult-care',
    post: 'executive-director-health-adult-care',
    why: 'The present contracts end in October 2025. Example made from the facts of the public record 2237 of 2024.',
  })
  const figures = [
    {
      id: 'people',
      topic: 'users',
      measure: 'People with care at home each day',
      cohort: 'All',
      value: 800,
      unit: 'people',
      on: '2024-06-19',
      source: 'Ref 2237',
    },
    {
      id: 'hours',
      topic: 'users',
      measure: 'Hours of care at home each week',
      cohort: 'All',
      value: 1385,
      unit: 'hours',
      on: '2024-06-19',
      source: 'Ref 2237',
    },
    {
      id: 'spend',
      topic: 'spend',
      measure: 'Spend in 2023/24',
      cohort: 'Care at home',
      value: 913_987_500,
      unit: 'pence',
      on: '2024-03-31',
      source: 'Ref 2237',
    },
  ]
  for (const [edition, figure] of figures.entries())
    await on.does(officer, putNeed, { ref, edition, why: 'From the record', entry: { kind: 'figure', figure } })
  await on.does(officer, revisePlan, {
    ref,
    edition: 0,
    why: 'From the record 2237',
    change: {
      kind: 'whole',
      plan: { ...asRecorded, steps: asRecorded.steps.map((step) => ({ ...step, done: null })) },
    },
  })
  return ref
}

/** The same once the last signature was there; then it is closed, because nothing later is known. */
export async function signBury(on: On, officer: Actor, ref: string): Promise<void> {
  await on.does(officer, revisePlan, {
    ref,
    edition: 1,
    why: 'Signed on 15 August; what the record leaves open planned backward',
    change: { kind: 'whole', plan: carriedOn },
  })
  await on.does(officer, showCommission, { ref, version: 1, isPublic: true, shows: ['timeline', 'need'] })
  await on.does(officer, closeCommission, {
    ref,
    version: 2,
    because: 'An example from a public record; nothing later is known here.',
  })
}
