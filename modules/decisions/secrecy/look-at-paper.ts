import { randomUUID } from 'node:crypto'
import { democraticServices, monitoringOfficer, officer, staff } from '#authority'
import { z } from 'zod'
import { ref, text, uuid } from '#platform/input.ts'
import { done, missing, refused, useCase } from '#platform/use-case.ts'
import { theDecision } from '../draft.ts'
import { findDecision } from '../store.ts'
import { paperFacts } from './paper-text.ts'
import { isToBeLookedAt } from './rules/papers-hold-nothing-withheld.ts'
import { insertLooked } from './store.ts'
import { aboutRecord } from './about-record.ts'

/**
 * Somebody has looked at a paper that no program can read, a scan or a picture, and says that it gives away nothing of what the
 * record withholds. It is kept with their name and counts for exactly this file.
 */
export const lookAtPaper = useCase({
  name: 'decisions.look-at-paper',
  title: 'Record that a paper without text says nothing of what is withheld',
  may: [officer, democraticServices, monitoringOfficer],
  input: z.object({ ref, paper: uuid, says: text(2000) }),
  async run(work, { ref, paper, says }) {
    const outcome = await theDecision(work, ref)
    if (!outcome.ok) return outcome
    const { tx, council, actor, today, now } = work
    if (actor.account === null) return refused('Somebody has to have looked at it.', [], 'Sign in first.')
    if (!['draft', 'proposed', 'decided'].includes(outcome.value.state))
      return refused(`${ref} is ${outcome.value.state}.`, 'Papers are looked at before a record is published.')
    const { papers } = await paperFacts(work, outcome.value)
    const found = papers.find((one) => one.paper === paper)
    if (!found) return missing(`${ref} has no such paper that the public would be given beside withheld passages.`)
    if (!isToBeLookedAt(found))
      return refused(`The text of “${found.title}” can be searched.`, 'Remit has searched it for what is withheld.')
    await insertLooked(tx, council, {
      looked: randomUUID(),
      decision: outcome.value.decision,
      sha256: found.sha256,
      says,
      by: actor.account,
      byName: actor.name,
      on: today,
      at: now,
    })
    return done({ ref })
  },
})

/** The papers of a record that have to be looked at by somebody before it is published, and who has. */
export const viewUnreadPapers = aboutRecord({
  name: 'decisions.view-unread-papers',
  title: 'See which papers have no text that can be searched',
  may: [...staff],
  input: z.object({ ref }),
  async run({ tx, council }, { ref }) {
    const decision = await findDecision(tx, council, ref)
    if (!decision) return missing(`There is no decision ${ref}.`)
    const { papers } = await paperFacts({ tx, council }, decision)
    return done({ title: decision.title, papers: papers.filter(isToBeLookedAt) })
  },
})
