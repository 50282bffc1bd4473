import { existsSync } from 'node:fs'
import { rename, writeFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { addCouncil } from '../add-council.ts'
import { BadWords } from '../cli.ts'
import type { Config } from '../config.ts'
import { verifyJournal } from '../journal.ts'
import type { Command, CommandContext, Module } from '../module.ts'
import type { House } from '../perform.ts'

type Given = { config: Config; modules: Module[]; only: string | undefined }

/** The commands that belong to no module. `only` is the council that was named, if one was. */
export const builtIn = (given: Given): Command[] => [
  verify(given),
  councils,
  backup(given.config),
  restore(given.config),
]

type Line = Pick<Command, 'usage' | 'summary'>

const serveLine = { name: 'serve', usage: 'serve', summary: 'Starts the server and says where it listens.' }

/** What `remit help` prints. */
export function help(commands: Line[], quick: Line[]): string {
  const lines = [serveLine, ...quick, ...commands.filter(({ usage }) => !quick.some((one) => one.usage === usage))]
  const width = Math.min(40, Math.max(...lines.map(({ usage }) => usage.length)))
  return [
    'Remit carries a council’s decision through.',
    '',
    'Usage: remit <command> [--council NAME]',
    '',
    ...lines.map(({ usage, summary }) =>
      usage.length > width ? `  ${usage}\n  ${' '.repeat(width)}  ${summary}` : `  ${usage.padEnd(width)}  ${summary}`,
    ),
    '',
    'Settings, from the environment:',
    '  PORT (3000), HOST (127.0.0.1), REMIT_DATA (./.data), DATABASE_URL (a PostgreSQL server instead),',
    '  REMIT_COUNCIL (larkshire), REMIT_DEMO (yes), LOG_LEVEL (info), REMIT_SECRETS (a folder),',
    '  REMIT_LIMIT_SIGN_IN, REMIT_LIMIT_UPLOAD and REMIT_LIMIT_SEARCH (60/10), REMIT_NOTIFY_KEY and REMIT_NOTIFY_TEMPLATE',
    '',
  ].join('\n')
}

const verify = ({ config, modules, only }: Given): Command => ({
  name: 'verify',
  usage: 'verify [--expect HASH]',
  summary: 'Proves that no line of the journal and no sealed record was changed since it was written.',
  run: async (args, { house, out, err }) => {
    const expect = option(args, 'expect')
    if (expect !== undefined && !/^[0-9a-f]{64}$/u.test(expect)) {
      throw new BadWords('--expect takes the 64 characters that an earlier verify printed as the head.')
    }
    const { database, councils } = await house()
    const kinds = modules.flatMap((module) => module.sealed ?? [])
    // A head noted earlier is one council's.
    const chosen = only ?? (expect === undefined ? null : config.council)
    const all = (await councils.all()).filter(({ council }) => chosen === null || council === chosen)
    if (all.length === 0) {
      err('There is no council here whose journal could be verified.\n')
      return 1
    }
    let broken = 0
    for (const { council, name } of all) {
      const { lines, head, breaks } = await database.within({ council, role: 'remit_app' }, (tx) =>
        verifyJournal(tx, council, kinds, expect),
      )
      out(`${name}: ${lines} lines, head ${head || '(empty)'}\n`)
      for (const { says } of breaks) out(`  BROKEN: ${says}\n`)
      out(
        breaks.length
          ? `  ${breaks.length} ${breaks.length === 1 ? 'break' : 'breaks'} found.\n`
          : '  Every line follows from the one before, and every sealed record is as it was sealed.\n',
      )
      broken += breaks.length
    }
    return broken ? 1 : 0
  },
})

const councilUsage =
  'council list | council add NAME --name TITLE [--colour #1d4f63] [--address https://…]'
  + ' [--administrator NAME --email ADDRESS] [--demo]'

const councils: Command = {
  name: 'council',
  usage: councilUsage,
  summary: 'Lists the councils on this server, or makes room for one with its first administrator.',
  run: async ([verb, ...args], { house, out, err }) => {
    const opened = await house()
    if (verb === 'add') return addOne(args, opened, { out, err })
    if (verb !== 'list' || args.length > 0) throw new BadWords(`Usage: remit ${councilUsage}`)
    const all = await opened.councils.all()
    if (all.length === 0) out('No council has been set up yet.\n')
    for (const { council, name, demo, daysAhead, address } of all) {
      out(
        `${council}\t${name}${demo ? '\tdemo' : ''}${daysAhead ? `, ${daysAhead} days ahead` : ''}${address ? `\t${address}` : ''}\n`,
      )
    }
    return 0
  },
}

async function addOne(
  args: string[],
  house: House,
  { out, err }: Pick<CommandContext, 'out' | 'err'>,
): Promise<number> {
  const text = { type: 'string' } as const
  const { values, positionals } = words(
    () =>
      parseArgs({
        args,
        strict: true,
        allowPositionals: true,
        options: {
          name: text,
          colour: text,
          address: text,
          administrator: text,
          email: text,
          demo: { type: 'boolean' },
        },
      }),
    `Usage: remit ${councilUsage}`,
  )
  const [council, ...more] = positionals
  const { name, colour, administrator, email, demo = false } = values
  const address = values.address?.replace(/\/$/u, '')
  if (!council || more.length > 0 || !name || (administrator === undefined) !== (email === undefined)) {
    throw new BadWords(`Usage: remit ${councilUsage}`)
  }
  if (!/^[a-z][a-z0-9-]{0,40}$/u.test(council))
    throw new BadWords('A council’s short name has small letters, digits and hyphens: kent-north.')
  if (colour !== undefined && !/^#[0-9a-f]{6}$/u.test(colour))
    throw new BadWords('Write the colour as # and six digits: #1d4f63.')
  if (address !== undefined && !/^https?:\/\/[A-Za-z0-9.-]+(?::\d{1,5})?$/u.test(address)) {
    throw new BadWords('Write the address without a path: https://decisions.kent.gov.uk')
  }
  if (await house.councils.find(council)) {
    err(`There is a council called ${council} already.\n`)
    return 1
  }
  const people = administrator && email ? [{ name: administrator, email, roles: ['administrator'] }] : []
  await addCouncil(house.database, {
    council,
    name,
    demo,
    people,
    ...(colour ? { colour } : {}),
    ...(address ? { address } : {}),
  })
  house.councils.refresh()
  out(
    `${name} is set up as ${council}${administrator ? `, with ${administrator} as its administrator` : ''}.\n`
      + `Next, for it: remit identity set FILE.json, remit people import FILE.csv, remit constitution import FILE.json,\n`
      + `each with --council ${council}.\n`,
  )
  return 0
}

const backup = (config: Config): Command => ({
  name: 'backup',
  usage: 'backup FILE.tar.gz',
  summary: 'Writes the whole embedded database to a file, also while a server is running.',
  run: async (args, { house, cwd, out, err }) => {
    const file = onlyArgument(args, 'Usage: remit backup FILE.tar.gz')
    if ('url' in config.where) {
      err(
        'This database is a PostgreSQL server: back it up with its own tools, for example\n'
          + '  pg_dump --format=custom --file=remit.dump "$DATABASE_URL"\n',
      )
      return 1
    }
    const bytes = await (await house()).database.dump()
    const path = resolve(cwd, file)
    // Written beside its place and then moved, so that a backup is either whole or not there; readable by its owner
    // only.
    await writeFile(`${path}.part`, bytes, { mode: 0o600 })
    await rename(`${path}.part`, path)
    out(
      `${path}: ${bytes.byteLength.toLocaleString('en-GB')} bytes. `
        + `Restore it with: REMIT_DATA=./new-folder remit restore ${file}\n`,
    )
    return 0
  },
})

const restore = (config: Config): Command => ({
  name: 'restore',
  usage: 'restore FILE.tar.gz',
  summary: 'Fills an empty REMIT_DATA folder from a backup.',
  run: async (args, { cwd, out, err }) => {
    const file = onlyArgument(args, 'Usage: REMIT_DATA=./new-folder remit restore FILE.tar.gz')
    if ('url' in config.where) {
      err('A PostgreSQL server is restored with its own tools, for example pg_restore.\n')
      return 1
    }
    if (existsSync(`${config.folder}/db`)) {
      err(
        `${config.folder} holds a database already. `
          + `Restore into a new folder: REMIT_DATA=./new-folder remit restore ${file}\n`,
      )
      return 1
    }
    const { restoreFolder } = await import('./restore.ts')
    await restoreFolder(config.folder, resolve(cwd, file))
    out(`${config.folder} now holds what was in ${file}.\n`)
    return 0
  },
})

function option(args: string[], name: string): string | undefined {
  try {
    const { values } = parseArgs({ args, options: { [name]: { type: 'string' } }, strict: true })
    return values[name] as string | undefined
  } catch (cause) {
    throw new BadWords((cause as Error).message, { cause })
  }
}

function words<T>(parse: () => T, usage: string): T {
  try {
    return parse()
  } catch (cause) {
    throw new BadWords(`${(cause as Error).message}\n${usage}`, { cause })
  }
}

function onlyArgument(args: string[], usage: string): string {
  if (args.length !== 1 || !args[0] || args[0].startsWith('-')) throw new BadWords(usage)
  return args[0]
}
