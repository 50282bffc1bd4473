import { PGlite, types } from '@electric-sql/pglite'
import { Kysely, PostgresAdapter, PostgresIntrospector, PostgresQueryCompiler } from 'kysely'
import type { CompiledQuery, DatabaseConnection, Driver, QueryResult } from 'kysely'
import pg from 'pg'
import { outgoing, pgTypes, pgliteParsers, pgliteSerializers } from './values.ts'

export type EngineName = 'pglite' | 'postgres'

/** One connection's worth of SQL: `query` runs one statement with parameters, `script` several without, and gives the rows of all. */
export type Connection = {
  query(text: string, values: readonly unknown[]): Promise<{ rows: unknown[]; count: number }>
  script(text: string): Promise<unknown[]>
}

/** An engine lends connections one at a time to whoever asks; PGlite has only one, so its borrowers queue. */
export type Engine = {
  name: EngineName
  borrow(): Promise<Connection & { giveBack(broken?: boolean): void }>
  /** How pg-boss reaches the same database: with its own idea of types, and never inside a transaction of ours. */
  jobs:
    | { connectionString: string }
    | { db: { executeSql(text: string, values?: unknown[]): Promise<{ rows: unknown[] }> } }
  /** Everything in the database, as a file that restores it. PGlite only; a server is backed up by its own tools. */
  dump(): Promise<Uint8Array>
  close(): Promise<void>
}

/** Opens a PostgreSQL server by its URL. Sixteen connections at most: two cores gain nothing from more. */
export function openPostgres(url: string, connections = 16): Engine {
  const pool = new pg.Pool({ connectionString: url, max: connections, types: pgTypes })
  // An idle connection that the server closes must not end the process; the next borrower gets a fresh one.
  pool.on('error', () => {})
  return {
    name: 'postgres',
    jobs: { connectionString: url },
    borrow: async () => {
      const client = await pool.connect()
      // One statement at a time: pg still queues those of one connection itself, and says that it will not for ever.
      let before: Promise<unknown> = Promise.resolve()
      return {
        query: async (text, values) => {
          const name = statementName(text)
          const turn = before.then(() => client.query({ name, text, values: values.map(outgoing) } as pg.QueryConfig))
          before = turn.catch(() => {})
          const result = await turn
          return { rows: result.rows, count: result.rowCount ?? 0 }
        },
        script: async (text) => {
          const results = (await client.query(text)) as pg.QueryResult | pg.QueryResult[]
          return [results].flat().flatMap(({ rows }) => rows as unknown[])
        },
        giveBack: (broken) => client.release(broken),
      }
    },
    dump: () => Promise.reject(new Error('A PostgreSQL server is backed up with pg_dump.')),
    close: () => pool.end(),
  }
}

// A named statement is parsed and planned once a connection. Names are short and shared; past the bound a statement
// stays unnamed, so that generated SQL cannot fill the server's memory.
const names = new Map<string, string>()
function statementName(text: string): string | undefined {
  const known = names.get(text)
  if (known || names.size >= 500) return known
  const name = `remit_${names.size}`
  names.set(text, name)
  return name
}

// PGlite's own parsers, for the types that ours replace.
const driverParsers = Object.fromEntries(
  [types.INT8, types.DATE, types.TIMESTAMPTZ].map((id) => [id, types.parsers[id]!]),
)

/** Opens the embedded database in a folder, or in memory when none is named; `from` loads an earlier dump first. */
export async function openPglite(folder: string | null, from?: Uint8Array): Promise<Engine> {
  const db = await PGlite.create({
    ...(folder ? { dataDir: folder } : {}),
    ...(from ? { loadDataDir: new Blob([from as Uint8Array<ArrayBuffer>]) } : {}),
    parsers: pgliteParsers,
    serializers: pgliteSerializers,
  })
  let last: Promise<unknown> = Promise.resolve()
  const connection: Connection = {
    query: async (text, values) => {
      const result = await db.query(text, values.map(outgoing))
      return { rows: result.rows, count: result.affectedRows ?? 0 }
    },
    script: async (text) => (await db.exec(text)).flatMap(({ rows }) => rows),
  }
  const borrow = async () => {
    const before = last
    const turn = Promise.withResolvers<void>()
    last = turn.promise
    await before
    return { ...connection, giveBack: () => turn.resolve() }
  }
  return {
    name: 'pglite',
    borrow,
    jobs: {
      db: {
        executeSql: async (text, values) => {
          const turn = await borrow()
          const plain = { parsers: driverParsers }
          try {
            if (values?.length) return await db.query(text, values, plain)
            return { rows: (await db.exec(text, plain)).flatMap(({ rows }) => rows) }
          } catch (cause) {
            // A failed script may have left its own transaction open on the only connection there is.
            await db.exec('rollback').catch(() => {})
            throw cause
          } finally {
            turn.giveBack()
          }
        },
      },
    },
    dump: async () => new Uint8Array(await (await db.dumpDataDir('gzip')).arrayBuffer()),
    close: async () => {
      await last
      await db.exec('checkpoint')
      await db.close()
    },
  }
}

// Kysely is used for its compiler and its types; the wire is ours, so that both engines answer alike.
const adapter = new PostgresAdapter()
const compiler = new PostgresQueryCompiler()

/** A Kysely that speaks on one borrowed connection and can reach no other. Making one costs microseconds. */
export function kyselyOn(connection: Connection): Kysely<unknown> {
  const lent: DatabaseConnection = {
    executeQuery: async <R>({ sql, parameters }: CompiledQuery): Promise<QueryResult<R>> => {
      const { rows, count } = await connection.query(sql, parameters)
      return { rows: rows as R[], numAffectedRows: BigInt(count) }
    },
    streamQuery: () => {
      throw new Error('Read in pages instead of streaming.')
    },
  }
  const nothing = async () => {}
  const driver: Driver = {
    init: nothing,
    acquireConnection: async () => lent,
    beginTransaction: () => Promise.reject(new Error('The transaction is already open.')),
    commitTransaction: nothing,
    rollbackTransaction: nothing,
    releaseConnection: nothing,
    destroy: nothing,
  }
  return new Kysely<unknown>({
    dialect: {
      createAdapter: () => adapter,
      createDriver: () => driver,
      createQueryCompiler: () => compiler,
      createIntrospector: (db) => new PostgresIntrospector(db),
    },
  })
}
