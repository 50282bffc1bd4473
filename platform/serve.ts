import { existsSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { runHere } from './cli.ts'
import type { Config } from './config.ts'
import { startDaily } from './daily.ts'
import { startJobs } from './jobs.ts'
import { openLog } from './log.ts'
import type { Module } from './module.ts'
import { openHouse } from './open-house.ts'
import { outsideOf } from './outside.ts'
import type { House } from './perform.ts'
import type { Council } from './tenant.ts'
import type { RunCommand } from './web/command.ts'
import type { Frame } from './web/doors.ts'
import { openWeb, type WebOptions } from './web.ts'

export type Served = { port: number; stop(): Promise<void> }

export type Serving = {
  config: Config
  modules: Module[]
  frame: Frame
  /** Fills an empty demo council; run before the doors open. */
  furnish?: ((house: House) => Promise<void>) | undefined
  /** A sentence or two for whoever started the server; standard output unless a test listens. */
  say?: (text: string) => void
  limits?: WebOptions['limits']
}

/**
 * Opens the house, starts what works in the background, and opens the web door. `stop` undoes it in the opposite order:
 * nobody new comes in, who is in is finished with, then jobs, then the database is written out and let go.
 */
export async function serve(serving: Serving): Promise<Served> {
  const {
    config,
    modules,
    frame,
    furnish,
    limits = config.limits,
    say = (text) => process.stdout.write(text),
  } = serving
  const log = openLog(config.logLevel)
  if ('folder' in config.where && !existsSync(`${config.folder}/db`)) {
    say(`Setting up a database in ${config.folder}: the first start takes a little longer.\n`)
  }
  const house = await openHouse(config.where, modules)
  house.outside = outsideOf({
    loopback: config.demo,
    env: process.env,
    folder: config.secrets ?? null,
    mail: config.mail ?? null,
  })
  const undo: (() => Promise<void>)[] = [() => house.close()]
  const stop = async () => {
    for (const step of undo.splice(0).reverse()) await step()
  }
  try {
    await furnish?.(house)
    const jobs = await startJobs(
      house,
      modules.flatMap((module) => module.reactions ?? []),
      log,
      config.mail ?? null,
    )
    undo.push(() => jobs.stop())
    house.stir = () => jobs.stir()
    const daily = startDaily(
      house,
      modules.flatMap((module) => module.daily ?? []),
      log,
    )
    undo.push(() => daily.stop())
    const run: RunCommand = (asked) => runHere(asked, { config, modules, house })
    const app = await openWeb({
      house,
      modules,
      frame,
      log,
      council: config.council,
      ...(limits ? { limits } : {}),
      ...(house.lock ? { commands: { key: house.lock.key, run } } : {}),
    })
    undo.push(() => app.close())
    await app.listen({ port: config.port, host: config.host })
    const { port } = app.server.address() as AddressInfo
    await house.lock?.announce(port)
    say(greeting(config, port, await house.councils.all()))
    return { port, stop }
  } catch (cause) {
    await stop()
    throw cause
  }
}

function greeting({ host, council: usual, where, folder }: Config, port: number, councils: Council[]): string {
  const name = host === '0.0.0.0' || host === '127.0.0.1' ? 'localhost' : host
  const others = councils.filter(({ council }) => council !== usual)
  const own = councils.find(({ council }) => council === usual)
  return [
    `Remit is at http://${name}:${port}`,
    own ? `  for ${own.name}${own.demo ? ' (demo)' : ''}` : `  There is no council called ${usual} here yet.`,
    ...others.map((other) => `  and for ${other.name} at http://${other.council}.${name}:${port}`),
    `  data: ${'url' in where ? 'the PostgreSQL server of DATABASE_URL' : folder}`,
    '',
  ].join('\n')
}

/**
 * Serves until the process is told to end. The first SIGTERM or SIGINT ends it in good order, within ten seconds; a second
 * ends it at once.
 */
export async function serveUntilTold(serving: Serving): Promise<number> {
  const told = Promise.withResolvers<void>()
  let times = 0
  const onSignal = () => {
    if (++times > 1) process.exit(1)
    told.resolve()
  }
  process.on('SIGTERM', onSignal).on('SIGINT', onSignal).on('SIGHUP', onSignal)
  const served = await serve(serving)
  await told.promise
  setTimeout(() => process.exit(1), 10_000).unref()
  await served.stop()
  return 0
}
