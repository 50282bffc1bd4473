import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { ref as refInput, text } from '#platform/input.ts'
import { done, missing, refused, useCase } from '#platform/use-case.ts'
import { sealedAct } from './exercise.ts'
import { officer } from './roles.ts'
import { findAct, insertAct, lockMandate } from './store.ts'

/** Undoes an act that was recorded in error: another act cites it and gives back what it used. Neither is ever removed. */
export const undoAct = useCase({
  name: 'authority.undo-act',
  title: 'Undo an act recorded in error',
  may: [officer],
  input: z.object({ act: refInput, because: text(1000, 'Say why it is undone.') }),
  async run(work, { act: ref, because }) {
    const { tx, actor } = work
    work.about(ref)
    const found = await findAct(tx, actor.council, ref)
    if (!found) return missing(`There is no act ${ref}.`)
    if (found.power === 'decide' || found.power === 'decide-key')
      return refused(`${ref} is a decision: it is not undone.`, [], 'Have another decision supersede it.')
    // The lock comes before the second look: of two who undo one act, the later sees what the earlier did.
    const mandate = await lockMandate(tx, actor.council, found.mandate)
    const now = await findAct(tx, actor.council, ref)
    if (now?.undoneBy) return refused(`${ref} was already undone, by ${now.undoneBy}.`)
    if (found.undoes) return refused(`${ref} itself undoes ${found.undoes}.`, [], 'Record the act anew instead.')
    const undoing = {
      act: randomUUID(),
      mandate: found.mandate,
      post: found.post,
      doneBy: actor.name,
      power: found.power,
      subject: found.subject,
      what: `Undoes ${ref}: ${because}`,
      value: -found.value,
      day: found.day,
      evidence: [],
      recordRef: found.recordRef,
      undoes: found.act,
      recordedBy: actor.account,
      // It gives back where it counted.
      ...(found.retrospective !== null && mandate ? { countsOn: mandate.from } : {}),
    }
    const written = await insertAct(tx, actor.council, undoing, work.now)
    work.seal('act', written, sealedAct({ ...undoing, ref: written, mandateRef: found.mandateRef }))
    work.announce('authority.undone', { act: written, undoes: ref })
    return done({ ref: written })
  },
})
