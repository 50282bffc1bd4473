import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { democraticServices, posts } from '#authority'
import { ref, text, uuid, yesNo } from '#platform/input.ts'
import { done, invalid, missing, refused, useCase } from '#platform/use-case.ts'
import { theDecision } from '../draft.ts'
import { writeRegister } from '../register.ts'
import { fieldPlaces } from '../secrecy/restriction.ts'
import { corrected, sealedCorrection, signedText, type Correction } from './correction.ts'
import { correctionIsClerical } from './rules/correction-is-clerical.ts'
import { correctionsOf, insertCorrection } from './store.ts'

/**
 * Corrects a slip of writing in a published record. The record stays as it was signed; the correction stands beside it, cites what
 * it corrects, and is sealed. Whatever changes the decision is refused: that takes another decision.
 */
export const correctRecord = useCase({
  name: 'decisions.correct-record',
  title: 'Correct a published record',
  may: [democraticServices],
  input: z.object({
    ref,
    place: z.enum(['title', ...fieldPlaces, 'clause'], 'Choose where the error stands.'),
    clause: uuid.nullable().default(null),
    said: text(2000),
    shouldSay: text(2000),
    because: text(2000),
    clerical: yesNo,
  }),
  async run(work, { ref, place, clause, said, shouldSay, because, clerical }) {
    const outcome = await theDecision(work, ref)
    if (!outcome.ok) return outcome
    const decision = outcome.value
    const {
      tx,
      actor: { council, account, name },
      now,
      today,
    } = work
    if (decision.state !== 'published' && decision.state !== 'superseded')
      return refused(
        `${ref} is ${decision.state}.`,
        'Only a published record is corrected.',
        decision.state === 'draft' ? 'Edit the draft.' : 'Wait until it is published.',
      )
    if (!clerical)
      return refused(
        'This is not corrected.',
        'What is no slip of writing changes the decision.',
        'Take a new decision that supersedes this one.',
      )
    const signed = signedText(decision, place, place === 'clause' ? clause : null)
    if (signed === null) return missing(`${ref} says nothing there.`)
    const before = await correctionsOf(tx, council, decision.decision)
    const standing = corrected(
      signed,
      before.filter((one) => one.place === place && one.clause === (place === 'clause' ? clause : null)),
    )
    const first = standing.indexOf(said)
    if (first < 0)
      return invalid({ said: 'These words do not stand there. Copy them exactly, with a few around the error.' })
    if (standing.includes(said, first + 1))
      return invalid({
        said: 'These words stand there more than once. Give a few more, so that it is plain which are meant.',
      })
    if (said === shouldSay) return invalid({ shouldSay: 'This is what it says already.' })
    const finding = correctionIsClerical.check({
      said,
      shouldSay,
      posts: (await posts(tx, council)).map(({ title }) => title),
    })
    if (finding.outcome !== 'met')
      return refused(
        'This is not a clerical error.',
        finding.says ?? '',
        'Take a new decision that supersedes this one.',
      )
    const correction: Correction = {
      correction: randomUUID(),
      place,
      clause: place === 'clause' ? clause : null,
      number: before.length + 1,
      said,
      shouldSay,
      because,
      byName: name,
      onDay: today,
    }
    if (account === null) return missing(`There is no decision ${ref}.`)
    await insertCorrection(tx, council, { ...correction, decision: decision.decision, account, at: now })
    work.seal('correction', correction.correction, sealedCorrection(correction))
    await writeRegister(work, ref)
    work.announce('decisions.corrected', { ref, title: decision.title })
    return done({ ref, number: correction.number })
  },
})
