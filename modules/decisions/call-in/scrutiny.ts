import { z } from 'zod'
import { democraticServices, monitoringOfficer, posts, scrutiny } from '#authority'
import { done, query } from '#platform/use-case.ts'
import { openChallenges } from '../challenge/store.ts'
import { answeredRequests, openRequests } from '../requests/store.ts'
import type { CallInState } from './states.ts'
import { runningCallIns } from './store.ts'
import { windowPage } from './window-store.ts'

const shown = 12

/** All that scrutiny has before it: its window, the call-ins that run and whose turn it is, challenges and requests. */
export const viewScrutinyDesk = query({
  name: 'decisions.view-scrutiny-desk',
  title: 'See what is before scrutiny',
  may: [scrutiny, democraticServices, monitoringOfficer],
  input: z.object({}),
  async run({ tx, actor, today }) {
    const { council, roles } = actor
    const titles = new Map((await posts(tx, council)).map(({ post, title }) => [post, title]))
    const open = await windowPage(tx, council, today, { after: null, size: shown + 1 })
    const running = await runningCallIns(tx, council, 50)
    const challenges = await openChallenges(tx, council, 50)
    const mine = roles.includes(democraticServices) ? null : actor.account
    return done({
      window: open.slice(0, shown),
      more: open.length > shown,
      running: running.map((one) => ({
        ...one,
        turn: turnWords(one.state, titles.get(one.maker ?? '') ?? 'whoever decided'),
        overdue: one.due !== null && Temporal.PlainDate.compare(today, one.due) > 0,
      })),
      challenges: challenges.map((one) => ({
        ...one,
        committee: titles.get(one.committee) ?? one.committee,
        overdue: one.answeredOn === null && Temporal.PlainDate.compare(today, one.due) > 0,
      })),
      requests: (await openRequests(tx, council, mine, 50)).map((one) => ({
        ...one,
        overdue: Temporal.PlainDate.compare(today, one.due) > 0,
      })),
      answered: await answeredRequests(tx, council, mine, 10),
    })
  },
})

function turnWords(state: CallInState, maker: string): string {
  switch (state) {
    case 'received':
      return 'The monitoring officer or democratic services judge whether it is valid'
    case 'valid':
      return 'Scrutiny hears it'
    case 'referred-to-council':
      return 'Full council gives its views'
    default:
      return `The ${maker} reconsiders`
  }
}
