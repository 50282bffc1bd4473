import { administrator } from '#authority'
import { z } from 'zod'
import { done, missing, refused, useCase } from '#platform/use-case.ts'
import { accountField } from './people-input.ts'
import { lockPerson, reopenPerson } from './store.ts'

/** Lets somebody sign in again whose account was closed, or is about to be. */
export const reopenAccount = useCase({
  name: 'accounts.reopen-account',
  title: 'Open somebody’s account again',
  may: [administrator],
  input: z.object({ account: accountField }),
  run: async ({ tx, council, about, announce }, { account }) => {
    const person = await lockPerson(tx, council, account)
    if (!person) return missing('There is no such person here.')
    about(`account/${account}`)
    if (person.active && person.closesOn === null) return refused(`The account of ${person.name} is open.`)
    await reopenPerson(tx, council, account)
    announce('accounts.account-opened', { account })
    return done({ account })
  },
})
