import { administrator } from '#authority'
import { z } from 'zod'
import { done, invalid, missing, useCase } from '#platform/use-case.ts'
import { accountField, emailField, nameField } from './people-input.ts'
import { lockPerson, setDetails } from './store.ts'

/** Changes somebody’s name or e-mail address from now on; what they did before keeps the name they had. */
export const changeDetails = useCase({
  name: 'accounts.change-details',
  title: 'Change somebody’s name or address',
  may: [administrator],
  input: z.object({ account: accountField, name: nameField, email: emailField }),
  run: async ({ tx, council, about }, { account, name, email }) => {
    if (!(await lockPerson(tx, council, account))) return missing('There is no such person here.')
    about(`account/${account}`)
    if (!(await setDetails(tx, council, { account, name, email })))
      return invalid({ email: `Somebody else signs in with ${email}.` })
    return done({ account, name, email })
  },
})
