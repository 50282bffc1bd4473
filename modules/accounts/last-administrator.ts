import { administrator } from '#authority'
import { refused, type Work } from '#platform/use-case.ts'
import { otherAdministrators, type Person } from './store.ts'

/**
 * Whether a council would be left without anybody who can let people in: true when this person is the only
 * administrator on the day. The rows of all administrators stay locked, so that the last two cannot leave at the same
 * moment.
 */
export async function isLastAdministrator(
  { tx, council }: Work,
  person: Person,
  day: Temporal.PlainDate,
): Promise<boolean> {
  const others = await otherAdministrators(tx, council, person.account, administrator, day)
  return person.roles.includes(administrator) && others === 0
}

/** Says so. */
export const wouldLeaveNobody = (what: string, { name }: Person) =>
  refused(
    what,
    `${name} is the only administrator: nobody could let people in any more.`,
    'Make somebody else an administrator first.',
  )
