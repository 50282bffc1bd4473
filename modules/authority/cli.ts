import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { BadWords } from '#platform/cli.ts'
import { longDay, parseDay } from '#platform/days.ts'
import { toJson } from '#platform/json.ts'
import type { Command, CommandContext } from '#platform/module.ts'
import { parsePounds, pounds } from '#platform/money.ts'
import { ask, perform } from '#platform/perform.ts'
import type { Refusal } from '#platform/use-case.ts'
import { adoptConstitution } from './adopt-constitution.ts'
import { powerNames, powerWords } from './powers.ts'
import { evidenced, why } from './why.ts'

const whyUsage = 'why --post POST --power POWER [--subject SUBJECT] [--pounds SUM] [--day DAY] [--json]'

/** `remit why`: exit code 0 when something allows it, 1 when nothing does, 2 when the words do not fit. */
const whyCommand: Command = {
  name: 'why',
  usage: whyUsage,
  summary: 'Says whether a post may do something, and why or why not, mandate by mandate.',
  run: async (args, { house, actor, out, err }) => {
    const { json, ...asked } = readWhy(args)
    const outcome = await ask(await house(), why, actor, asked)
    if (!outcome.ok) return refuse(outcome.refusal, err)
    out(json ? `${toJson(outcome.value, 2)}\n` : inWords(outcome.value))
    return outcome.value.may ? 0 : 1
  },
}

function readWhy(args: string[]) {
  const text = { type: 'string' } as const
  const given = words(() => parseArgs({ args, strict: true, options: { post: text, power: text, subject: text, pounds: text, day: text, json: { type: 'boolean' } } }).values, whyUsage)
  const { post, power, subject = '', pounds: sum, day, json = false } = given
  if (!post || !power) throw new BadWords(`Say which post and which power: remit ${whyUsage}\nPowers: ${powerNames.join(', ')}`)
  const pence = sum === undefined ? 0n : parsePounds(sum)
  if (pence === null) throw new BadWords(`--pounds takes an amount in pounds, not "${sum}": write --pounds 15,000`)
  const on = day === undefined ? undefined : parseDay(day)
  if (on === null) throw new BadWords(`--day takes a day, not "${day}": write --day 2022-08-05`)
  return { post, power, subject, pence, day: on, json }
}

type Answer = Extract<Awaited<ReturnType<typeof why.run>>, { ok: true }>['value']

function inWords({ post, power, pence, day, may, considered }: Answer): string {
  const deed = `${powerWords(power)}${pence > 0n ? ` worth ${pounds(pence)}` : ''} on ${longDay(day)}`
  const lines = [`${may ? 'Yes' : 'No'}: the ${post.title} ${may ? 'may' : 'may not'} ${deed}.`]
  if (!considered.length) lines.push('No decision and no entry in the scheme of delegation gives it that power.')
  for (const { mandate, from, ceiling, left, allows, stillToShow, rules } of considered) {
    lines.push('', `${mandate.ref}, from ${from} (${ceiling}${left === null ? '' : `; ${pounds(left)} left`}): ${allows ? 'allows it' : 'does not allow it'}`)
    for (const { rule, outcome, says } of rules) if (rule !== evidenced || outcome === 'met') lines.push(`  ${outcome === 'met' ? '+' : '-'} ${says}`)
    for (const condition of stillToShow) lines.push(`  ? still to be shown: ${condition}`)
  }
  return `${lines.join('\n')}\n`
}

const importUsage = 'constitution import FILE'

/** `remit constitution import FILE`: adopts a constitution, or its next version, from JSON; `-` reads standard input. */
const constitutionCommand: Command = {
  name: 'constitution',
  usage: importUsage,
  summary: 'Adopts a constitution, or its next version, from a JSON file: posts, holders, scheme, settings.',
  run: async (args, context) => {
    const [verb, file, ...more] = args
    if (verb !== 'import' || !file || more.length) throw new BadWords(`Usage: remit ${importUsage}`)
    const document = await readDocument(file, context)
    const outcome = await perform(await context.house(), adoptConstitution, context.actor, document)
    if (!outcome.ok) return refuse(outcome.refusal, context.err)
    context.out(`Version ${outcome.value.version} of the constitution is adopted.\n`)
    return 0
  },
}

async function readDocument(file: string, { cwd, stdin }: CommandContext): Promise<unknown> {
  const bytes = file === '-' ? await stdin() : await readFile(resolve(cwd, file)).catch((cause: NodeJS.ErrnoException) => {
    throw new BadWords(cause.code === 'ENOENT' ? `There is no file ${file}.` : `${file} cannot be read: ${cause.message}`, { cause })
  })
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) as unknown
  } catch (cause) {
    throw new BadWords(`${file} is not JSON in UTF-8: ${(cause as Error).message}`, { cause })
  }
}

/** What a refusal looks like on a terminal: the sentence, each reason, what to do next. */
function refuse({ what, because, next }: Refusal, err: CommandContext['err']): number {
  err(`${[what, ...because.map((reason) => `  ${reason}`), ...(next ? [next] : [])].join('\n')}\n`)
  return 1
}

function words<T>(parse: () => T, usage: string): T {
  try {
    return parse()
  } catch (cause) {
    throw new BadWords(`${(cause as Error).message}\nUsage: remit ${usage}`, { cause })
  }
}

export const commands: Command[] = [whyCommand, constitutionCommand]
