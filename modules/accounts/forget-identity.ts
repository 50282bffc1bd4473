import { administrator } from '#authority'
import { z } from 'zod'
import { done, missing, refused, useCase } from '#platform/use-case.ts'
import { accountField } from './people-input.ts'
import { endSessionsOf, findPerson, unlinkIdentities } from './store.ts'

/**
 * Forgets which identity at the identity service somebody is, so that the next verified sign-in with their address
 * links them anew: for when the service gave the person a new identity. Their sessions end.
 */
export const forgetIdentity = useCase({
  name: 'accounts.forget-identity',
  title: 'Let somebody be linked to the identity service anew',
  may: [administrator],
  input: z.object({ account: accountField }),
  run: async ({ tx, council, about }, { account }) => {
    const person = await findPerson(tx, council, account)
    if (!person) return missing('There is no such person here.')
    about(`account/${account}`)
    if ((await unlinkIdentities(tx, council, account)) === 0) {
      return refused(`${person.name} is linked to no identity.`, 'The next sign-in with the address makes the link.')
    }
    return done({ account, ended: await endSessionsOf(tx, council, account) })
  },
})
