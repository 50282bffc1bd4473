import { parseArgs } from 'node:util'
import { refuse, words } from '#platform/cli/answers.ts'
import { BadWords } from '#platform/cli.ts'
import { parseDay } from '#platform/days.ts'
import type { Command, CommandContext } from '#platform/module.ts'
import { ask, perform } from '#platform/perform.ts'
import { addProgram } from './add-program.ts'
import { listPrograms } from './list-programs.ts'
import { revokeProgram } from './revoke-program.ts'

const usage =
  'programs list | programs add --name NAME --role ROLE… --until DAY --contact ADDRESS | programs revoke PROGRAM'

/** `remit programs`: which programs of the council sign in to the API. The key alone goes to standard output, once. */
export const programsCommand: Command = {
  name: 'programs',
  usage,
  summary: 'Lists the programs that sign in to the API, adds one and shows its key once, or revokes a key.',
  run: async ([verb, ...rest], context) => {
    if (verb === 'list' && rest.length === 0) return list(context)
    if (verb === 'add') return add(rest, context)
    const [program, ...more] = rest
    if (verb === 'revoke' && program && more.length === 0) return revoke(program, context)
    throw new BadWords(`Usage: remit ${usage}`)
  },
}

async function list({ house, actor, out, err }: CommandContext): Promise<number> {
  const outcome = await ask(await house(), listPrograms, actor, {})
  if (!outcome.ok) return refuse(outcome.refusal, err)
  for (const { program, name, roles, mark, lastDay, state, usedAt } of outcome.value.programs)
    out(
      `${program}\t${name}\t${roles.join('; ')}\t…${mark}\t${state} to ${lastDay.toString()}\tlast used ${usedAt?.toString() ?? 'never'}\n`,
    )
  return 0
}

async function add(args: string[], { house, actor, out, err }: CommandContext): Promise<number> {
  const text = { type: 'string' } as const
  const given = words(
    () =>
      parseArgs({
        args,
        strict: true,
        options: { name: text, contact: text, until: text, role: { type: 'string', multiple: true } },
      }).values,
    usage,
  )
  const lastDay = parseDay(given.until ?? '')
  if (!lastDay) throw new BadWords(`--until takes its last day: write --until 2027-03-31\nUsage: remit ${usage}`)
  const outcome = await perform(await house(), addProgram, actor, { ...given, roles: given.role ?? [], lastDay })
  if (!outcome.ok) return refuse(outcome.refusal, err)
  const { name, program, key } = outcome.value
  err(`${name} may sign in until ${lastDay.toString()} (${program}). Its key, which is shown once:\n`)
  out(`${key}\n`)
  return 0
}

async function revoke(program: string, { house, actor, out, err }: CommandContext): Promise<number> {
  const outcome = await perform(await house(), revokeProgram, actor, { program })
  if (!outcome.ok) return refuse(outcome.refusal, err)
  out(`The key of ${outcome.value.name} is revoked.\n`)
  return 0
}
