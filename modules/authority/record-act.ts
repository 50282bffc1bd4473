import { z } from 'zod'
import { isoDay, pence as penceInput, ref as refInput, text } from '#platform/input.ts'
import { done, useCase } from '#platform/use-case.ts'
import { exercise } from './exercise.ts'
import { recordable } from './powers.ts'
import { officer } from './roles.ts'

/** Evidence as it is sent: which condition it answers, what shows it, and the day. */
export const evidenceInput = z.object({ condition: text(80), says: text(1000), day: isoDay })

/**
 * Records an act that was done outside Remit (a notice published, an award made, a contract signed or extended, money
 * committed). It is checked and counted like any other: without authority in effect on its day it is refused, and the
 * refusal is kept.
 */
export const recordAct = useCase({
  name: 'authority.record-act',
  title: 'Record an act',
  may: [officer],
  input: z.object({
    post: text(81),
    power: z.enum(recordable, 'Choose what was done. A decision is recorded by signing it.'),
    subject: z
      .string()
      .max(200)
      .regex(/^([a-z0-9-]+(\/[a-z0-9-]+)*)?$/u, 'Choose a subject from the council’s list.'),
    what: text(300, 'Say what was done.'),
    pence: penceInput.default(0n),
    day: isoDay,
    evidence: z.array(evidenceInput).max(20).default([]),
    under: refInput.optional(),
    recordRef: refInput.optional(),
  }),
  async run(work, { pence, under, recordRef, ...asked }) {
    work.about(under ?? asked.subject)
    const outcome = await exercise(work, {
      ...asked,
      value: pence,
      ...(under ? { under } : {}),
      ...(recordRef ? { recordRef } : {}),
    })
    if (!outcome.ok) return outcome
    work.about(outcome.value.mandate.ref)
    return done({ ref: outcome.value.ref, mandate: outcome.value.mandate.ref })
  },
})
