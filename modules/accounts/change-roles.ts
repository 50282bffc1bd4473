import { administrator } from '#authority'
import { z } from 'zod'
import { done, missing, refused, useCase } from '#platform/use-case.ts'
import { serviceOn } from './identity/service.ts'
import { isLastAdministrator, wouldLeaveNobody } from './last-administrator.ts'
import { accountField, rolesField } from './people-input.ts'
import { lockPerson, setRoles } from './store.ts'

/** Changes what somebody signs in as: it counts from their next request on. */
export const changeRoles = useCase({
  name: 'accounts.change-roles',
  title: 'Change what somebody signs in as',
  may: [administrator],
  input: z.object({ account: accountField, roles: rolesField }),
  run: async (work, { account, roles }) => {
    const { tx, council, today } = work
    const person = await lockPerson(tx, council, account)
    if (!person) return missing('There is no such person here.')
    work.about(`account/${account}`)
    const service = await serviceOn(tx, council, today)
    if (service?.value.roles) {
      return refused(
        'Roles are given by the identity service.',
        `${service.value.name} says at each sign-in what people are, and would undo this at the next.`,
        'Change the person’s groups there, or let roles be given here on the page about the identity service.',
      )
    }
    if (!roles.includes(administrator) && (await isLastAdministrator(work, person, today))) {
      return wouldLeaveNobody('The last administrator cannot stop being one.', person)
    }
    await setRoles(tx, council, account, roles)
    work.announce('accounts.roles-changed', { account, from: person.roles, to: roles })
    return done({ account, from: person.roles, roles })
  },
})
