import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { nextRef, officer } from '#authority'
import { text } from '#platform/input.ts'
import { done, refused, useCase } from '#platform/use-case.ts'
import { insertConsultation } from './store.ts'

/** Starts the draft of a consultation from nothing but its title. */
export const startConsultation = useCase({
  name: 'consultations.start',
  title: 'Start a consultation',
  may: [officer],
  input: z.object({ title: text(300) }),
  async run(work, { title }) {
    const { tx, actor, today, now } = work
    if (!actor.account) return refused('Somebody must draft a consultation.', [], 'Sign in first.')
    const ref = await nextRef(tx, actor.council, 'K', today)
    await insertConsultation(
      tx,
      actor.council,
      { consultation: randomUUID(), ref, title, by: actor.account, byName: actor.name },
      now,
    )
    work.about(ref)
    return done({ ref, version: 1 })
  },
})
