import { z } from 'zod'
import { democraticServices, officer, scrutiny } from '#authority'
import { ref } from '#platform/input.ts'
import { done, missing, query } from '#platform/use-case.ts'
import { answeredRequests, findRequest, openRequests } from './store.ts'

const size = 50

/** Requests for documents: one's own for a member, everybody's for those who answer. */
export const viewDocumentRequests = query({
  name: 'decisions.view-document-requests',
  title: 'See who asks for which documents',
  may: [scrutiny, democraticServices, officer],
  input: z.object({}),
  async run({ tx, actor }) {
    const account = actor.roles.includes(democraticServices) || actor.roles.includes(officer) ? null : actor.account
    return done({
      open: await openRequests(tx, actor.council, account, size),
      answered: await answeredRequests(tx, actor.council, account, size),
    })
  },
})

/** One request, for whoever asked and for those who answer. */
export const viewDocumentRequest = query({
  name: 'decisions.view-document-request',
  title: 'See a request for a document',
  may: [scrutiny, democraticServices, officer],
  input: z.object({ request: ref }),
  async run({ tx, actor }, { request }) {
    const found = await findRequest(tx, actor.council, request)
    const answers = actor.roles.includes(democraticServices) || actor.roles.includes(officer)
    return found && (answers || found.askedAccount === actor.account)
      ? done({ request: found, answers })
      : missing(`There is no request ${request} of yours.`)
  },
})
