import { roles } from '#authority'
import { z } from 'zod'
import { text, uuid } from '#platform/input.ts'

/** Somebody by the identifier that Remit gave them. */
export const accountField = uuid.meta({ format: 'uuid', description: 'The person' })

/** What somebody signs in as; none is allowed, for whoever only waits for a role. */
export const rolesField = z
  .array(z.enum(roles, `Choose among: ${roles.join(', ')}.`))
  .max(roles.length)
  .overwrite((chosen) => roles.filter((role) => chosen.includes(role)))

export const nameField = text(120)

/** An address as the identity service will give it; large and small letters are the same. */
export const emailField = z
  .preprocess(
    (given) => (typeof given === 'string' ? given.trim() : given),
    z
      .email('Enter an e-mail address, for example name@example.org.')
      .max(200, 'Shorten this to 200 characters or fewer.'),
  )
  .meta({ type: 'string', format: 'email', description: 'The address that the identity service gives' })
