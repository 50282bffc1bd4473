import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { democraticServices, findPost, nextRef, officer, subjects } from '#authority'
import { isoDay, optionalText, ref, text, yesNo } from '#platform/input.ts'
import { done, invalid, missing, refused, useCase } from '#platform/use-case.ts'
import { findDecision } from '../../store.ts'
import { insertItem, itemOfDecision, restrictions } from './store.ts'
import { nothingWithheldIn, type Beside } from '../../secrecy/said-beside.ts'

/** Enters what is planned in the forward plan, where everybody can read it from this moment on. */
export const enterPlanned = useCase({
  name: 'decisions.enter-planned',
  title: 'Enter a decision in the forward plan',
  may: [officer, democraticServices],
  input: z.object({
    matter: text(300),
    about: optionalText(4000),
    maker: text(81),
    subject: z.string().max(200),
    isKey: yesNo,
    leadOfficer: optionalText(300),
    documents: z.array(text(300)).max(100).default([]),
    restriction: z.enum(restrictions).default('open'),
    dueFrom: isoDay,
    dueUntil: isoDay,
    decision: ref.nullable().default(null),
  }),
  async run(work, { decision: decisionRef, ...given }) {
    const { tx, actor, today } = work
    const maker = await findPost(tx, actor.council, given.maker)
    if (!maker) return invalid({ maker: 'Choose a post or body of the council.' })
    if (!(await subjects(tx, actor.council)).some(({ subject }) => subject === given.subject))
      return invalid({ subject: 'Choose a subject from the council’s list.' })
    if (Temporal.PlainDate.compare(given.dueUntil, given.dueFrom) < 0)
      return invalid({ dueUntil: 'A period ends on its first day or later.' })
    if (Temporal.PlainDate.compare(given.dueUntil, today) < 0)
      return invalid({ dueFrom: 'What is planned is still to come.' })
    const record = decisionRef === null ? null : await findDecision(tx, actor.council, decisionRef)
    if (decisionRef !== null && !record) return missing(`There is no decision ${decisionRef}.`)
    if (record && record.state !== 'draft' && record.state !== 'proposed')
      return refused(`${record.ref} is ${record.state}: it is no longer planned.`)
    const before = record && (await itemOfDecision(tx, actor.council, record.decision))
    if (before) return refused(`${decisionRef ?? ''} stands in the forward plan already.`, `It is ${before.ref}.`)
    const clean = await nothingWithheldIn(work, [record?.decision ?? null], 'The forward plan', textsOf(given))
    if (!clean.ok) return clean
    const itemRef = await nextRef(tx, actor.council, 'F', today)
    work.about(itemRef)
    await insertItem(tx, actor.council, {
      ...given,
      item: randomUUID(),
      ref: itemRef,
      makerTitle: maker.title,
      firstDueFrom: given.dueFrom,
      firstDueUntil: given.dueUntil,
      enteredOn: today,
      enteredBy: actor.name,
      decision: record?.decision ?? null,
      state: 'planned',
      endedOn: null,
      endedBecause: null,
      noticedOn: null,
      urgency: null,
    })
    work.announce('decisions.planned', { ref: itemRef, title: given.matter })
    return done({ ref: itemRef })
  },
})

/** What an entry says in words. */
export const textsOf = ({
  matter,
  about,
  documents,
}: {
  matter: string
  about: string | null
  documents: readonly string[]
}): Beside[] => [
  { where: 'what is to be decided', text: matter },
  { where: 'what it is about', text: about },
  ...documents.map((text) => ({ where: 'the name of a document', text })),
]
