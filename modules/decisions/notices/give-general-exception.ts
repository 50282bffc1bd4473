import { z } from 'zod'
import { democraticServices, findPost, settingOn } from '#authority'
import { longDay } from '#platform/days.ts'
import { isoDay, ref, text } from '#platform/input.ts'
import { done, invalid, refused, useCase } from '#platform/use-case.ts'
import { theMatter, whoDecides } from './about.ts'
import { daysFor } from './days-for.ts'
import { give } from './give.ts'
import { markUrgent } from './plan/store.ts'

/**
 * Gives notice of a general exception (reg 10): 28 days are impracticable, the scrutiny chair (or every member of the committee)
 * was told in writing, and five clear days run from here.
 */
export const giveGeneralException = useCase({
  name: 'decisions.give-general-exception',
  title: 'Give notice of a general exception',
  may: [democraticServices],
  input: z.object({
    ref,
    reasons: text(4000),
    told: z.enum(['chair', 'members'], 'Say who was told in writing.'),
    toldOn: isoDay,
    how: text(500),
    replaces: ref.nullable().default(null),
  }),
  async run(work, { ref, reasons, told, toldOn, how, replaces }) {
    const { tx, council, today } = work
    work.about(ref)
    const outcome = await theMatter(work, ref)
    if (!outcome.ok) return outcome
    const { item, decision, matter, decided } = outcome.value
    if (decided) return refused('Notice is given before a decision, and this one is past.')
    if (Temporal.PlainDate.compare(toldOn, today) > 0)
      return invalid({ toldOn: `They are told first, then notice is given. ${longDay(toldOn)} is still to come.` })
    const ladder = await settingOn(tx, council, 'urgency-ladder', today)
    const [first] = ladder?.value.posts ?? []
    const chair = first === undefined ? null : await findPost(tx, council, first)
    const names = first === undefined ? [] : (await whoDecides(tx, council, first, today)).names
    const who =
      told === 'members'
        ? 'Every member of the overview and scrutiny committee'
        : chair
          ? `${names.length ? `${names.join(', ')}, ` : ''}${chair.title}`
          : 'The chair of the overview and scrutiny committee'
    const given = await give(work, {
      kind: 'general-exception',
      matter,
      item: item?.item ?? null,
      decision,
      days: await daysFor(tx, council, 'general-exception', today),
      replaces,
      content: [
        {
          key: 'What',
          words: ['A key decision is to be made without 28 clear days’ notice, under the general exception.'],
        },
        { key: 'Matter', words: [matter] },
        { key: 'Why 28 clear days’ notice is impracticable', words: [reasons] },
        { key: 'Who was told in writing', words: [`${who}, on ${longDay(toldOn)}: ${how}`] },
      ],
    })
    if (!given.ok) return given
    if (item) await markUrgent(tx, council, item.item, reasons)
    work.announce('decisions.exception-noticed', {
      ref: given.value.ref,
      title: matter,
      post: first ?? null,
      because: reasons,
    })
    return done({ ref: given.value.ref, earliest: given.value.earliest })
  },
})
