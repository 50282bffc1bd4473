import { randomUUID } from 'node:crypto'
import { administrator, roles } from '#authority'
import { z } from 'zod'
import { longDay } from '#platform/days.ts'
import { isoDay } from '#platform/input.ts'
import { newKey } from '#platform/web/program.ts'
import { done, invalid, useCase } from '#platform/use-case.ts'
import { emailField, nameField } from '../people-input.ts'
import { insertProgram } from './store.ts'

/**
 * What a program may sign in as. Never as an administrator: it could then make keys for others, and outlive its own.
 */
export const rolesOfPrograms = roles.filter((role) => role !== administrator)

/** A key that nobody looks at again is the one that is lost: a year at most, then somebody decides anew. */
const longestDays = 366

/**
 * Lets a program of the council sign in to the API by a key. The key is in the answer and nowhere else: it is shown once. What
 * the program may decide or do depends on the posts it is appointed to, like for everybody.
 */
export const addProgram = useCase({
  name: 'accounts.add-program',
  title: 'Let a program sign in',
  may: [administrator],
  shownOnce: 'This program was added already, and its key was shown then.',
  input: z.object({
    name: nameField.meta({ description: 'Its acts and the journal name it so' }),
    roles: z
      .array(z.enum(rolesOfPrograms, `Choose among: ${rolesOfPrograms.join(', ')}.`))
      .min(1, 'Choose at least one.')
      .overwrite((chosen) => rolesOfPrograms.filter((role) => chosen.includes(role))),
    lastDay: isoDay.meta({ description: 'The last day on which it signs in, at most a year ahead' }),
    contact: emailField.meta({ description: 'Whoever answers for it; letters to it go there' }),
  }),
  run: async (work, { name, roles: chosen, lastDay, contact }) => {
    const { tx, council, today, now, actor } = work
    if (Temporal.PlainDate.compare(lastDay, today) < 0) return invalid({ lastDay: `${longDay(lastDay)} is past.` })
    const latest = today.add({ days: longestDays })
    if (Temporal.PlainDate.compare(lastDay, latest) > 0)
      return invalid({ lastDay: `Give a day until ${longDay(latest)}: a key lasts a year at most, then make another.` })
    const account = randomUUID()
    const { key, digest, mark } = newKey()
    const named = `${name} (program)`
    await insertProgram(
      tx,
      council,
      { account, name: named, roles: chosen, contact, until: lastDay.add({ days: 1 }) },
      { digest, mark, by: actor.name },
      now,
    )
    work.about(`account/${account}`)
    work.announce('accounts.program-added', { account })
    return done({ program: account, name: named, roles: chosen, lastDay, mark, key })
  },
})
