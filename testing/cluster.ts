import { execFileSync, spawn, type ChildProcess } from 'node:child_process'
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'

/** A throw-away PostgreSQL cluster of our own, on loopback and a free port. */
export type Cluster = { url: string; stop(): Promise<void> }

/** The folder with initdb and postgres in it, or null when no server is installed. */
export function serverBinaries(): string | null {
  const places = [
    process.env['PG_BINDIR'],
    fromPgConfig(),
    ...newestFirst('/usr/lib/postgresql'),
    '/usr/local/bin',
    '/opt/homebrew/bin',
    '/usr/bin',
  ]
  return (
    places.find((place) => place && existsSync(join(place, 'initdb')) && existsSync(join(place, 'postgres'))) ?? null
  )
}

/**
 * Starts a cluster in a temporary folder; as root, under the user `postgres`, because the server refuses to run as root. Tests have it
 * `forget` what a power cut would take, since they pull no plug and nobody keeps their data; what is measured does not.
 */
export async function startCluster(binaries: string, { forget = false } = {}): Promise<Cluster> {
  const folder = mkdtempSync(join(tmpdir(), 'remit-pg-'))
  const user = process.getuid?.() === 0 ? unprivileged() : {}
  if (user.uid !== undefined) chownSync(folder, user.uid, user.gid ?? user.uid)
  execFileSync(
    join(binaries, 'initdb'),
    ['-D', join(folder, 'data'), '-U', 'remit', '-A', 'trust', '-E', 'UTF8', '--no-locale'],
    { stdio: 'ignore', ...user },
  )
  const port = await freePort()
  const server = spawn(
    join(binaries, 'postgres'),
    [
      '-D',
      join(folder, 'data'),
      '-p',
      String(port),
      '-k',
      folder,
      '-c',
      'listen_addresses=127.0.0.1',
      '-c',
      'max_connections=200',
      '-c',
      'timezone=Europe/London',
      ...(forget ? ['-c', 'fsync=off', '-c', 'full_page_writes=off'] : []),
    ],
    { stdio: 'ignore', ...user },
  )
  const url = `postgres://remit@127.0.0.1:${port}/postgres`
  await answering(url, server)
  return {
    url,
    stop: async () => {
      // SIGINT asks postgres for a fast shutdown: open sessions are ended, data is written.
      if (server.exitCode === null) {
        const ended = new Promise((resolve) => server.once('exit', resolve))
        server.kill('SIGINT')
        await ended
      }
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** A database of its own on a server, made from a template when one is named. */
export async function makeDatabase(url: string, name: string, template?: string): Promise<string> {
  await onServer(url, `create database ${name}${template ? ` template ${template}` : ''}`)
  const made = new URL(url)
  made.pathname = `/${name}`
  return made.href
}

export const dropDatabase = (url: string, name: string): Promise<void> =>
  onServer(url, `drop database if exists ${name} with (force)`)

async function onServer(url: string, statement: string) {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}

function fromPgConfig(): string | null {
  try {
    return execFileSync('pg_config', ['--bindir'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim()
  } catch {
    return null
  }
}

const newestFirst = (folder: string): string[] =>
  existsSync(folder)
    ? readdirSync(folder)
        .sort((a, b) => Number(b) - Number(a))
        .map((version) => join(folder, version, 'bin'))
    : []

function unprivileged(): { uid?: number; gid?: number } {
  for (const name of ['postgres', 'nobody']) {
    try {
      const id = (flag: string) =>
        Number(execFileSync('id', [flag, name], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }))
      return { uid: id('-u'), gid: id('-g') }
    } catch {
      /* no such user here: try the next */
    }
  }
  return {}
}

async function answering(url: string, server: ChildProcess) {
  for (let tries = 0; tries < 150; tries++) {
    if (server.exitCode !== null)
      throw new Error(`The PostgreSQL server ended with code ${server.exitCode} before it answered.`)
    const client = new pg.Client({ connectionString: url })
    try {
      await client.connect()
      return
    } catch {
      await sleep(100)
    } finally {
      await client.end().catch(() => {})
    }
  }
  throw new Error('The PostgreSQL server did not answer within 15 seconds.')
}

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() =>
        typeof address === 'object' && address ? resolve(address.port) : reject(new Error('No free port.')),
      )
    })
  })
