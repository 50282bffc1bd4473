import type { PlanInput } from '#commissions'

/**
 * The timeline of a public record of 2024 (Bury, reference 2237), from its facts: the phases and their months, the day on which
 * the service must start, the contract that runs, and the days of the signatures. The record names a month for the return to
 * Cabinet and no day; its first working day stands here.
 */
export const asRecorded: PlanInput = {
  startsOn: '2025-10-25',
  regime: 'light-touch',
  ladder: {
    contract: 'Present contracts for care at home',
    began: '2021-10-25',
    firstMonths: 36,
    optionMonths: 24,
    usedMonths: 12,
  },
  steps: [
    {
      id: 'permission',
      kind: 'officer-decision',
      title: 'Permission to follow the timeline, to its last signature',
      pinned: '2024-06-19',
      length: { count: 58, unit: 'days' },
      gate: { decision: null, says: 'Ref 2237: signed on 12 July, 15 July and 15 August 2024' },
      done: { on: '2024-08-15', says: 'The last signature on the form' },
    },
    {
      id: 'research',
      kind: 'research',
      title: 'Project group, research and consultation papers',
      pinned: '2024-08-01',
      length: { count: 2, unit: 'months' },
      after: ['permission'],
    },
    {
      id: 'consultation',
      kind: 'consultation',
      title: 'Public consultation: survey and workshops',
      pinned: '2024-10-01',
      length: { count: 2, unit: 'months' },
      after: ['research'],
      stated: { count: 6, unit: 'weeks' },
    },
    {
      id: 'specification',
      kind: 'specification',
      title: 'Co-produced specification, tested with providers',
      pinned: '2024-12-02',
      length: { count: 61, unit: 'days' },
      after: ['consultation'],
    },
    {
      id: 'cabinet',
      kind: 'cabinet',
      title: 'Return to Cabinet for the specification and the tender',
      pinned: '2025-02-03',
      length: { count: 1, unit: 'days' },
      after: ['specification'],
      gate: { decision: null, says: 'Return to Cabinet in February 2025' },
    },
  ],
}

/** What the record leaves open, planned backward from the start: notice, call-in, tender, evaluation, award, standstill, mobilisation. */
export const carriedOn: PlanInput = {
  ...asRecorded,
  steps: [
    ...asRecorded.steps.map((step) => (step.id === 'cabinet' ? { ...step, after: ['specification', 'notice'] } : step)),
    { id: 'notice', kind: 'notice', title: 'Notice of the key decision', length: null },
    { id: 'call-in', kind: 'call-in', title: 'Call-in of Cabinet’s decision', length: null, after: ['cabinet'] },
    { id: 'tender', kind: 'tender', title: 'Tender', length: { count: 6, unit: 'weeks' }, after: ['call-in'] },
    {
      id: 'evaluation',
      kind: 'evaluation',
      title: 'Evaluation and moderation',
      length: { count: 6, unit: 'weeks' },
      after: ['tender'],
    },
    { id: 'award', kind: 'award', title: 'Award decision', length: { count: 1, unit: 'days' }, after: ['evaluation'] },
    {
      id: 'standstill',
      kind: 'standstill',
      title: 'Standstill, kept although light touch asks for none',
      length: null,
      after: ['award'],
    },
    {
      id: 'mobilisation',
      kind: 'mobilisation',
      title: 'Mobilisation: people and carers move over',
      length: { count: 14, unit: 'weeks' },
      after: ['standstill'],
    },
  ],
}
