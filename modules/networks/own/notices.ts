import { z } from 'zod'
import { administrator } from '#authority'
import { ref, text, uuid } from '#platform/input.ts'
import { londonDay, ask, perform } from '#platform/perform.ts'
import type { DailyTask } from '#platform/module.ts'
import { done, missing, query, refused, useCase, type Work } from '#platform/use-case.ts'
import { told } from '../issues.ts'
import { findIssue } from '../store.ts'
import { runners, theNetwork, theOpenNetwork } from '../the-network.ts'
import { findNotice, gone, setNoticeTold, untoldOf, type Notice } from './store.ts'

const pageSize = 50

/** What members are still to be told, the oldest first, with what stands in the way of a letter. */
export const listToTell = query({
  name: 'networks.list-to-tell',
  title: 'List what members are still to be told',
  may: runners,
  input: z.object({ ref, after: uuid.optional() }),
  async run(work, { ref: number, after }) {
    const outcome = await theNetwork(work, number)
    if (!outcome.ok) return outcome
    const found = await untoldOf(work.tx, work.council, outcome.value.network, after ?? null, pageSize + 1)
    return done({
      network: outcome.value,
      notices: found.slice(0, pageSize),
      next: found.length > pageSize ? (found[pageSize - 1]?.notice ?? null) : null,
    })
  },
})

/** One thing that a member is to be told, in its words. */
export const viewToTell = query({
  name: 'networks.view-to-tell',
  title: 'Read what a member is to be told',
  may: runners,
  input: z.object({ ref, notice: uuid }),
  async run(work, { ref: number, notice }) {
    const outcome = await theNetwork(work, number)
    if (!outcome.ok) return outcome
    const found = await findNotice(work.tx, work.council, notice)
    return found?.networkRef === number
      ? done({ network: outcome.value, notice: found })
      : missing('There is nothing of that kind to tell.')
  },
})

// What is told of an issue closes its loop as well.
async function setTold(
  work: Work,
  { notice, kind, about }: Pick<Notice, 'notice' | 'kind' | 'about'>,
  t: { on: Temporal.PlainDate; how: string },
): Promise<void> {
  await setNoticeTold(work.tx, work.council, notice, t)
  const issue = kind === 'answer' ? await findIssue(work.tx, work.council, about, 'lock') : null
  if (issue?.answeredOn && !issue.toldOn) await told(work, issue, t)
}

/** Notes that a member was told in some way other than by a letter of ours. */
export const noteTold = useCase({
  name: 'networks.note-told',
  title: 'Note that a member was told',
  may: runners,
  input: z.object({ ref, notice: uuid, how: text(300) }),
  // How somebody was told may say who they are.
  remembers: ({ ref: number, notice }) => ({ ref: number, notice }),
  async run(work, { ref: number, notice, how }) {
    const outcome = await theOpenNetwork(work, number)
    if (!outcome.ok) return outcome
    const found = await findNotice(work.tx, work.council, notice)
    if (found?.networkRef !== number) return missing('There is nothing of that kind to tell.')
    if (found.toldOn) return refused('It is written down already that they were told.')
    await setTold(work, found, { on: work.today, how })
    return done({ notice })
  },
})

/** Notes which letters have gone out, each with the day on which it did. */
export const noteLetters = useCase({
  name: 'networks.note-letters',
  title: 'Note which letters to members have gone out',
  may: [administrator],
  input: z.object({}),
  async run(work) {
    const found = await gone(work.tx, work.council, 1000)
    for (const one of found) await setTold(work, one, { on: londonDay(one.sentAt), how: 'By e-mail' })
    return done({ noted: found.length })
  },
})

/** How many letters have gone out that are not noted yet. */
export const countGone = query({
  name: 'networks.count-gone-letters',
  title: 'Count the letters to members that have gone out',
  may: [administrator],
  input: z.object({}),
  run: async ({ tx, council }) => done({ gone: (await gone(tx, council, 1)).length }),
})

/** Each day, letters that went out are noted as told. Where none has, the journal stays as it is. */
export const noteLettersDaily: DailyTask = {
  name: 'networks.note-letters',
  async run(house, council) {
    const actor = { council, account: null, name: 'Remit', roles: [administrator] }
    for (;;) {
      const found = await ask(house, countGone, actor, {})
      if (!found.ok || found.value.gone === 0) return
      if (!(await perform(house, noteLetters, actor, {})).ok) return
    }
  },
}
