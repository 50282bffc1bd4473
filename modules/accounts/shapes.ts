import { z } from 'zod'

/** What this module answers with. Only administrators see others; everybody sees their own sessions. */
export const dayShape = z
  .instanceof(Temporal.PlainDate)
  .meta({ type: 'string', format: 'date', description: 'A day as year-month-day' })
export const momentShape = z
  .instanceof(Temporal.Instant)
  .meta({ type: 'string', format: 'date-time', description: 'A moment in UTC' })

export const personShape = z.object({
  account: z.string(),
  name: z.string(),
  email: z.string(),
  roles: z.array(z.string()),
  active: z.boolean(),
  closesOn: dayShape.nullable().meta({ description: 'The first day on which they can no longer sign in' }),
  signedInAt: momentShape.nullable(),
  isPersona: z.boolean().meta({ description: 'Picked from a list in a demo council' }),
})

export const sessionShape = z.object({
  session: z.string(),
  startedAt: momentShape,
  seenAt: momentShape.nullable(),
  expiresAt: momentShape,
  browser: z.string(),
  way: z.enum(['persona', 'identity-service']),
})
