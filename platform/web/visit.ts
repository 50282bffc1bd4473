import { randomUUID } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { html } from '../html.ts'
import type { Visit } from '../page.ts'
import { ask, londonDay, perform } from '../perform.ts'
import type { Council } from '../tenant.ts'
import { councilOf, onceOf, pathOf, sentIn, type Doors } from './doors.ts'
import { tokenOf, tripOf } from './security.ts'
import { findSession, visitor, type Known } from './session.ts'

/** One request as a page sees it. The session is looked up only where a cookie came along. */
export async function visitOf(doors: Doors, request: FastifyRequest, reply: FastifyReply): Promise<Visit> {
  const council = await councilOf(doors, request)
  const known = await findSession(doors.house, council.council, tokenOf(request))
  return visitBy(doors, request, reply, council, known)
}

/** A request by somebody known already: for pages that say what went wrong, where looking them up may be what did. */
export async function visitBy(
  doors: Doors,
  request: FastifyRequest,
  reply: FastifyReply,
  council: Council,
  known: Known | null,
): Promise<Visit> {
  const { house, guard, meters } = doors
  const actor = known?.actor ?? visitor(council.council)
  const now = await house.councils.now(council.council, house.clock())
  const queryLists: Record<string, string[]> = {}
  const query: Record<string, string> = {}
  for (const [name, value] of Object.entries(request.query as Record<string, string | string[]>)) {
    const values = [value].flat().map((one) => one.replaceAll(/\r\n?/gu, '\n'))
    queryLists[name] = values
    query[name] = values[0] ?? ''
  }
  return {
    house,
    actor,
    council,
    now,
    query,
    queryLists,
    // Most pages never ask; the calendar costs more than the rest of this.
    get today() {
      return londonDay(now)
    },
    path: pathOf(request.url),
    host: hostOf(request),
    origin: council.address ?? `${request.protocol}://${hostOf(request)}`,
    session: known && { session: known.session, way: known.way },
    trip: tripOf(request),
    params: request.params as Record<string, string>,
    formFields: () => html`<input type="hidden" name="_csrf" value="${guard.formToken(request, reply)}">
<input type="hidden" name="_once" value="${randomUUID()}">`,
    countFor: (what, account) => guard.countBy(what, request, council.council, account),
    ask: (question, input) => ask(house, question, actor, input),
    perform: async (useCase, input, form) => {
      const outcome = await perform(house, useCase, actor, input, form && onceOf(actor, form.once, sentIn(form)))
      meters.performed(useCase.name, outcome)
      return outcome
    },
  }
}

const hostOf = ({ host }: FastifyRequest): string => (/^[a-z0-9.-]+(?::\d{1,5})?$/iu.test(host) ? host : '')
