import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import type { Database } from './database.ts'

/** One forward-only `.sql` file of a module. */
export type Migration = { module: string; name: string; text: string; checksum: string }

/** The database and this program do not fit together; the message says how, and how to mend it. */
export class CannotMigrate extends Error {}

/** Reads the migrations of a module's folder in the order of their names. */
export async function migrationsIn(module: string, folder: URL): Promise<Migration[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort()
  return Promise.all(
    names.map(async (name) => {
      const text = await readFile(new URL(name, folder), 'utf8')
      return { module, name, text, checksum: createHash('sha256').update(text).digest('hex') }
    }),
  )
}

/**
 * Brings the database up to date, each file in a transaction of its own. Modules come in the order given, which is the order
 * in which they may use each other. Returns how many were applied.
 *
 * Throws when an applied file has since been edited (write a new one instead), or when the database holds a migration that
 * this version does not know (the program is older than the database).
 */
export async function migrate(database: Database, migrations: Migration[]): Promise<number> {
  return database.asOwner(async (connection) => {
    // Two servers may start at once on one database: the second waits here and then finds nothing left to do.
    await connection.query('select pg_advisory_lock(7235)', [])
    try {
      await connection.script(`
        create schema if not exists platform;
        create table if not exists platform.migration (
          module text not null, name text not null, checksum text not null,
          applied_at timestamptz not null default now(), primary key (module, name))`)
      const { rows } = await connection.query('select module, name, checksum from platform.migration', [])
      const applied = new Map((rows as Migration[]).map((m) => [`${m.module}/${m.name}`, m.checksum]))
      let count = 0
      for (const { module, name, text, checksum } of migrations) {
        const before = applied.get(`${module}/${name}`)
        applied.delete(`${module}/${name}`)
        if (before === checksum) continue
        if (before)
          throw new CannotMigrate(
            `${module}/${name} was edited after it was applied. Put it back and write a new migration.`,
          )
        try {
          await connection.script('begin')
          await connection.query('insert into platform.migration (module, name, checksum) values ($1, $2, $3)', [
            module,
            name,
            checksum,
          ])
          await connection.script(text)
          await connection.script('commit')
        } catch (cause) {
          await connection.script('rollback')
          throw new CannotMigrate(`Migration ${module}/${name} failed: ${(cause as Error).message}`, { cause })
        }
        count++
      }
      const unknown = [...applied.keys()]
      if (unknown.length)
        throw new CannotMigrate(`The database is newer than this program: it has ${unknown.join(', ')}.`)
      return count
    } finally {
      await connection.query('select pg_advisory_unlock(7235)', [])
    }
  })
}
