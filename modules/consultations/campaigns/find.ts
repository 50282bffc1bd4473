import { z } from 'zod'
import { officer } from '#authority'
import { ref } from '#platform/input.ts'
import { done, useCase, type Work } from '#platform/use-case.ts'
import { questionsInWords } from '../analysis/coding.ts'
import { inAnalysis } from '../analysis/frame.ts'
import type { Consultation } from '../consultation.ts'
import { questionsOf } from '../questions/questionnaire.ts'
import { writtenIn } from '../responses/hashes.ts'
import { differenceFrom, Likeness, plainWords } from './likeness.ts'
import {
  clearFound,
  countGroups,
  groupedIn,
  heldGroups,
  holdCoding,
  keepLook,
  lookOf,
  putGroup,
  putMembers,
  readAgain,
  readOf,
  textsByUse,
  wordsOf,
  type FoundText,
} from './store.ts'

/** With fewer people writing alike it is no surprise, and nothing is saved. */
export const leastInGroup = 3
const atOnce = 1000

/**
 * Finds responses that were written alike, word for word or but for what somebody changed, and puts them into groups. Copies count as
 * one text, so that each text is compared once, with a handful of others; groups on which somebody has worked stay what they are.
 */
export const findAlike = useCase({
  name: 'consultations.find-alike',
  title: 'Find responses that were written alike',
  may: [officer],
  input: z.object({ ref }),
  async run(work, { ref }) {
    // Coders wait meanwhile; whoever answers does not.
    await holdCoding(work.tx, work.actor.council, ref)
    const outcome = await inAnalysis(work, ref, 'held')
    if (!outcome.ok) return outcome
    const { consultation } = outcome.value
    const {
      tx,
      actor: { council, name },
      now,
    } = work
    const texts = await textsByUse(tx, council, consultation)
    const before = await heldGroups(tx, council, consultation)
    const placed = await grouped(work, outcome.value, before, texts)
    const uses = new Map(texts.map(({ response, responses }) => [response, responses]))
    const look = await lookOf(tx, council, consultation)
    let lastN = look?.lastN ?? 0
    // A group that begins as it did keeps its number, which the journal may name.
    const numbers = new Map(before.map(({ common, n }) => [common, n]))
    const found: { n: number; common: string; texts: { response: string }[] }[] = []
    for (const { common, texts: of } of placed) {
      const n = numbers.get(common)
      const held = before.some((one) => one.n === n && one.held)
      if (held || of.reduce((sum, { response }) => sum + (uses.get(response) ?? 0), 0) >= leastInGroup)
        found.push({ n: n ?? ++lastN, common, texts: of })
    }
    const read = await readOf(tx, council, consultation)
    await clearFound(
      tx,
      council,
      consultation,
      found.map(({ n }) => n),
    )
    for (const { n, common, texts: of } of found)
      await putGroup(tx, council, consultation, { n, common, texts: of.length })
    await writeMembers(work, outcome.value, found)
    if (read.length) await readAgain(tx, council, read)
    await countGroups(tx, council, consultation)
    const responses = texts.reduce((sum, one) => sum + one.responses, 0)
    await keepLook(tx, council, consultation, { at: now, by: name, responses, texts: texts.length, lastN })
    const { groups, responses: inGroups } = await groupedIn(tx, council, consultation)
    return done({ ref, compared: responses, texts: texts.length, groups, responses: inGroups })
  },
})

/** Which texts belong together; those with which groups began that somebody has worked on come first. */
async function grouped(
  work: Work,
  c: Consultation,
  before: readonly { common: string; held: boolean }[],
  texts: readonly { response: string }[],
): Promise<{ common: string; texts: { response: string }[] }[]> {
  const likeness = new Likeness()
  const groups: { common: string; texts: { response: string }[] }[] = []
  const held = before.flatMap(({ common, held: is }) => (is ? [common] : []))
  for await (const { response, words } of inWords(work, c, held)) {
    likeness.begin(words)
    groups.push({ common: response, texts: [] })
  }
  for await (const { response, words } of inWords(
    work,
    c,
    texts.map(({ response: one }) => one),
  )) {
    const at = likeness.place(words)
    const group = (groups[at] ??= { common: response, texts: [] })
    group.texts.push({ response })
  }
  return groups
}

/** The words of responses in this order, some at a time, so that a hundred thousand letters are never in memory at once. */
async function* inWords(
  { tx, council }: Work,
  { questionnaire }: Consultation,
  responses: readonly string[],
): AsyncGenerator<{ response: string; words: string[] }> {
  const questions = questionsOf(questionnaire)
  for (let at = 0; at < responses.length; at += atOnce) {
    const some = responses.slice(at, at + atOnce)
    const known = new Map((await wordsOf(tx, council, some)).map((one) => [one.response, one]))
    for (const response of some) {
      const one = known.get(response)
      if (one) yield { response, words: plainWords(writtenIn(questions, one.answers, one.said)) }
    }
  }
}

async function writeMembers(
  work: Work,
  c: Consultation,
  groups: readonly { n: number; common: string; texts: readonly { response: string }[] }[],
): Promise<void> {
  const commons = new Map<string, string[]>()
  for await (const { response, words } of inWords(
    work,
    c,
    groups.map(({ common }) => common),
  ))
    commons.set(response, words)
  const all = groups.flatMap(({ n, common, texts }) => texts.map(({ response }) => ({ response, n, common })))
  const where = new Map(all.map((one) => [one.response, one]))
  let some: FoundText[] = []
  const write = async () => {
    if (some.length) await putMembers(work.tx, work.council, c.consultation, questionsInWords(c.questionnaire), some)
    some = []
  }
  for await (const { response, words } of inWords(
    work,
    c,
    all.map((one) => one.response),
  )) {
    const one = where.get(response)
    if (!one) continue
    some.push({ ...one, ...differenceFrom(commons.get(one.common) ?? [], words) })
    if (some.length === atOnce) await write()
  }
  await write()
}
