import { parseArgs } from 'node:util'
import { refuse, words } from '#platform/cli/answers.ts'
import { givenFile } from '#platform/cli/given-file.ts'
import { BadWords } from '#platform/cli.ts'
import { readCsv } from '#platform/csv.ts'
import { toJson } from '#platform/json.ts'
import type { Command, CommandContext } from '#platform/module.ts'
import { nothingOutside, secretPlaceWords } from '#platform/outside.ts'
import { ask, perform } from '#platform/perform.ts'
import { addPerson } from './add-person.ts'
import { describe, ServiceTrouble } from './identity/provider.ts'
import { troubles } from './identity/trouble.ts'
import { listPeople } from './list-people.ts'
import { readIdentityService } from './read-settings.ts'
import { programsCommand } from './programs/cli.ts'
import { setIdentityService } from './set-identity-service.ts'

const peopleUsage = 'people list | people add --name NAME --email ADDRESS [--role ROLE]… | people import FILE.csv'

/** `remit people`: who may sign in. A file has a line for each: name, address, roles with `;` between them. */
const people: Command = {
  name: 'people',
  usage: peopleUsage,
  summary: 'Lists the people who may sign in, or adds one, or those of a file.',
  run: async ([verb, ...rest], context) => {
    if (verb === 'list' && rest.length === 0) return list(context)
    if (verb === 'add') return add(readPerson(rest), context)
    const [file, ...more] = rest
    if (verb === 'import' && file && more.length === 0) return importFile(file, context)
    throw new BadWords(`Usage: remit ${peopleUsage}`)
  },
}

type Given = { name: string; email: string; roles: string[] }

function readPerson(args: string[]): Given {
  const {
    name,
    email,
    role = [],
  } = words(
    () =>
      parseArgs({
        args,
        strict: true,
        options: { name: { type: 'string' }, email: { type: 'string' }, role: { type: 'string', multiple: true } },
      }).values,
    peopleUsage,
  )
  if (!name || !email) throw new BadWords(`Say who: remit ${peopleUsage}`)
  return { name, email, roles: role }
}

async function list({ house, actor, out, err }: CommandContext): Promise<number> {
  const opened = await house()
  for (let after: string | undefined; ;) {
    const page = await ask(opened, listPeople, actor, { after, size: 500 })
    if (!page.ok) return refuse(page.refusal, err)
    for (const { name, email, roles, active } of page.value.lines) {
      out(`${name}\t${email}\t${roles.join('; ')}${active ? '' : '\tclosed'}\n`)
    }
    if (page.value.next === null) return 0
    after = page.value.next
  }
}

async function add(given: Given, { house, actor, out, err }: CommandContext): Promise<number> {
  const outcome = await perform(await house(), addPerson, actor, given)
  if (!outcome.ok) return refuse(outcome.refusal, err)
  out(`${given.name} may sign in as ${given.roles.join(', ') || 'nobody in particular'}, with ${given.email}.\n`)
  return 0
}

async function importFile(file: string, context: CommandContext): Promise<number> {
  const { rows, openQuoteAt } = readCsv(await readText(file, context))
  if (openQuoteAt !== null)
    throw new BadWords(`${file}, row ${openQuoteAt}: a cell begins with a quote and never ends. Close the quote.`)
  const lines = rows.filter(
    ({ cells: [name, email] }) => !(/^name$/iu.test(name ?? '') && /^e-?mail/iu.test(email ?? '')),
  )
  let wrong = 0
  for (const { cells } of lines) {
    const [name = '', email = '', roles = ''] = cells
    // Each is added by itself: who is there already does not keep the others out.
    wrong += await add(
      {
        name,
        email,
        roles: roles
          .split(';')
          .map((role) => role.trim())
          .filter((role) => role !== ''),
      },
      context,
    )
  }
  context.out(`${lines.length - wrong} of ${lines.length} added.\n`)
  return wrong === 0 ? 0 : 1
}

const identityUsage = 'identity show | identity set FILE.json | identity check'

/** `remit identity`: by which identity service people sign in. The file has what the page asks for, and no secret. */
const identity: Command = {
  name: 'identity',
  usage: identityUsage,
  summary: 'Shows, sets or checks the identity service by which people sign in.',
  run: async ([verb, file, ...more], context) => {
    if (more.length === 0 && verb === 'set' && file) return setFrom(file, context)
    if (file === undefined && verb === 'show') return showService(context)
    if (file === undefined && verb === 'check') return check(context)
    throw new BadWords(`Usage: remit ${identityUsage}`)
  },
}

async function setFrom(file: string, context: CommandContext): Promise<number> {
  const text = await readText(file, context)
  const given = words(() => JSON.parse(text) as unknown, identityUsage)
  const outcome = await perform(await context.house(), setIdentityService, context.actor, given)
  if (!outcome.ok) return refuse(outcome.refusal, context.err)
  context.out(`Version ${outcome.value.version} counts from ${outcome.value.from.toString()}.\n`)
  return 0
}

async function showService({ house, actor, out, err }: CommandContext): Promise<number> {
  const outcome = await ask(await house(), readIdentityService, actor, {})
  if (!outcome.ok) return refuse(outcome.refusal, err)
  const { now } = outcome.value
  out(now ? `${toJson({ from: now.from, service: now.value }, 2)}\n` : 'No identity service is set up.\n')
  if (now?.value.kind === 'oidc') out(`Its secret: ${secretPlaceWords(actor.council, now.value.secret)}\n`)
  return 0
}

async function check({ house, actor, out, err }: CommandContext): Promise<number> {
  const opened = await house()
  const outcome = await ask(opened, readIdentityService, actor, {})
  if (!outcome.ok) return refuse(outcome.refusal, err)
  const service = outcome.value.now?.value
  if (service?.kind !== 'oidc') {
    err('No identity service is set up.\n')
    return 1
  }
  try {
    const { issuer, endsSessions } = await describe(actor.council, service, opened.outside ?? nothingOutside)
    out(`${issuer} answers, and ${endsSessions ? 'can' : 'cannot'} be told that people sign out.\n`)
    return 0
  } catch (cause) {
    if (!(cause instanceof ServiceTrouble)) throw cause
    const { what, because } = troubles[cause.trouble]
    err(`${what}\n  ${because}\n`)
    return 1
  }
}

async function readText(file: string, context: CommandContext): Promise<string> {
  const bytes = await givenFile(file, context)
  return words(() => new TextDecoder('utf-8', { fatal: true }).decode(bytes), 'a file in UTF-8')
}

export const commands: Command[] = [people, identity, programsCommand]
