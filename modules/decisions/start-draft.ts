import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { nextRef, officer } from '#authority'
import { text, uuid } from '#platform/input.ts'
import { done, refused, useCase } from '#platform/use-case.ts'
import { insertDraft } from './store.ts'

/** Starts a draft from nothing but its title, or from a reading that supplies the rest. */
export const startDraft = useCase({
  name: 'decisions.start-draft',
  title: 'Start a draft decision',
  may: [officer],
  input: z.object({ title: text(300), reading: uuid.nullable().default(null) }),
  async run(work, { title, reading }) {
    const { tx, actor, today, now } = work
    if (!actor.account) return refused('Somebody must draft a decision.', [], 'Sign in first.')
    const ref = await nextRef(tx, actor.council, 'D', today)
    await insertDraft(
      tx,
      actor.council,
      { decision: randomUUID(), ref, title, by: actor.account, byName: actor.name, reading },
      now,
    )
    work.about(ref)
    return done({ ref, version: 1 })
  },
})
