import { administrator } from '#authority'
import { z } from 'zod'
import { done, query } from '#platform/use-case.ts'
import { dayShape, momentShape } from '../shapes.ts'
import { programs } from './store.ts'

const shape = z.object({
  program: z.string(),
  name: z.string(),
  roles: z.array(z.string()),
  contact: z.string(),
  mark: z.string().meta({ description: 'The last letters of its key' }),
  madeAt: momentShape,
  madeBy: z.string(),
  lastDay: dayShape,
  usedAt: momentShape.nullable().meta({ description: 'To the minute' }),
  revokedAt: momentShape.nullable(),
  revokedBy: z.string().nullable(),
  state: z.enum(['works', 'ended', 'revoked']),
})

/** The programs that may sign in, or could, those that work first. Their keys are kept nowhere. */
export const listPrograms = query({
  name: 'accounts.list-programs',
  title: 'List the programs that sign in',
  may: [administrator],
  input: z.object({}),
  output: z.object({ programs: z.array(shape) }),
  run: async ({ tx, council, today }) => {
    const found = (await programs(tx, council)).map(({ account, until, ...one }) => {
      const over = Temporal.PlainDate.compare(until, today) <= 0
      const state = one.revokedAt ? ('revoked' as const) : over ? ('ended' as const) : ('works' as const)
      return { ...one, program: account, lastDay: until.subtract({ days: 1 }), state }
    })
    return done({ programs: found.toSorted((a, b) => Number(b.state === 'works') - Number(a.state === 'works')) })
  },
})
