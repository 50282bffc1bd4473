import { administrator, postsHeldBy } from '#authority'
import { z } from 'zod'
import { longDay } from '#platform/days.ts'
import { isoDay } from '#platform/input.ts'
import { done, invalid, missing, refused, useCase } from '#platform/use-case.ts'
import { isLastAdministrator, wouldLeaveNobody } from './last-administrator.ts'
import { accountField } from './people-input.ts'
import { closePerson, endSessionsOf, lockPerson } from './store.ts'

/**
 * Closes the account of somebody who leaves, from a day on which they can no longer sign in; where that day has come,
 * their sessions end at once. What they did stays, under their name. The posts that they still hold are named, for
 * somebody to take over.
 */
export const closeAccount = useCase({
  name: 'accounts.close-account',
  title: 'Close the account of somebody who leaves',
  may: [administrator],
  input: z.object({
    account: accountField,
    from: isoDay.meta({ type: 'string', format: 'date', description: 'The first day without the account' }),
  }),
  run: async (work, { account, from }) => {
    const { tx, actor, today } = work
    const person = await lockPerson(tx, actor.council, account)
    if (!person) return missing('There is no such person here.')
    work.about(`account/${account}`)
    if (!person.active) {
      return refused(
        `The account of ${person.name} is closed already.`,
        person.closesOn ? `It was closed from ${longDay(person.closesOn)}.` : [],
      )
    }
    if (Temporal.PlainDate.compare(from, today) < 0) {
      return invalid({
        from: `Enter today or a later day: until today the account could be used, and that stays true.`,
      })
    }
    if (account === actor.account) {
      return refused(
        'You cannot close your own account.',
        'Somebody has to see that it was right.',
        'Ask another administrator.',
      )
    }
    if (await isLastAdministrator(work, person, from)) {
      return wouldLeaveNobody('The last administrator’s account cannot be closed.', person)
    }
    const now = Temporal.PlainDate.compare(from, today) === 0
    await closePerson(tx, actor.council, account, from, now)
    const ended = now ? await endSessionsOf(tx, actor.council, account) : 0
    const held = await postsHeldBy(tx, actor.council, account, from)
    work.announce('accounts.account-closed', { account, from: from.toString(), posts: held.map(({ post }) => post) })
    return done({ account, from, ended, holds: held.map(({ post, title }) => ({ post, title })) })
  },
})
