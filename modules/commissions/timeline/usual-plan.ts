import type { Plan, Step } from './plan.ts'

/**
 * What most commissions go through, each step with a length to begin with: people then settle days and change what differs.
 * The lengths are experience and not law; what the law asks is in the rules and makes a step longer where it must.
 */
export function usualPlan(given: Omit<Plan, 'steps'>): Plan {
  const step = (
    id: string,
    kind: Step['kind'],
    title: string,
    length: Step['length'],
    after: string[],
    gate: Step['gate'] = null,
  ): Step => ({ id, kind, title, length, after, gate, pinned: null, stated: null, done: null })
  const weeks = (count: number) => ({ count, unit: 'weeks' as const })
  return {
    ...given,
    steps: [
      step('research', 'research', 'Research: need, market and what works elsewhere', weeks(8), []),
      step('consultation', 'consultation', 'Consultation', weeks(12), ['research']),
      step('specification', 'specification', 'Specification, written with the people who use the service', weeks(8), [
        'consultation',
      ]),
      step('notice', 'notice', 'Notice of the key decision', null, []),
      step(
        'approval',
        'cabinet',
        'Cabinet approves the specification and the tender',
        { count: 1, unit: 'days' },
        ['specification', 'notice'],
        { decision: null, says: 'No tender before this decision takes effect' },
      ),
      step('call-in', 'call-in', 'Call-in of that decision', null, ['approval']),
      step('tender', 'tender', 'Tender', weeks(6), ['call-in']),
      step('evaluation', 'evaluation', 'Evaluation and moderation', weeks(6), ['tender']),
      step('award', 'award', 'Award decision', { count: 1, unit: 'days' }, ['evaluation']),
      ...(given.callIn ? [step('award-call-in', 'call-in', 'Call-in of the award', null, ['award'])] : []),
      step('standstill', 'standstill', 'Standstill', null, [given.callIn ? 'award-call-in' : 'award']),
      step('mobilisation', 'mobilisation', 'Mobilisation', weeks(16), ['standstill']),
    ],
  }
}
