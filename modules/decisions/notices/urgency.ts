import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { democraticServices, findPost, postsHeldBy, settingOn, staff } from '#authority'
import { longDay } from '#platform/days.ts'
import { optionalText, ref, text, uuid } from '#platform/input.ts'
import { done, invalid, missing, refused, useCase, type Work } from '#platform/use-case.ts'
import { theMatter } from './about.ts'
import { give } from './give.ts'
import { markUrgent } from './plan/store.ts'
import { answerRequest, findRequest, insertRequest, type UrgencyRequest } from './store.ts'
import { nothingWithheldIn } from '../secrecy/said-beside.ts'

/** The posts that may agree that something is urgent, in the order in which they are asked. */
export async function ladderOn(
  { tx, council }: Pick<Work, 'tx' | 'council'>,
  on: Temporal.PlainDate,
): Promise<{ post: string; title: string }[]> {
  const setting = await settingOn(tx, council, 'urgency-ladder', on)
  const rungs = []
  for (const post of setting?.value.posts ?? [])
    rungs.push({ post, title: (await findPost(tx, council, post))?.title ?? post })
  return rungs
}

/**
 * Asks somebody to agree that a decision is urgent (reg 11): the scrutiny chair, else the chair of the council, else the vice-chair.
 * Whoever stands higher must first have been unavailable, with the reason.
 */
export const askUrgency = useCase({
  name: 'decisions.ask-urgency',
  title: 'Ask for agreement that a decision is urgent',
  may: [democraticServices],
  input: z.object({
    ref,
    kind: z.enum(['special-urgency', 'private-urgency']).default('special-urgency'),
    reasons: text(4000),
    post: text(81),
    passedOver: z
      .array(z.object({ post: text(81), why: text(1000) }))
      .max(9)
      .default([]),
  }),
  async run(work, { ref, kind, reasons, post, passedOver }) {
    const { tx, actor, today } = work
    work.about(ref)
    const outcome = await theMatter(work, ref)
    if (!outcome.ok) return outcome
    const { item, decision, matter, decided } = outcome.value
    if (decided)
      return refused(
        'Urgency is agreed before a decision is taken, and this one is past.',
        [],
        'It cannot be agreed afterwards.',
      )
    const ladder = await ladderOn(work, today)
    const rung = ladder.findIndex((one) => one.post === post)
    if (rung === -1)
      return invalid({
        post: ladder.length
          ? `Choose one of: ${ladder.map(({ title }) => title).join(', ')}.`
          : 'The council has settled nobody who may agree. Add the urgency ladder to the constitution.',
      })
    const above = ladder.slice(0, rung)
    const unsaid = above.filter((one) => !passedOver.some((over) => over.post === one.post))
    if (unsaid.length)
      return invalid({
        passedOver: `Say why the ${unsaid.map(({ title }) => title).join(' and the ')} could not be asked.`,
      })
    const clean = await nothingWithheldIn(
      work,
      [decision, item?.decision ?? null],
      'The notice that agreement would publish',
      [
        { where: 'the reasons', text: reasons },
        ...passedOver.map(({ why }) => ({ where: 'why somebody could not be asked', text: why })),
      ],
    )
    if (!clean.ok) return clean
    const request = randomUUID()
    await insertRequest(tx, actor.council, {
      request,
      kind,
      matter,
      item: item?.item ?? null,
      decision,
      meeting: null,
      reasons,
      post,
      askedOn: today,
      askedBy: actor.name,
      passedOver: above.map((one) => ({ ...one, why: passedOver.find((over) => over.post === one.post)?.why ?? '' })),
    })
    work.announce('decisions.urgency-asked', { request, post, title: matter })
    return done({ request })
  },
})

/** Agrees or declines, as the holder of the post that was asked. On agreement the notice with its reasons is published at once. */
export const answerUrgency = useCase({
  name: 'decisions.answer-urgency',
  title: 'Agree that a decision is urgent, or decline',
  may: [...staff],
  input: z.object({
    request: uuid,
    answer: z.enum(['agree', 'decline'], 'Agree or decline.'),
    says: optionalText(4000),
  }),
  async run(work, { request: id, answer, says }) {
    const { tx, actor, today } = work
    const request = await findRequest(tx, actor.council, id, 'lock')
    if (!request) return missing('There is no such request.')
    if (request.agreed !== null)
      return refused(`That was ${request.agreed ? 'agreed' : 'declined'} on ${longDay(request.answeredOn ?? today)}.`)
    const held = actor.account ? await postsHeldBy(tx, actor.council, actor.account, today) : []
    const post = held.find((one) => one.post === request.post)
    if (!post)
      return refused(
        'This is for another to answer.',
        `${actor.name} did not hold the post that was asked, ${(await findPost(tx, actor.council, request.post))?.title ?? request.post}, on ${longDay(today)}.`,
        'Ask whoever holds it.',
      )
    if (answer === 'decline' && says === null) return invalid({ says: 'Say why not.' })
    const by = `${actor.name}, ${post.title}`
    const agreed = answer === 'agree'
    const given = agreed
      ? await give(work, {
          kind: request.kind,
          matter: request.matter,
          item: request.item,
          decision: request.decision,
          meeting: request.meeting,
          days: null,
          content: contentOf(request, by, today, says),
        })
      : null
    if (given && !given.ok) return given
    if (agreed && request.item && request.kind === 'special-urgency')
      await markUrgent(tx, actor.council, request.item, request.reasons)
    await answerRequest(tx, actor.council, id, { agreed, on: today, by, says, notice: given?.value.notice ?? null })
    work.announce('decisions.urgency-answered', { request: id, title: request.matter, agreed, by })
    return done({ agreed, notice: given?.value.ref ?? null })
  },
})

const contentOf = (
  { kind, matter, reasons, passedOver }: UrgencyRequest,
  by: string,
  on: Temporal.PlainDate,
  says: string | null,
) => [
  {
    key: 'What',
    words: [
      kind === 'special-urgency'
        ? 'A key decision is urgent and cannot reasonably be deferred.'
        : 'A meeting in private is urgent and cannot reasonably be deferred.',
    ],
  },
  { key: 'Matter', words: [matter] },
  { key: 'Why it is urgent', words: [reasons] },
  { key: 'Who agreed', words: [`${by}, on ${longDay(on)}`, ...(says === null ? [] : [says])] },
  ...(passedOver.length
    ? [{ key: 'Who could not be asked', words: passedOver.map(({ title, why }) => `${title}: ${why}`) }]
    : []),
]
