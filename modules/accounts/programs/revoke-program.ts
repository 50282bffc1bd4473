import { administrator } from '#authority'
import { z } from 'zod'
import { uuid } from '#platform/input.ts'
import { done, missing, refused, useCase } from '#platform/use-case.ts'
import { lockProgram, revoke } from './store.ts'

/** Takes a program's key away: it counts from its next request on. What it did stays done, in its name. */
export const revokeProgram = useCase({
  name: 'accounts.revoke-program',
  title: 'Revoke a program’s key',
  may: [administrator],
  input: z.object({ program: uuid.meta({ format: 'uuid', description: 'The program' }) }),
  run: async (work, { program }) => {
    const { tx, council, now, actor } = work
    const found = await lockProgram(tx, council, program)
    if (!found) return missing('There is no such program here.')
    work.about(`account/${program}`)
    if (found.revokedAt) return refused(`The key of ${found.name} was revoked already.`)
    await revoke(tx, council, program, actor.name, now)
    work.announce('accounts.program-revoked', { account: program })
    return done({ program, name: found.name })
  },
})
