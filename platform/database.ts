import { AsyncLocalStorage } from 'node:async_hooks'
import { sql, type Kysely, type RawBuilder } from 'kysely'
import { kyselyOn, openPglite, openPostgres, type Connection, type Engine } from './engine.ts'
import { lockFolder, type Lock } from './lock.ts'

/** A transaction. Modules see no other handle, so nothing can be written outside one. */
export type Tx = Kysely<unknown>

/** Who the database thinks we are: what row-level security lets through. */
export type Scope = {
  council: string
  /** `remit_app` reads and writes its council's rows; `remit_public` reads only what is published. Neither owns anything. */
  role: 'remit_app' | 'remit_public'
}

export type Database = {
  engine: Engine['name']
  jobs: Engine['jobs']
  /** Runs `body` in one transaction seen as `scope`; commits its value, or rolls everything back when it throws. */
  within<T>(scope: Scope, body: (tx: Tx) => Promise<T>): Promise<T>
  /** Runs `body` on one connection as the owner, outside row-level security: migrations, the relay, backups. */
  asOwner<T>(body: (connection: Connection) => Promise<T>): Promise<T>
  dump(): Promise<Uint8Array>
  close(): Promise<void>
}

export type Where = { url: string } | { folder: string } | { memory: true; from?: Uint8Array }

/** Opens the database that the configuration names. A folder already held by another process is refused (see lock.ts). */
export async function openDatabase(where: Where): Promise<Database & { lock: Lock | null }> {
  if ('url' in where) return { ...databaseOver(openPostgres(where.url)), lock: null }
  if ('memory' in where) return { ...databaseOver(await openPglite(null, where.from)), lock: null }
  const lock = await lockFolder(where.folder)
  const database = databaseOver(await openPglite(`${where.folder}/db`))
  return {
    ...database,
    lock,
    close: async () => {
      await database.close()
      await lock.release()
    },
  }
}

// Borrowing a second connection inside a transaction hangs PGlite for ever and hides bugs on a server: refuse at once.
const inside = new AsyncLocalStorage<true>()
/** A database over an engine that is already open. */
export function databaseOver(engine: Engine): Database {
  const borrowed = async <T>(body: (connection: Connection) => Promise<T>): Promise<T> => {
    if (inside.getStore()) throw new Error('A transaction is already open here: use the tx you were given.')
    const connection = await engine.borrow()
    let broken = true
    try {
      const value = await inside.run(true, () => body(connection))
      broken = false
      return value
    } finally {
      connection.giveBack(broken)
    }
  }
  return {
    engine: engine.name,
    jobs: engine.jobs,
    within: (scope, body) => {
      const opening = opens(scope)
      return borrowed(async (connection) => {
        await connection.script(opening)
        const done = await settle(body(kyselyOn(connection)))
        await connection.script(done.ok ? 'commit' : 'rollback')
        return done
      }).then(unwrap)
    },
    asOwner: borrowed,
    dump: () => engine.dump(),
    close: () => engine.close(),
  }
}

type Settled<T> = { ok: true; value: T } | { ok: false; cause: unknown }

const settle = <T>(promise: Promise<T>): Promise<Settled<T>> =>
  promise.then(
    (value) => ({ ok: true, value }),
    (cause: unknown) => ({ ok: false, cause }),
  )

function unwrap<T>(settled: Settled<T>): T {
  if (settled.ok) return settled.value
  throw settled.cause
}

const councilShape = /^[a-z][a-z0-9-]{0,40}$/u

// One round trip opens the transaction and says who we are. The shape check is what makes the quoting safe.
function opens({ council, role }: Scope): string {
  if (!councilShape.test(council)) throw new Error(`Not a council's short name: ${council}`)
  return `begin; set local role ${role}; set local remit.council = '${council}'`
}

/** All rows of a statement. The compiler takes the word of whoever writes `R`; the tests of each store run every statement. */
export async function rows<R>(tx: Tx, statement: RawBuilder<unknown>): Promise<R[]> {
  return (await statement.execute(tx)).rows as R[]
}

/** The first row of a statement, or null. */
export async function row<R>(tx: Tx, statement: RawBuilder<unknown>): Promise<R | null> {
  return (await rows<R>(tx, statement))[0] ?? null
}

export { sql }
