import { z } from 'zod'
import { democraticServices, posts, scrutiny, staff, type Post } from '#authority'
import { ref } from '#platform/input.ts'
import { cursorAt, readCursor } from '#platform/keyset.ts'
import { done, missing, query } from '#platform/use-case.ts'
import { ruleOf } from '../clock.ts'
import { callInRuleOfDecision, findDecision } from '../store.ts'
import { eligible, membersOn } from './callers.ts'
import type { CallInRule } from './rules/call-in-window.ts'
import { lastDayOf, openToCallIn } from './process.ts'
import { callInsOf } from './store.ts'
import { windowPage } from './window-store.ts'
import { aboutRecord } from '../secrecy/about-record.ts'

const size = 50

/** What is in scrutiny's window today, the first to close first: also what is called in with some of its clauses only. */
export const viewCallInWindow = query({
  name: 'decisions.view-call-in-window',
  title: 'See what can be called in',
  may: [scrutiny, democraticServices],
  input: z.object({
    after: z
      .string()
      .max(500)
      .regex(/^[\w-]*$/u, 'Start again from the first page: this place in the list is not known.')
      .optional(),
  }),
  async run({ tx, council, today }, { after }) {
    const [day, last] = after === undefined ? [] : (readCursor(after, ['day', 'text']) ?? [])
    const found = await windowPage(tx, council, today, {
      after: day !== undefined && last !== undefined ? { day, ref: last } : null,
      size: size + 1,
    })
    const end = found[size - 1]
    return done({
      decisions: found.slice(0, size),
      next: found.length > size && end ? cursorAt([end.lastDay.toString(), end.ref]) : null,
    })
  },
})

type Calling = {
  rule: CallInRule | null
  source: string | null
  lastDay: Temporal.PlainDate | null
  /** Clauses that may still be called in. */
  open: string[]
  members: { name: string; post: string; title: string }[]
  committees: Post[]
}

/** What calling a decision in takes: the rule as it was on publication, who may call in, and which clauses still may be. */
export const viewCallers = aboutRecord({
  name: 'decisions.view-callers',
  title: 'See who may call a decision in',
  may: [...staff],
  input: z.object({ ref }),
  async run({ tx, council, today }, { ref }) {
    const decision = await findDecision(tx, council, ref)
    if (!decision) return missing(`There is no decision ${ref}.`)
    const kept = await callInRuleOfDecision(tx, council, decision.decision)
    const callIns = await callInsOf(tx, council, decision.decision)
    const committees = (await posts(tx, council)).filter(({ kind }) => kind === 'committee')
    if (!kept) return done<Calling>({ rule: null, source: null, lastDay: null, open: [], members: [], committees })
    const rule = ruleOf(kept.rule)
    return done<Calling>({
      rule,
      source: kept.source,
      lastDay: lastDayOf(decision, callIns),
      open: openToCallIn(decision, callIns, rule),
      members: eligible(await membersOn(tx, council, rule, today), rule).map(({ name, post, title }) => ({
        name,
        post,
        title,
      })),
      committees: committees.filter(({ post }) => !rule.committees || rule.committees.includes(post)),
    })
  },
})
