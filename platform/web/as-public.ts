import { html } from '../html.ts'
import type { Visit } from '../page.ts'
import { ask } from '../perform.ts'
import { visitor } from './session.ts'

/** The same request as if somebody unknown had made it: what is shown to it may be given to anybody. It can change nothing. */
export function asPublic(visit: Visit): Visit {
  const actor = visitor(visit.council.council)
  return {
    ...visit,
    actor,
    session: null,
    trip: undefined,
    formFields: () => html``,
    ask: (question, input) => ask(visit.house, question, actor, input),
    perform: () => Promise.reject(new Error('Nothing is done on the way to a document.')),
  }
}
