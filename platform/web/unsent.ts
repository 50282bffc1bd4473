import type { FastifyRequest } from 'fastify'
import type { Form, Reply, Visit } from '../page.ts'
import type { Refusal } from '../use-case.ts'
import type { Doors, Trouble } from './doors.ts'

/** A form that was not taken, so that whoever typed it does not have to type it again. */
export type Unsent = {
  /** Where it was sent. */
  action: string
  fields: [name: string, value: string][]
  /** How many files came with it: a page cannot give those back. */
  files: number
}

/**
 * What was typed into a form that is turned away, or null where it may not be shown: a form that another site sent, or
 * that nobody says where it came from, would put a stranger's words on a page of ours with a button under them.
 */
export function unsentOf(request: FastifyRequest, form: Form): Unsent | null {
  if (request.headers['sec-fetch-site'] !== 'same-origin') return null
  const fields = Object.entries(form.lists)
    .filter(([name]) => name !== '_csrf' && name !== '_once')
    .flatMap(([name, values]) => values.map((value): [string, string] => [name, value]))
  return { action: request.url, fields, files: form.files.length }
}

/** The answer to a form that was typed while somebody was signed in, and sent when nobody was any more. */
export const signedOutMeanwhile = (doors: Doors, visit: Visit, unsent: Unsent): Reply =>
  troubled(doors, visit, {
    status: 403,
    what: 'You have been signed out, and this was not sent.',
    because: ['A session ends some time after it was last used, or when you sign out elsewhere.'],
    next: 'Sign in again in another tab, come back to this one, and send it again.',
    unsent,
  })

/** The answer to a form that was opened by somebody who may, and sent by somebody who may not. */
export const notThisPerson = (doors: Doors, visit: Visit, { what, because, next }: Refusal, unsent: Unsent): Reply =>
  troubled(doors, visit, { status: 403, what, because, next, unsent })

/** The answer to a form that was opened in another session than the one in which it was sent. */
export const openedElsewhere = (doors: Doors, visit: Visit, unsent: Unsent): Reply =>
  troubled(doors, visit, {
    status: 403,
    what: 'This was not sent yet.',
    because: [
      visit.actor.account === null
        ? 'The page was opened in another session, or cookies are turned off.'
        : `The page was opened before you signed in as you are now, as ${visit.actor.name}.`,
    ],
    next: 'Look at what you typed, and send it again if you still mean to.',
    unsent,
  })

const troubled = (doors: Doors, visit: Visit, trouble: Trouble): Reply => ({
  view: doors.frame.trouble(visit, trouble),
  status: trouble.status,
})
