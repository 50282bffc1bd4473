import { openDatabase, type Where } from './database.ts'
import { migrate, migrationsIn } from './migrate.ts'
import type { Module } from './module.ts'
import type { House } from './perform.ts'
import { councilsIn } from './tenant.ts'
import type { Lock } from './lock.ts'

export type OpenHouse = House & { lock: Lock | null; close(): Promise<void> }

const ownMigrations = new URL('./migrations/', import.meta.url)

/**
 * Opens the database, brings it up to date module by module, and makes the house that every door is given.
 *
 * Throws FolderHeld where another process has the data folder, and what `migrate` throws.
 */
export async function openHouse(where: Where, modules: Module[]): Promise<OpenHouse> {
  const database = await openDatabase(where)
  try {
    await migrate(database, [
      ...(await migrationsIn('platform', ownMigrations)),
      ...(
        await Promise.all(
          modules.map(async ({ name, migrations }) => (migrations ? migrationsIn(name, migrations) : [])),
        )
      ).flat(),
    ])
  } catch (cause) {
    await database.close()
    throw cause
  }
  return {
    database,
    councils: councilsIn(database),
    clock: () => Temporal.Now.instant(),
    // Without jobs running nobody needs to be woken: the outbox waits for the next server.
    stir: () => {},
    lock: database.lock,
    close: () => database.close(),
  }
}
