import { administrator } from '#authority'
import type { Command, DailyTask } from '#platform/module.ts'
import { ask, perform } from '#platform/perform.ts'
import { viewWhoseTurn } from './queries.ts'
import { remind } from './remind.ts'

/** Reminders, on each new day of each council. Where nothing is late nothing is done, and the journal stays as it is. */
export const remindDaily: DailyTask = {
  name: 'decisions.remind',
  async run(house, council) {
    const actor = { council, account: null, name: 'Remit', roles: [administrator] }
    const turn = await ask(house, viewWhoseTurn, actor, {})
    if (turn.ok && turn.value.late.length > 0) await perform(house, remind, actor, {})
  },
}

/** `remit remind`: the same by hand, or from a timer of the machine’s own. */
export const remindCommand: Command = {
  name: 'remind',
  usage: 'remind',
  summary: 'Reminds whoever is late by e-mail, at most once a day of each lateness.',
  run: async (_, { house, actor, out, err }) => {
    const outcome = await perform(await house(), remind, actor, {})
    if (!outcome.ok) {
      err(`${[outcome.refusal.what, ...outcome.refusal.because].join(' ')}\n`)
      return 1
    }
    const { letters } = outcome.value
    out(
      letters === 0
        ? 'Nobody is late, or everybody late has been reminded today.\n'
        : `${letters} ${letters === 1 ? 'letter' : 'letters'} written.\n`,
    )
    return 0
  },
}
