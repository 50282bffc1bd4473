import type { Database, Scope, Tx } from './database.ts'
import { writeEntries, writeEntry, type Entry } from './journal.ts'

/** Does its work in a transaction, and gives its journal line to `last`, which writes it when everything else is written. */
export type Body<T> = (tx: Tx, last: (entry: Entry) => Promise<void>) => Promise<T>

/** A transaction of one's own. */
export const alone = <T>(database: Database, scope: Scope, body: Body<T>): Promise<T> =>
  database.within(scope, (tx) => body(tx, (entry) => writeEntry(tx, entry)))

type Member = { scope: Scope; body: Body<unknown>; resolve(value: unknown): void; reject(cause: unknown): void }

// So many at once: more would make the first wait longer than it saves the last.
const most = 64

// What waits for its turn, by database and council; a council is absent while nothing of its is under way.
const queues = new WeakMap<Database, Map<string, Member[]>>()

/**
 * A transaction shared with whoever else arrives while another is under way; nobody waits for company. Their bodies run side by
 * side, so that what they have in common can be asked once (`askedOnce`) and written in one statement (`inOneGo`). The journal's
 * head is locked once for all of them, at the end, and none is told that it is done before all are committed. If one fails,
 * nothing of the transaction stands: that one is done again in a transaction of its own and the others together, so that nobody
 * fails for somebody else's reason.
 */
export function withOthers<T>(database: Database, scope: Scope, body: Body<T>): Promise<T> {
  const waits = Promise.withResolvers<T>()
  const member: Member = { scope, body, resolve: (value) => waits.resolve(value as T), reject: waits.reject }
  const councils = queues.get(database) ?? new Map<string, Member[]>()
  queues.set(database, councils)
  const queue = councils.get(scope.council)
  if (queue) queue.push(member)
  else {
    councils.set(scope.council, [member])
    void empty(database, councils, scope.council)
  }
  return waits.promise
}

async function empty(database: Database, councils: Map<string, Member[]>, council: string): Promise<void> {
  for (let queue = councils.get(council); queue?.length; queue = councils.get(council)) {
    const members = queue.splice(0, most)
    const failed = members.length > 1 ? await together(database, members) : members
    const others = members.filter((one) => !failed.includes(one))
    // A second failure among those who are left is rare enough to do each by itself.
    const left = failed.length > 0 && others.length > 1 ? await together(database, others) : []
    await onItsOwn(database, [...failed, ...(left.length > 0 ? others : [])])
  }
  councils.delete(council)
}

async function onItsOwn(database: Database, members: readonly Member[]): Promise<void> {
  for (const { scope, body, resolve, reject } of members) await alone(database, scope, body).then(resolve, reject)
}

/** Tells everybody what came of it and gives nobody; or, when nothing stands, gives whoever has to be done alone. */
async function together(database: Database, members: readonly Member[]): Promise<readonly Member[]> {
  const [first] = members
  if (!first) return []
  // The first to fail is the reason; after it a statement of anybody else's may fail for that alone.
  let failed: Member | undefined
  try {
    const values = await database.within(first.scope, async (tx) => {
      const entries: Entry[][] = members.map(() => [])
      shared.set(tx, { asked: new Map(), waiting: new Map() })
      const done = await Promise.allSettled(
        members.map((member, at) =>
          member
            .body(tx, async (entry) => {
              entries[at]?.push(entry)
            })
            .catch((cause: unknown) => {
              failed ??= member
              throw cause
            }),
        ),
      )
      const values = done.map((one) => {
        if (one.status === 'rejected') throw one.reason
        return one.value
      })
      await writeEntries(tx, entries.flat())
      return values
    })
    members.forEach(({ resolve }, at) => resolve(values[at]))
    return []
  } catch {
    // Without a culprit it was the journal or the commit: then each for itself.
    return failed ? [failed] : members
  }
}

type Go = { item: unknown; resolve(value: unknown): void; reject(cause: unknown): void }
type Shared = { asked: Map<string, Promise<unknown>>; waiting: Map<string, Go[]> }

// Only transactions that are shared stand here.
const shared = new WeakMap<Tx, Shared>()

/** What `ask` finds, asked once in a transaction that several share. Only for what none of them changes. */
export function askedOnce<T>(tx: Tx, name: string, ask: () => Promise<T>): Promise<T> {
  const asked = shared.get(tx)?.asked
  if (!asked) return ask()
  const found = (asked.get(name) as Promise<T> | undefined) ?? ask()
  asked.set(name, found)
  return found
}

/**
 * Gives `item` to `all` together with what others who share the transaction give under the same name and have come as far; `all`
 * answers item by item, in their order. In a transaction of one's own it is given at once, alone.
 */
export async function inOneGo<In, Out>(
  tx: Tx,
  name: string,
  item: In,
  all: (items: In[]) => Promise<Out[]>,
): Promise<Out> {
  const waiting = shared.get(tx)?.waiting
  if (!waiting) return (await all([item]))[0] as Out
  const goes = waiting.get(name) ?? []
  const mine = Promise.withResolvers<Out>()
  goes.push({ item, resolve: (value) => mine.resolve(value as Out), reject: mine.reject })
  if (goes.length === 1) {
    waiting.set(name, goes)
    // By then everybody who waited for the same answer has gone on as far as they can without another.
    setImmediate(() => {
      waiting.delete(name)
      all(goes.map((one) => one.item as In)).then(
        (outs) => goes.forEach(({ resolve }, at) => resolve(outs[at])),
        (cause: unknown) => goes.forEach(({ reject }) => reject(cause)),
      )
    })
  }
  return mine.promise
}
