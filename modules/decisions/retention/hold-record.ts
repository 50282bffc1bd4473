import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { democraticServices, monitoringOfficer } from '#authority'
import { ref, text, uuid } from '#platform/input.ts'
import { done, missing, useCase } from '#platform/use-case.ts'
import { theDecision } from '../draft.ts'
import { insertLegalHold, legalHoldsOf, releaseHold } from './store.ts'

/** Says that a record must be kept whatever its day: a claim, an inquiry, an audit. It stops nothing else. */
export const holdRecord = useCase({
  name: 'decisions.hold-record',
  title: 'Keep a record beyond its day',
  may: [democraticServices, monitoringOfficer],
  input: z.object({ ref, because: text(2000) }),
  async run(work, { ref, because }) {
    const outcome = await theDecision(work, ref)
    if (!outcome.ok) return outcome
    const hold = randomUUID()
    await insertLegalHold(work.tx, work.actor.council, {
      hold,
      decision: outcome.value.decision,
      because,
      by: work.actor.name,
      on: work.today,
    })
    return done({ ref, hold })
  },
})

/** Ends a legal hold, with the reason. */
export const releaseRecord = useCase({
  name: 'decisions.release-record',
  title: 'End a legal hold on a record',
  may: [democraticServices, monitoringOfficer],
  input: z.object({ ref, hold: uuid, because: text(2000) }),
  async run(work, { ref, hold, because }) {
    const outcome = await theDecision(work, ref)
    if (!outcome.ok) return outcome
    const found = (await legalHoldsOf(work.tx, work.actor.council, outcome.value.decision)).find(
      (one) => one.hold === hold && one.releasedOn === null,
    )
    if (!found) return missing(`${ref} is under no such hold.`)
    await releaseHold(work.tx, work.actor.council, hold, { on: work.today, by: work.actor.name, because })
    return done({ ref })
  },
})
