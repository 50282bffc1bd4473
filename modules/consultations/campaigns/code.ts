import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { officer } from '#authority'
import { ref, text, uuid, whole } from '#platform/input.ts'
import { done, invalid, missing, refused, useCase, type Outcome, type Work } from '#platform/use-case.ts'
import { withTheirWords } from '../analysis/coding.ts'
import { inAnalysis } from '../analysis/frame.ts'
import { addToTally, frameOf, shareOf } from '../analysis/store.ts'
import type { Consultation } from '../consultation.ts'
import { findResponse } from '../responses/store.ts'
import {
  askSecond,
  codeMembers,
  codingsOfGroup,
  findGroup,
  findMember,
  handleCoded,
  hasSecond,
  insertGroupCoding,
  moveMember,
  tallyOfAct,
  uncode,
  undoGroupCoding,
  type Group,
  type Member,
} from './store.ts'

export const groupNumber = whole(1, 1_000_000)

async function theGroup(
  work: Work,
  ref: string,
  n: number,
): Promise<Outcome<{ c: Consultation; group: Group & { response: string } }>> {
  // Locks the consultation, so that coding one by one and coding at once never meet.
  const outcome = await inAnalysis(work, ref)
  if (!outcome.ok) return outcome
  const group = await findGroup(work.tx, work.council, outcome.value.consultation, n)
  return group ? done({ c: outcome.value, group }) : missing(`There is no group ${n} of responses to ${ref}.`)
}

/**
 * Codes all that were written alike at once: each member is given the codes, and stands coded like any other. Whoever adds or leaves
 * out more than a few words is left to be read by a person first. Of the group one response, the common text, goes to a second
 * coder, so that copies of one judgement do not make two people look more of a mind than they are.
 */
export const codeAlike = useCase({
  name: 'consultations.code-alike',
  title: 'Code a group of like responses at once',
  may: [officer],
  input: z.object({
    ref,
    n: groupNumber,
    // For each answer in words of the common text, in the order of its questions.
    codes: z.array(z.array(uuid).max(30)).min(1).max(20),
    because: text(500, 'Say why one coding fits them all.'),
  }),
  async run(work, { ref, n, codes, because }) {
    const outcome = await theGroup(work, ref, n)
    if (!outcome.ok) return outcome
    const {
      c: { consultation },
      group,
    } = outcome.value
    const {
      tx,
      actor: { council, account, name },
      now,
    } = work
    if (account === null) throw new Error('An officer has an account.')
    const frame = await frameOf(tx, council, consultation)
    if (!frame.some(({ retired }) => !retired))
      return refused('There is no coding frame yet.', [], 'Put codes into it first.')
    const answers = (await findMember(tx, council, group.response))?.questions.length ?? codes.length
    if (codes.length !== answers)
      return invalid({ codes: `The common text answers ${answers} in words; code each of them.` })
    const given = []
    for (const one of codes) {
      const words = withTheirWords(frame, one)
      if (!words.ok) return words
      given.push(words.value)
    }
    const act = randomUUID()
    const second = await hasSecond(tx, council, consultation, n)
    const coder = { act, coder: account, coderName: name, codes: given, because, at: now }
    const responses = await codeMembers(tx, council, consultation, n, coder)
    if (responses === 0)
      return refused(
        `Nothing of group ${n} waits to be coded.`,
        group.differs > 0
          ? `${group.differs} ${group.differs === 1 ? 'has' : 'have'} to be read by a person first.`
          : 'All of it is coded, excluded or taken out.',
        'To code it otherwise, undo the coding first.',
      )
    if (!second && (await shareOf(tx, council, consultation)) > 0) await askSecond(tx, council, act, group.response)
    await insertGroupCoding(tx, council, consultation, n, { act, codes: given, by: name, because, responses, at: now })
    await addToTally(tx, council, consultation, await tallyOfAct(tx, council, act))
    await handleCoded(tx, council, act, { what: 'analysed', because: null, at: now, by: name })
    return done({ ref, n, act, responses, toRead: group.differs })
  },
})

/** Undoes a coding of a group: its members wait again, but for what two people have coded since. What was coded stays in the history. */
export const undoAlike = useCase({
  name: 'consultations.undo-alike',
  title: 'Undo the coding of a group',
  may: [officer],
  input: z.object({ ref, n: groupNumber, act: uuid, because: text(500, 'Say why it is undone.') }),
  async run(work, { ref, n, act, because }) {
    const outcome = await theGroup(work, ref, n)
    if (!outcome.ok) return outcome
    const { consultation, state } = outcome.value.c
    const {
      tx,
      actor: { council, name },
      now,
    } = work
    const coding = (await codingsOfGroup(tx, council, consultation, n)).find((one) => one.act === act)
    if (!coding) return missing(`There is no such coding of group ${n}.`)
    if (coding.undoneAt) return refused(`${coding.undoneBy} has undone it already.`)
    if (state === 'analysed')
      return refused(
        `${ref} is called analysed.`,
        [],
        'What was analysed stays coded; code a single response anew where it is wrong.',
      )
    const tally = await tallyOfAct(tx, council, act)
    await addToTally(
      tx,
      council,
      consultation,
      tally.map((one) => ({ ...one, by: -one.by })),
    )
    await handleCoded(tx, council, act, {
      what: 'waiting',
      because: `The coding of group ${n} was undone: ${because}`,
      at: now,
      by: name,
    })
    const kept = await uncode(tx, council, act)
    await undoGroupCoding(tx, council, act, { at: now, by: name, because, kept })
    return done({ ref, n, kept })
  },
})

/** Says of a member that it was read and says no more than the others, that it is taken out of its group, or that it is in it again. */
export const judgeAlike = useCase({
  name: 'consultations.judge-alike',
  title: 'Say whether a response belongs to its group',
  may: [officer],
  input: z.object({
    ref,
    n: groupNumber,
    receipt: ref,
    what: z.enum(['read', 'out', 'back'], 'Say whether it belongs to the group.'),
    because: text(500, 'Say why.'),
  }),
  async run(work, { ref, n, receipt, what, because }) {
    const outcome = await theGroup(work, ref, n)
    if (!outcome.ok) return outcome
    const { c, group } = outcome.value
    const {
      tx,
      actor: { council, name },
      now,
    } = work
    const response = await findResponse(tx, council, receipt)
    const member = response && (await findMember(tx, council, response.response))
    if (!member || member.n !== n || response.ref !== ref) return missing(`${receipt} is not in group ${n}.`)
    const stops = stopped(member, group, what)
    if (stops) return stops
    // Taken in again it has to be read, whatever it was: somebody thought that it does not belong.
    const stands = what === 'back' ? 'differs' : what
    await moveMember(tx, council, c.consultation, member, { stands, because, at: now, by: name })
    return done({ ref, n, receipt, stands })
  },
})

function stopped(
  { receipt, stands, coded, response }: Member,
  group: { response: string },
  what: 'read' | 'out' | 'back',
) {
  if (what === 'back') return stands === 'out' ? null : refused(`${receipt} is in the group.`)
  if (stands === 'out') return refused(`${receipt} was taken out of the group already.`)
  if (what === 'out') {
    if (response === group.response)
      return refused(`The group is found by the words of ${receipt}.`, [], 'It cannot be taken out of it.')
    return coded
      ? refused(`${receipt} is coded.`, [], 'Code it anew by itself, or undo the coding of the group first.')
      : null
  }
  if (stands === 'apart')
    return refused(
      `${receipt} answers other questions in words as well.`,
      'One coding would not say what of it belongs where.',
      'Code it by itself.',
    )
  return stands === 'differs' ? null : refused(`${receipt} has not to be read first.`)
}
