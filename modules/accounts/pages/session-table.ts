import { sortableTable } from '#govuk'
import type { Html } from '#platform/html.ts'
import type { Session } from '../store.ts'
import { momentWords } from './moments.ts'

/** Sessions in plain words; `last` makes what stands in the last column of each, where there is one. */
export const sessionTable = (sessions: readonly Session[], last: ((session: Session) => Html) | null): Html =>
  sortableTable({
    caption: 'Sessions, the latest used first',
    hideCaption: true,
    columns: [
      { key: 'browser', text: 'Where' },
      { key: 'started', text: 'Signed in' },
      { key: 'seen', text: 'Last used' },
      ...(last ? [{ key: 'end', text: 'End' }] : []),
    ],
    rows: sessions.map((session) => [
      session.browser,
      momentWords(session.startedAt),
      momentWords(session.seenAt ?? session.startedAt),
      ...(last ? [last(session)] : []),
    ]),
  })
