import { administrator, roles } from '#authority'
import { z } from 'zod'
import { text } from '#platform/input.ts'
import { done, missing, useCase } from '#platform/use-case.ts'
import { isLastAdministrator } from '../last-administrator.ts'
import { accountField, rolesField } from '../people-input.ts'
import { lockPerson, setRoles } from '../store.ts'
import { doorkeeper } from './accept-identity.ts'

/**
 * Gives somebody the roles that the identity service gives them, and takes the others away; a line of the journal of
 * its own, which says from what to what and by which groups. The last administrator stays one whatever the service
 * says: otherwise nobody could put it right.
 */
export const applyRoles = useCase({
  name: 'accounts.apply-roles',
  title: 'Give somebody the roles that the identity service gives',
  may: [doorkeeper],
  input: z.object({
    account: accountField,
    from: z.array(text(80)).max(50),
    to: rolesField,
    groups: z.array(text(300)).max(200),
  }),
  run: async (work, { account, to }) => {
    const { tx, council, today } = work
    const person = await lockPerson(tx, council, account)
    if (!person) return missing('There is no such person here.')
    work.about(`account/${account}`)
    const keeps = !to.includes(administrator) && (await isLastAdministrator(work, person, today))
    const given = roles.filter((role) => to.includes(role) || (keeps && role === administrator))
    await setRoles(tx, council, account, given)
    work.announce('accounts.roles-changed', { account, from: person.roles, to: given })
    return done({ account, roles: given, keeps })
  },
})
