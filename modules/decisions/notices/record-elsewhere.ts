import { z } from 'zod'
import { democraticServices, officer } from '#authority'
import { longDay } from '#platform/days.ts'
import { isoDay, optionalText, ref, text } from '#platform/input.ts'
import { done, invalid, useCase } from '#platform/use-case.ts'
import { theMatter } from './about.ts'
import { daysFor } from './days-for.ts'
import { give } from './give.ts'

const firstDay = Temporal.PlainDate.from('2012-09-10')

/**
 * Records a notice that was given in another place: before the council used Remit, or on its democracy website. It counts from the
 * day on which it was given there, and says everywhere that it was.
 */
export const recordNoticeElsewhere = useCase({
  name: 'decisions.record-notice-elsewhere',
  title: 'Record a notice given elsewhere',
  may: [democraticServices, officer],
  input: z.object({
    ref,
    kind: z.enum(['key-decision', 'general-exception', 'special-urgency']).default('key-decision'),
    givenOn: isoDay,
    address: optionalText(1000).refine(
      (given) => given === null || /^https?:\/\/\S+$/u.test(given),
      'Enter a web address that starts with https://.',
    ),
    said: text(4000),
  }),
  async run(work, { ref, kind, givenOn, address, said }) {
    const { tx, council, today } = work
    work.about(ref)
    if (Temporal.PlainDate.compare(givenOn, today) > 0)
      return invalid({ givenOn: `It was given already. ${longDay(givenOn)} is still to come.` })
    if (Temporal.PlainDate.compare(givenOn, firstDay) < 0)
      return invalid({ givenOn: 'Such notices are given since 10 September 2012.' })
    const outcome = await theMatter(work, ref)
    if (!outcome.ok) return outcome
    const { item, decision, matter } = outcome.value
    const given = await give(work, {
      kind,
      matter,
      item: item?.item ?? null,
      decision,
      on: givenOn,
      days: kind === 'special-urgency' ? null : await daysFor(tx, council, kind, givenOn),
      elsewhere: { address, recordedOn: today.toString() },
      content: [{ key: 'What it said', words: [said] }],
    })
    return given.ok ? done({ ref: given.value.ref, earliest: given.value.earliest }) : given
  },
})
