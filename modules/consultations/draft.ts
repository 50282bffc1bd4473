import { changed, done, missing, refused, type Outcome, type Work } from '#platform/use-case.ts'
import { moves, type Consultation, type State } from './consultation.ts'
import { findConsultation, touch } from './store.ts'

/** Finds and locks a consultation that is about to change; only finds it where it is `held` already. */
export async function theConsultation(work: Work, ref: string, held?: 'held'): Promise<Outcome<Consultation>> {
  work.about(ref)
  const found = await findConsultation(work.tx, work.actor.council, ref, held ? undefined : 'lock')
  return found ? done(found) : missing(`There is no consultation ${ref}.`)
}

/** Finds and locks a draft for somebody who looked at version `version` of it; of two people the second is told. */
export async function theDraft(work: Work, ref: string, version: number): Promise<Outcome<Consultation>> {
  const outcome = await theConsultation(work, ref)
  if (!outcome.ok) return outcome
  const { state, version: current, changedBy, changedAt } = outcome.value
  if (state !== 'draft')
    return refused(
      `${ref} is ${state}: its questions and words no longer change.`,
      [],
      'Its days may be changed with a reason, and documents and other wordings may be added.',
    )
  if (version !== current) {
    const time = changedAt.toZonedDateTimeISO('Europe/London').toPlainTime().toString({ smallestUnit: 'minute' })
    return changed(`${ref} changed while you had it open.`, `${changedBy} changed it at ${time}.`)
  }
  return outcome
}

/** Whether a consultation may move on; the refusal names the state that it is in. */
export const mayMove = ({ ref, state }: Consultation, to: State): Outcome<null> =>
  moves[state].includes(to) ? done(null) : refused(`${ref} cannot become ${to}.`, `It is ${state}.`)

/** Notes the change under the draft's next version, which the next edit must name. */
export async function changedDraft(
  { tx, actor, now }: Work,
  was: Consultation,
): Promise<Outcome<{ ref: string; version: number }>> {
  await touch(tx, actor.council, was.consultation, actor.name, now)
  return done({ ref: was.ref, version: was.version + 1 })
}
