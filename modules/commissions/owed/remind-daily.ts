import { administrator } from '#authority'
import type { DailyTask } from '#platform/module.ts'
import { ask, perform } from '#platform/perform.ts'
import { viewDue } from './view-due.ts'
import { remindOfDue } from './owe.ts'

/** Each day whoever owes something that is due is written to, once. Where nothing is due the journal stays as it is. */
export const remindDaily: DailyTask = {
  name: 'commissions.remind-of-due',
  async run(house, council) {
    const actor = { council, account: null, name: 'Remit', roles: [administrator] }
    const found = await ask(house, viewDue, actor, {})
    if (found.ok && found.value.due.some(({ reminded }) => !reminded)) await perform(house, remindOfDue, actor, {})
  },
}
