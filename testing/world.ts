import { createHash, randomUUID } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after } from 'node:test'
import { adoptConstitution, type ConstitutionInput } from '#authority'
import { modules } from '#modules'
import { openDatabase, type Database, type Where } from '#platform/database.ts'
import { verifyJournal } from '#platform/journal.ts'
import { migrate, migrationsIn, type Migration } from '#platform/migrate.ts'
import { ask, perform, type House } from '#platform/perform.ts'
import { councilsIn } from '#platform/tenant.ts'
import type { Actor, Outcome, Query, UseCase } from '#platform/use-case.ts'
import { addCouncil, type NewCouncil } from '#platform/add-council.ts'
import type { z } from 'zod'
import { dropDatabase, makeDatabase } from './cluster.ts'
import { larkshire, people } from '../site/demo/larkshire.ts'

/** Which engine the tests run on: the server at REMIT_TEST_URL, else PGlite in memory. */
export const onServer = process.env['REMIT_TEST_URL'] ?? null

/** Whether what runs on the embedded database now runs on a server afterwards. */
export const serverFollows = process.env['REMIT_TEST_THEN'] === 'server'

/** Every migration of the house, in order. */
export async function allMigrations(): Promise<Migration[]> {
  const folders = [{ name: 'platform', migrations: new URL('../platform/migrations/', import.meta.url) }, ...modules]
  return (
    await Promise.all(folders.map(async ({ name, migrations }) => (migrations ? migrationsIn(name, migrations) : [])))
  ).flat()
}

/** An empty, migrated database of this test file's own; closed and dropped when the file ends. Await it at the top of a file. */
export async function aDatabase(): Promise<Database> {
  const migrations = await allMigrations()
  const mark = markOf(migrations)
  if (onServer) return (await onPostgres(onServer, migrations, mark)).database
  const database = await openDatabase({ memory: true, from: await migratedDump(migrations, mark) })
  after(() => database.close())
  return database
}

/** Where a server that a test starts may keep its own migrated database, and how to take that away again. */
export async function aPlace(): Promise<{ where: Where; away: () => Promise<void> }> {
  const migrations = await allMigrations()
  const mark = markOf(migrations)
  if (!onServer) return { where: { memory: true, from: await migratedDump(migrations, mark) }, away: async () => {} }
  const { name, url } = await ownDatabase(onServer, migrations, mark)
  return { where: { url }, away: () => dropDatabase(onServer, name) }
}

/** A database on the server, with the address under which another process reaches it. */
export async function aDatabaseWithUrl(): Promise<{ database: Database; url: string }> {
  if (!onServer) throw new Error('There is no server: skip the test when onServer is null.')
  const migrations = await allMigrations()
  return onPostgres(onServer, migrations, markOf(migrations))
}

const markOf = (migrations: Migration[]): string =>
  createHash('sha256')
    .update(migrations.map(({ checksum }) => checksum).join())
    .digest('hex')
    .slice(0, 16)

// Migrating takes seconds, loading a dump of a migrated database under one: the first file of a run makes it for all.
async function migratedDump(migrations: Migration[], mark: string): Promise<Uint8Array> {
  const folder = join(tmpdir(), 'remit-tests')
  const path = join(folder, `migrated-${mark}.tar.gz`)
  if (!existsSync(path)) {
    const database = await openDatabase({ memory: true })
    await migrate(database, migrations)
    mkdirSync(folder, { recursive: true })
    // Written aside and renamed, so that a file which starts meanwhile never reads half a dump.
    writeFileSync(`${path}.${process.pid}`, await database.dump())
    renameSync(`${path}.${process.pid}`, path)
    await database.close()
  }
  return new Uint8Array(readFileSync(path))
}

async function onPostgres(
  server: string,
  migrations: Migration[],
  mark: string,
): Promise<{ database: Database; url: string }> {
  const { name, url } = await ownDatabase(server, migrations, mark)
  const database = await openDatabase({ url })
  after(async () => {
    await database.close()
    await dropDatabase(server, name)
  })
  return { database, url }
}

async function ownDatabase(
  server: string,
  migrations: Migration[],
  mark: string,
): Promise<{ name: string; url: string }> {
  const template = `remit_template_${mark}`
  const ready = await makeDatabase(server, template).catch((cause: { code?: string }) => {
    // Another file is making it or has made it (42P04), or does so this very moment (23505).
    if (cause.code === '42P04' || cause.code === '23505') return null
    throw cause
  })
  const url = ready ?? Object.assign(new URL(server), { pathname: `/${template}` }).href
  const first = await openDatabase({ url })
  await migrate(first, migrations) // waits for whoever is at it, then finds nothing to do
  await first.close()
  const name = `remit_${randomUUID().replaceAll('-', '')}`
  return { name, url: await copied(server, name, template) }
}

// A template cannot be copied while somebody is connected to it: the file that migrates it may still be.
async function copied(server: string, name: string, template: string): Promise<string> {
  for (let tries = 0; ; tries++) {
    try {
      return await makeDatabase(server, name, template)
    } catch (cause) {
      if ((cause as { code?: string }).code !== '55006' || tries > 200) throw cause
      await new Promise((wake) => setTimeout(wake, 50))
    }
  }
}

export type World = {
  house: House
  council: string
  /** Sets the day (nine in the morning in London) or the very instant. */
  on(day: string): void
  /** Somebody of the council, by first name: `as('Priya')`. */
  as(firstName: string): Actor
  visitor: Actor
  does<In extends z.ZodType, Out>(who: Actor, useCase: UseCase<In, Out>, input: unknown): Promise<Outcome<Out>>
  asks<In extends z.ZodType, Out>(who: Actor, question: Query<In, Out>, input: unknown): Promise<Outcome<Out>>
  /** Breaks in the journal's chain or in what it seals; none in a sound council. */
  breaks(): Promise<string[]>
}

/** A council on a database of its own: Larkshire and its people, or another constitution under another name. */
export async function aCouncil(
  given: { on?: string; council?: NewCouncil; constitution?: ConstitutionInput; database?: Database } = {},
): Promise<World> {
  const database = given.database ?? (await aDatabase())
  const council = given.council ?? { council: 'larkshire', name: 'Larkshire Council', demo: true, people }
  const accounts = await addCouncil(database, council)
  let now = instantOf(given.on ?? '2022-08-01')
  const house: House = { database, councils: councilsIn(database), clock: () => now, stir: () => {} }
  const operator: Actor = { council: council.council, account: null, name: 'Set-up', roles: ['administrator'] }
  const adopted = await perform(house, adoptConstitution, operator, given.constitution ?? larkshire)
  if (!adopted.ok) throw new Error(adopted.refusal.what + adopted.refusal.because.join(' '))
  return {
    house,
    council: council.council,
    on: (day) => {
      now = instantOf(day)
    },
    as: (firstName) => {
      const found = accounts.find(({ name }) => name.startsWith(firstName))
      if (!found) throw new Error(`Nobody in ${council.name} is called ${firstName}.`)
      return { council: council.council, account: found.account, name: found.name, roles: found.roles }
    },
    visitor: { council: council.council, account: null, name: 'A visitor', roles: [] },
    does: (who, useCase, input) => perform(house, useCase, who, input),
    asks: (who, question, input) => ask(house, question, who, input),
    breaks: async () => {
      const kinds = modules.flatMap(({ sealed }) => sealed ?? [])
      const { breaks } = await database.within({ council: council.council, role: 'remit_app' }, (tx) =>
        verifyJournal(tx, council.council, kinds),
      )
      return breaks.map(({ says }) => says)
    },
  }
}

const instantOf = (day: string): Temporal.Instant =>
  day.includes('T')
    ? Temporal.Instant.from(day)
    : Temporal.PlainDate.from(day).toZonedDateTime({ timeZone: 'Europe/London', plainTime: '09:00' }).toInstant()

/** The value of an outcome that must have been done; else fails with the refusal's own words. */
export function must<T>(outcome: Outcome<T>): T {
  if (outcome.ok) return outcome.value
  throw new Error([outcome.refusal.what, ...outcome.refusal.because].join(' '))
}

/** The words of an outcome that must have been refused. */
export function no(outcome: Outcome<unknown>): string {
  if (outcome.ok) throw new Error(`It was done: ${JSON.stringify(outcome.value)}`)
  return [outcome.refusal.what, ...outcome.refusal.because].join(' ')
}
