import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { decisionMaker, democraticServices, monitoringOfficer, officer, scrutiny } from '#authority'
import { ref, text, uuid } from '#platform/input.ts'
import { done, missing, refused, useCase } from '#platform/use-case.ts'
import { theDecision } from '../draft.ts'
import { papersOf } from '../papers/store.ts'
import { identifyingFacts } from './facts.ts'
import { publicRendition } from './rendition.ts'
import { renditionFor } from './rendition-for.ts'
import { passagesOf, placeWords, restrictionWords, textAt, type Restriction } from './restriction.ts'
import { insertConsidered, insertReading, restrictionsOf } from './store.ts'

/**
 * Shows somebody what is withheld, as far as they need to know it, and keeps that they read it. Each text comes whole but for what
 * stays withheld from this reader, with the passages that the public does not have.
 */
export const readWithheld = useCase({
  name: 'decisions.read-withheld',
  title: 'Read what is withheld',
  may: [officer, decisionMaker, democraticServices, monitoringOfficer, scrutiny],
  input: z.object({ ref, paper: uuid.nullable().default(null) }),
  async run(work, { ref, paper }) {
    const outcome = await theDecision(work, ref)
    if (!outcome.ok) return outcome
    const decision = outcome.value
    const {
      tx,
      actor: { council, account, name },
      now,
    } = work
    const all = await restrictionsOf(tx, council, decision.decision)
    const { hidden, readable } = await renditionFor(work, decision)
    const opens = new Set(readable.map(({ restriction }) => restriction))
    const stays = hidden.filter(({ restriction }) => !opens.has(restriction))
    const shut = new Set(stays.map(({ restriction }) => restriction))
    const asked = all.filter((one) => !shut.has(one.restriction) && (paper === null || one.paper === paper))
    if (all.length === 0) return missing(`Nothing of ${ref} is withheld.`)
    if (asked.length === 0) {
      return refused(
        paper === null ? `What is withheld of ${ref} is not open to you.` : 'This paper is not open to you.',
        'A member reads what is exempt under paragraph 3 or 6, and scrutiny what bears on a decision that it is looking at (SI 2012/2089, regs 16 and 17).',
        'Ask the proper officer, and say why you need to know it.',
      )
    }
    if (account === null) return missing(`There is no decision ${ref}.`)
    await insertReading(tx, council, {
      reading: randomUUID(),
      decision: decision.decision,
      account,
      byName: name,
      paper,
      restrictions: asked.map(({ restriction }) => restriction),
      at: now,
    })
    const papers = new Map((await papersOf(tx, council, decision.decision)).map((one) => [one.paper, one]))
    const kept = passagesOf(stays)
    return done({
      ref,
      title: decision.title,
      passages: asked.map((one) => ({
        where: placeWords(decision, one, papers.get(one.paper ?? '')?.title),
        says: restrictionWords(one),
        passage: publicRendition(one.passage, kept),
        paper: one.paper,
      })),
      texts: textsWith(asked).map(({ place, clause, grant }) => ({
        where: placeWords(decision, { place, clause, grant }),
        text: publicRendition(textAt(decision, place, clause, grant) ?? '', kept),
      })),
      papers: asked.flatMap((one) => papers.get(one.paper ?? '') ?? []),
      stays: stays.length,
    })
  },
})

// Each text once, however many passages of it are withheld.
const textsWith = (asked: Restriction[]): Pick<Restriction, 'place' | 'clause' | 'grant'>[] => [
  ...new Map(
    asked
      .filter(({ passage }) => passage !== null)
      .map((one) => [`${one.place} ${one.clause ?? one.grant ?? ''}`, one]),
  ).values(),
]

/** Records that an officer looked at whether somebody could be recognised from what will be published, and why it may stand. */
export const considerIdentification = useCase({
  name: 'decisions.consider-identification',
  title: 'Record that nobody can be recognised',
  may: [officer, democraticServices],
  input: z.object({ ref, because: text(4000) }),
  async run(work, { ref, because }) {
    const outcome = await theDecision(work, ref)
    if (!outcome.ok) return outcome
    const {
      tx,
      actor: { council, name: byName },
      now,
      today,
    } = work
    if (!['draft', 'proposed', 'decided'].includes(outcome.value.state))
      return refused(`${ref} is ${outcome.value.state}.`, 'This is considered before a record is published.')
    const { digest } = await identifyingFacts(work, outcome.value)
    await insertConsidered(tx, council, {
      considered: randomUUID(),
      decision: outcome.value.decision,
      digest,
      because,
      byName,
      on: today,
      at: now,
    })
    return done({ ref })
  },
})
