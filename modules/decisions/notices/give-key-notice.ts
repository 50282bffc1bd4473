import { z } from 'zod'
import { democraticServices } from '#authority'
import { longDay } from '#platform/days.ts'
import { explain } from '#platform/law.ts'
import { optionalText, ref, text } from '#platform/input.ts'
import { done, invalid, refused, useCase } from '#platform/use-case.ts'
import { theMatter, whoDecides } from './about.ts'
import { daysFor } from './days-for.ts'
import { give } from './give.ts'
import { keyNoticeIsComplete } from './rules/contents.ts'

/** How a day or a period is written in a notice. */
export const dueWords = (from: Temporal.PlainDate, until: Temporal.PlainDate): string =>
  from.equals(until) ? longDay(from) : `between ${longDay(from)} and ${longDay(until)}`

/**
 * Gives notice of a key decision (SI 2012/2089, reg 9), from its entry in the forward plan. Each of the eight things that the
 * regulation asks for must be there before it can be published.
 */
export const giveKeyNotice = useCase({
  name: 'decisions.give-key-notice',
  title: 'Give notice of a key decision',
  may: [democraticServices],
  input: z.object({
    ref,
    documents: z.array(text(300)).max(100),
    address: optionalText(1000),
    otherDocuments: optionalText(1000),
    howToRequest: optionalText(1000),
    replaces: ref.nullable().default(null),
  }),
  async run(work, { ref, documents, address, otherDocuments, howToRequest, replaces }) {
    const { tx, council, today } = work
    work.about(ref)
    const outcome = await theMatter(work, ref)
    if (!outcome.ok) return outcome
    const { item, decision, matter, decided } = outcome.value
    if (decided)
      return refused(
        'Notice is given before a decision, and this one is past.',
        [],
        'Record a notice that was given elsewhere in its time, if there was one.',
      )
    if (!item)
      return refused(
        `${ref} is not in the forward plan.`,
        'A notice says when and by whom the decision will be taken, which is read from there.',
        'Enter it in the forward plan first.',
      )
    const who = await whoDecides(tx, council, item.maker, today)
    const due = dueWords(item.dueFrom, item.dueUntil)
    const maker = who.isBody ? who.title : who.names.length ? `${who.names.join(' and ')}, ${who.title}` : null
    const [said] = explain(
      [keyNoticeIsComplete],
      {
        isKey: item.isKey,
        matter: item.matter,
        maker,
        isBody: who.isBody,
        members: who.names,
        due,
        documents,
        address,
        otherDocuments,
        howToRequest,
      },
      today,
    )
    if (said?.outcome === 'not-met')
      return refused('The notice is not complete.', said.says ?? [], 'Supply what is missing, then publish it.')
    if (Temporal.PlainDate.compare(item.dueUntil, today) < 0)
      return invalid({ ref: `It was due ${due}, which is past. Move the day in the forward plan first.` })
    const given = await give(work, {
      kind: 'key-decision',
      matter,
      item: item.item,
      decision,
      days: await daysFor(tx, council, 'key-decision', today),
      replaces,
      content: [
        { letter: 'a', key: 'What', words: ['A key decision is to be made.'] },
        { letter: 'b', key: 'Matter', words: [item.matter, ...(item.about === null ? [] : [item.about])] },
        { letter: 'c', key: who.isBody ? 'Body that decides' : 'Who decides', words: [maker ?? ''] },
        ...(who.isBody ? [{ letter: 'c', key: 'Its members', words: who.names }] : []),
        { letter: 'd', key: 'When', words: [due] },
        { letter: 'e', key: 'Documents', words: documents },
        { letter: 'f', key: 'Where copies can be had', words: [address ?? ''] },
        { letter: 'g', key: 'Other documents', words: [otherDocuments ?? ''] },
        { letter: 'h', key: 'How to ask for them', words: [howToRequest ?? ''] },
      ],
    })
    return given.ok ? done({ ref: given.value.ref, earliest: given.value.earliest }) : given
  },
})
