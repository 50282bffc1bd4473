import { randomUUID } from 'node:crypto'
import { administrator } from '#authority'
import { z } from 'zod'
import { done, invalid, useCase } from '#platform/use-case.ts'
import { emailField, nameField, rolesField } from './people-input.ts'
import { insertPerson } from './store.ts'

/**
 * Lets somebody sign in, known by the e-mail address that the identity service gives. Which posts they hold is
 * authority’s business.
 */
export const addPerson = useCase({
  name: 'accounts.add-person',
  title: 'Add somebody who may sign in',
  may: [administrator],
  input: z.object({ name: nameField, email: emailField, roles: rolesField }),
  run: async ({ tx, council, about, announce }, { name, email, roles }) => {
    const account = randomUUID()
    if (!(await insertPerson(tx, council, { account, name, email, roles }))) {
      return invalid({
        email: `Somebody signs in with ${email} already. Look for them among the people, also among those who left.`,
      })
    }
    about(`account/${account}`)
    announce('accounts.person-added', { account })
    return done({ account, name, email, roles })
  },
})
