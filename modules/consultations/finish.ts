import { z } from 'zod'
import { officer } from '#authority'
import { longDay } from '#platform/days.ts'
import { ref, text } from '#platform/input.ts'
import { done, refused, useCase, type Outcome, type Work } from '#platform/use-case.ts'
import { notYetAnalysed, notYetAnswered } from './analysis/stops.ts'
import { standingOn, type Consultation, type State } from './consultation.ts'
import { mayMove, theConsultation } from './draft.ts'
import { equalitySealed, mixEquality } from './equality/mix.ts'
import { writePublished } from './published.ts'
import { reconciled } from './responses/reconcile.ts'
import { insertHappened, setState } from './store.ts'

/** Closes a consultation whose last day is over: from now on it is counted and analysed, and its days no longer change. */
export const closeConsultation = useCase({
  name: 'consultations.close',
  title: 'Close a consultation',
  may: [officer],
  input: z.object({ ref }),
  async run(work, { ref }) {
    const outcome = await ready(work, ref, 'closed')
    if (!outcome.ok) return outcome
    const { closesOn, consultation } = outcome.value
    if (standingOn(outcome.value, work.today) !== 'closed') {
      return refused(
        `${ref} cannot be closed yet.`,
        closesOn ? `Its last day is ${longDay(closesOn)}.` : [],
        'Wait until it is over, or close it early with a reason.',
      )
    }
    await mixEquality(work, consultation, 1)
    work.seal('equality-answers', ref, await equalitySealed(work, consultation))
    return moved(work, outcome.value, 'closed', null)
  },
})

/** Says that everything received has been dealt with: analysed, or excluded for a reason. */
export const markAnalysed = useCase({
  name: 'consultations.mark-analysed',
  title: 'Say that a consultation is analysed',
  may: [officer],
  input: z.object({ ref }),
  async run(work, { ref }) {
    const outcome = await ready(work, ref, 'analysed')
    if (!outcome.ok) return outcome
    const { waiting, received } = (await reconciled(work, outcome.value)).total
    if (waiting > 0)
      return refused(
        `${ref} is not analysed yet.`,
        `Of ${received} received, ${waiting} ${waiting === 1 ? 'waits' : 'wait'} to be analysed or excluded.`,
        'See which on the reconciliation page.',
      )
    const stops = await notYetAnalysed(work, outcome.value.consultation)
    if (stops.length) return refused(`${ref} is not analysed yet.`, stops, 'See the analysis page.')
    return moved(work, outcome.value, 'analysed', null)
  },
})

/** Says that the report on a consultation is out, and where. */
export const markReported = useCase({
  name: 'consultations.mark-reported',
  title: 'Say that a consultation is reported',
  may: [officer],
  input: z.object({ ref, where: text(500) }),
  async run(work, { ref, where }) {
    const outcome = await ready(work, ref, 'reported')
    if (!outcome.ok) return outcome
    const stops = await notYetAnswered(work, outcome.value.consultation)
    if (stops.length) return refused(`${ref} cannot be reported yet.`, stops, 'Answer every theme first.')
    return moved(work, outcome.value, 'reported', where)
  },
})

/** Withdraws a consultation that should not go on. What came in is kept. */
export const withdrawConsultation = useCase({
  name: 'consultations.withdraw',
  title: 'Withdraw a consultation',
  may: [officer],
  input: z.object({ ref, because: text(2000) }),
  async run(work, { ref, because }) {
    const outcome = await ready(work, ref, 'withdrawn')
    return outcome.ok ? moved(work, outcome.value, 'withdrawn', because) : outcome
  },
})

async function ready(work: Work, ref: string, to: State): Promise<Outcome<Consultation>> {
  const outcome = await theConsultation(work, ref)
  if (!outcome.ok) return outcome
  const move = mayMove(outcome.value, to)
  return move.ok ? outcome : move
}

/** Notes a move of a consultation, for everybody to see. */
export async function moved(
  work: Work,
  { ref, consultation, title }: Consultation,
  to: 'closed' | 'analysed' | 'reported' | 'withdrawn',
  because: string | null,
): Promise<Outcome<{ ref: string }>> {
  await setState(work.tx, work.actor.council, consultation, to)
  await insertHappened(work.tx, work.actor.council, consultation, {
    what: to,
    was: null,
    becomes: null,
    because,
    on: work.today,
    by: work.actor.name,
  })
  await writePublished(work, ref)
  work.announce(`consultations.${to}`, { ref, title })
  return done({ ref })
}
