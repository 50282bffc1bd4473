import { z } from 'zod'
import { democraticServices, everybody, holdersOf, officer, postsHeldBy, staff } from '#authority'
import { pageCursor, ref, uuid } from '#platform/input.ts'
import { pageFrom, placeIn } from '#platform/keyset.ts'
import { explain } from '#platform/law.ts'
import { done, missing, query, refused } from '#platform/use-case.ts'
import { findDecision } from '../store.ts'
import { whoDecides } from './about.ts'
import { daysFor } from './days-for.ts'
import { noticeKinds } from './notice.ts'
import { noticedFacts } from './part.ts'
import { itemOfDecision } from './plan/store.ts'
import { keyDecisionIsNoticed } from './rules/key-decision-is-noticed.ts'
import {
  countRepresentations,
  findNotice,
  findRequest,
  noticesOfDecision,
  noticesPage,
  publicRef,
  representationsOf,
  requestsFor,
  requestsOf,
} from './store.ts'
import { ladderOn } from './urgency.ts'
import { aboutRecord } from '../secrecy/about-record.ts'

/** A notice as anybody may read it. */
export const viewNotice = query({
  name: 'decisions.view-notice',
  title: 'Read a notice',
  may: everybody,
  input: z.object({ ref }),
  async run({ tx, council }, { ref }) {
    const found = await findNotice(tx, council, ref)
    if (!found) return missing(`There is no notice ${ref}.`)
    const { notice: _, item: __, decision, meeting: ___, ...notice } = found
    return done({ notice, decisionRef: await publicRef(tx, council, decision) })
  },
})

/** The notices that were given, the latest first. */
export const listNotices = query({
  name: 'decisions.list-notices',
  title: 'See the notices that were given',
  may: everybody,
  input: z.object({
    kind: z.preprocess((given) => (given === '' ? undefined : given), z.enum(noticeKinds).nullable().default(null)),
    after: pageCursor.optional(),
  }),
  async run({ tx, council }, { kind, after }) {
    const place = placeIn({ after }, ['day', 'text'])
    if (!place) return refused('This place in the list is not known.', [], 'Start again from the first page.')
    const { lines, next } = pageFrom(
      await noticesPage(tx, council, { kind, place: place.values, size: 21 }),
      20,
      place,
      (one) => [one.givenOn.toString(), one.ref],
    )
    return done({
      notices: lines.map(({ ref, kind, matter, givenOn, earliest, endedOn, replacedBy, elsewhere }) => ({
        ref,
        kind,
        matter,
        givenOn,
        earliest,
        endedOn,
        replacedBy,
        elsewhere: elsewhere !== null,
      })),
      next,
    })
  },
})

/** The notices of a record, what the rule says of them today, whom one may ask, and what was asked. */
export const viewNoticesOf = aboutRecord({
  name: 'decisions.view-notices-of',
  title: 'See the notices of a decision',
  may: [...staff],
  input: z.object({ ref }),
  async run({ tx, actor, today }, { ref }) {
    const { council } = actor
    const decision = await findDecision(tx, council, ref)
    if (!decision) return missing(`There is no decision ${ref}.`)
    const on = decision.decidedOn ?? today
    const said = keyDecisionIsNoticed.inForceOn(on)
      ? explain([keyDecisionIsNoticed], await noticedFacts({ tx, council }, decision, on), on)
      : []
    return done({
      decision: {
        ref,
        title: decision.title,
        state: decision.state,
        isKey: decision.isKey,
        maker: decision.maker,
        subject: decision.subject,
      },
      item: await itemOfDecision(tx, council, decision.decision),
      notices: await noticesOfDecision(tx, council, decision.decision),
      requests: await requestsOf(tx, council, decision.decision),
      said: said[0] ?? null,
      ladder: await ladderOn({ tx, council }, today),
      days: await daysFor(tx, council, 'key-decision', today),
      exception: await daysFor(tx, council, 'general-exception', today),
    })
  },
})

/** What a notice of an entry of the plan would say of who decides, and when the decision could then be taken. */
export const viewNoticeToGive = query({
  name: 'decisions.view-notice-to-give',
  title: 'See what a notice would say',
  may: [democraticServices, officer],
  input: z.object({ maker: z.string().max(81) }),
  async run({ tx, council, today }, { maker }) {
    return done({
      who: await whoDecides(tx, council, maker, today),
      days: await daysFor(tx, council, 'key-decision', today),
      holders: (await holdersOf(tx, council, maker)).length,
    })
  },
})

/** What somebody is asked to agree to as urgent. */
export const viewUrgencyRequest = query({
  name: 'decisions.view-urgency-request',
  title: 'See what is asked as urgent',
  may: [...staff],
  input: z.object({ request: uuid }),
  async run({ tx, actor, today }, { request }) {
    const found = await findRequest(tx, actor.council, request)
    if (!found) return missing('There is no such request.')
    const held = actor.account ? await postsHeldBy(tx, actor.council, actor.account, today) : []
    const title =
      (await ladderOn({ tx, council: actor.council }, today)).find(({ post }) => post === found.post)?.title
      ?? found.post
    return done({ request: found, title, yours: held.some(({ post }) => post === found.post) })
  },
})

/** The requests that wait for an answer from whoever asks this. */
export const viewUrgentForMe = query({
  name: 'decisions.view-urgent-for-me',
  title: 'See what urgency waits for your answer',
  may: [...staff],
  input: z.object({}),
  async run({ tx, actor, today }) {
    const held = actor.account ? await postsHeldBy(tx, actor.council, actor.account, today) : []
    return done({
      requests: await requestsFor(
        tx,
        actor.council,
        held.map(({ post }) => post),
      ),
    })
  },
})

/** What was said against a meeting in private, and what was answered. */
export const viewRepresentations = query({
  name: 'decisions.view-representations',
  title: 'Read representations about a meeting in private',
  may: [democraticServices, officer],
  input: z.object({ ref }),
  async run({ tx, council }, { ref }) {
    const notice = await findNotice(tx, council, ref)
    if (!notice) return missing(`There is no notice ${ref}.`)
    return done({
      notice: { ref, matter: notice.matter, kind: notice.kind, standing: notice.endedOn === null },
      representations: await representationsOf(tx, council, notice.notice),
      count: await countRepresentations(tx, council, notice.notice),
    })
  },
})
