import { BadSetting, readConfig, type Config } from './config.ts'
import { FolderHeld, type Holder } from './lock.ts'
import type { Command, CommandContext, Module } from './module.ts'
import type { OpenHouse } from './open-house.ts'
import type { House } from './perform.ts'
import { anyone, type Actor } from './use-case.ts'
import type { Asked, Spoken } from './web/command.ts'

// Only types and small files are imported here: what a command needs is loaded when it is run, so that the ones that need
// no records start at once.

export type Program = {
  /** Commands that need neither records nor the rest of the program, each loaded only when its word is given. */
  quick: Record<string, () => Promise<Command>>
  modules(): Promise<Module[]>
  serve(config: Config, modules: Module[]): Promise<number>
}

/** Words that make no command; the message says how to put them right. */
export class BadWords extends Error {}

/**
 * Runs `remit <words>` and gives the exit code: 0, 1 when something is wrong with the records or the data cannot be had,
 * 2 when the words or settings do not fit.
 */
export async function runCommandLine(words: string[], program: Program): Promise<number> {
  // `remit … | head` closes our output early: that is no failure.
  process.stdout.on('error', (cause: NodeJS.ErrnoException) => {
    process.exit(cause.code === 'EPIPE' ? 0 : 1)
  })
  const speech: Speech = {
    out: (text) => {
      process.stdout.write(text)
    },
    err: (text) => {
      process.stderr.write(text)
    },
  }
  try {
    const config = readConfig(process.env)
    const { word, args, council } = parse(words)
    const quick = program.quick[word]
    if (quick) {
      const house = () => Promise.reject(new Error(`${word} reads no records.`))
      const actor = operator(council ?? config.council, [])
      return await (await quick()).run(args, { house, actor, cwd: process.cwd(), stdin: readStdin, ...speech })
    }
    const modules = await program.modules()
    if (word === 'serve') return await program.serve(config, modules)
    return await runWithHouse(words, { config, modules, quick: program.quick, speech })
  } catch (cause) {
    if (cause instanceof BadSetting || cause instanceof BadWords) {
      speech.err(`${cause.message}\n`)
      return 2
    }
    const { inWords } = await import('./cli/in-words.ts')
    const words = inWords(cause)
    if (words === null) throw cause
    speech.err(`${words}\n`)
    return 1
  }
}

type Speech = Pick<CommandContext, 'out' | 'err'>
type Opened = { config: Config; modules: Module[]; quick: Program['quick'] }

async function runWithHouse(words: string[], given: Opened & { speech: Speech }): Promise<number> {
  const { config, modules, quick, speech } = given
  let opened: Promise<OpenHouse> | null = null
  let read: Promise<Uint8Array> | null = null
  const stdin = () => (read ??= readStdin())
  try {
    return await runCommand(
      words,
      { config, modules, quick },
      { house: () => (opened ??= openPatiently(config, modules)), cwd: process.cwd(), stdin, ...speech },
    )
  } catch (cause) {
    if (!(cause instanceof FolderHeld) || cause.holder.port === null) throw cause
    // Somebody serves from this folder: the work is done there, on the same data, and its words come back here.
    // Standard input goes along only when the command there asks for it: it may be open and never end.
    const asked = { args: words, cwd: process.cwd(), stdin: await (read as Promise<Uint8Array> | null) }
    const first = await forward(cause.holder, asked)
    const spoken = first.wantsStdin ? await forward(cause.holder, { ...asked, stdin: await stdin() }) : first
    speech.out(spoken.out)
    speech.err(spoken.err)
    return spoken.code
  } finally {
    // A house that could not be opened has said so already.
    await (opened as Promise<OpenHouse> | null)?.then(
      (house) => house.close(),
      () => {},
    )
  }
}

/** The command has asked for standard input, which was left behind: it is run again, with it. */
class WantsStdin extends Error {}

/** What the running server does for a command line that found the data folder held: the same, on the open house. */
export async function runHere(
  { args, cwd, stdin }: Asked,
  { config, modules, house }: { config: Config; modules: Module[]; house: House },
): Promise<Spoken> {
  const spoken: Spoken = { out: '', err: '', code: 0 }
  try {
    spoken.code = await runCommand(
      args,
      { config, modules, quick: {} },
      {
        house: async () => house,
        cwd,
        stdin: async () => {
          if (stdin === null) throw new WantsStdin()
          return stdin
        },
        out: (text) => {
          spoken.out += text
        },
        err: (text) => {
          spoken.err += text
        },
      },
    )
  } catch (cause) {
    if (cause instanceof WantsStdin) return { out: '', err: '', code: 0, wantsStdin: true }
    if (!(cause instanceof BadWords)) throw cause
    spoken.err += `${cause.message}\n`
    spoken.code = 2
  }
  return spoken
}

async function runCommand(
  words: string[],
  { config, modules, quick }: Opened,
  context: Omit<CommandContext, 'actor'>,
): Promise<number> {
  const { builtIn, help } = await import('./cli/built-in.ts')
  const { word, args, council } = parse(words)
  const commands = [
    ...builtIn({ config, modules, only: council }),
    ...modules.flatMap((module) => module.commands ?? []),
  ]
  if (word === 'help') {
    context.out(help(commands, await Promise.all(Object.values(quick).map((load) => load()))))
    return 0
  }
  const command = commands.find(({ name }) => name === word)
  if (!command) throw new BadWords(`There is no command called ${word}. See: remit help`)
  return command.run(args, {
    ...context,
    actor: operator(council ?? config.council, modules),
    house: async () => {
      const house = await context.house()
      if (council !== undefined && !(await house.councils.find(council))) {
        throw new BadWords(`There is no council called ${council} here. See: remit council list`)
      }
      return house
    },
  })
}

/** The machine's operator: whoever can run commands here can do anything here, and is named so in the journal. */
export function operator(council: string, modules: Module[]): Actor {
  const asked = modules.flatMap(({ useCases = [], queries = [], offers = [], pages = [] }) => [
    ...useCases,
    ...queries,
    ...offers.map(({ does }) => does),
    ...pages,
  ])
  const roles = new Set(asked.flatMap(({ may }) => may))
  roles.delete(anyone)
  return { council, account: null, name: 'The operator', roles: [...roles] }
}

/** The command, its arguments, and the council named by `--council NAME` or `--council=NAME` anywhere before `--`. */
export function parse(words: string[]): { word: string; args: string[]; council: string | undefined } {
  const rest: string[] = []
  let council: string | undefined
  for (let at = 0; at < words.length; at++) {
    const word = words[at] ?? ''
    if (word === '--') {
      rest.push(...words.slice(at))
      break
    }
    const named = /^--council(?:=(.*))?$/u.exec(word)
    if (!named) {
      rest.push(word)
      continue
    }
    council = named[1] ?? words[++at]
    if (!council || council.startsWith('-')) throw new BadWords('Name the council: --council larkshire')
  }
  const [word = 'help', ...args] = rest
  return { word: word === '--help' || word === '-h' ? 'help' : word, args, council }
}

/** Opens the house; where another command, or a server that is still starting, has the folder, waits for it a while. */
async function openPatiently({ where, demo, secrets, mail }: Config, modules: Module[]): Promise<OpenHouse> {
  const { openHouse } = await import('./open-house.ts')
  const { outsideOf } = await import('./outside.ts')
  const until = performance.now() + 20_000
  for (;;) {
    try {
      const house = await openHouse(where, modules)
      return {
        ...house,
        outside: outsideOf({ loopback: demo, env: process.env, folder: secrets ?? null, mail: mail ?? null }),
      }
    } catch (cause) {
      if (!(cause instanceof FolderHeld) || cause.holder.port !== null || performance.now() > until) throw cause
      await new Promise((wake) => {
        setTimeout(wake, 150)
      })
    }
  }
}

async function forward(holder: Holder, { args, cwd, stdin }: Asked): Promise<Spoken> {
  const { commandPath } = await import('./web/command.ts')
  const answer = await fetch(`http://127.0.0.1:${holder.port}${commandPath}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-remit-key': holder.key },
    body: JSON.stringify({ args, cwd, stdin: stdin && Buffer.from(stdin).toString('base64') }),
  }).catch((cause: unknown) => ({ ok: false, status: (cause as Error).message }) as const)
  if (!answer.ok) {
    const server = `The server that holds the data (process ${holder.pid}, port ${holder.port})`
    return {
      out: '',
      err: `${server} did not do this: ${answer.status}. Look at its log, or stop it and try again.\n`,
      code: 1,
    }
  }
  return (await answer.json()) as Spoken
}

/** All of standard input; nothing where it is a terminal, so that no command waits for typing that nobody knows of. */
async function readStdin(): Promise<Uint8Array> {
  if (process.stdin.isTTY) return new Uint8Array()
  const chunks: Uint8Array[] = []
  for await (const chunk of process.stdin) chunks.push(chunk as Uint8Array)
  return Buffer.concat(chunks)
}
