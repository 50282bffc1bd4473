import { basename } from 'node:path'
import { parseArgs } from 'node:util'
import { refuse, words } from '#platform/cli/answers.ts'
import { givenFile } from '#platform/cli/given-file.ts'
import { BadWords } from '#platform/cli.ts'
import { longDay, parseDay } from '#platform/days.ts'
import { toJson } from '#platform/json.ts'
import type { Command, CommandContext } from '#platform/module.ts'
import { parsePounds, pounds } from '#platform/money.ts'
import { ask, perform } from '#platform/perform.ts'
import { adoptConstitution } from './adopt-constitution.ts'
import { adoptProposed, discardProposed } from './import/import-constitution.ts'
import { proposeSheets } from './import/sheets/give-sheets.ts'
import { sheetNames } from './import/sheets/sheet.ts'
import { exportSheet } from './import/sheets/view-sheets.ts'
import { previewProposed } from './import/view-changes.ts'
import { powerNames, powerWords } from './powers.ts'
import { shownWithTheAct, why } from './why.ts'

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
  const given = words(
    () =>
      parseArgs({
        args,
        strict: true,
        options: { post: text, power: text, subject: text, pounds: text, day: text, json: { type: 'boolean' } },
      }).values,
    whyUsage,
  )
  const { post, power, subject = '', pounds: sum, day, json = false } = given
  if (!post || !power)
    throw new BadWords(`Say which post and which power: remit ${whyUsage}\nPowers: ${powerNames.join(', ')}`)
  const pence = sum === undefined ? 0n : parsePounds(sum)
  if (pence === null) throw new BadWords(`--pounds takes an amount in pounds, not "${sum}": write --pounds 15,000`)
  const on = day === undefined ? undefined : parseDay(day)
  if (on === null) throw new BadWords(`--day takes a day, not "${day}": write --day 2022-08-05`)
  return { post, power, subject, pence, day: on, json }
}

type Answer = Extract<Awaited<ReturnType<typeof why.run>>, { ok: true }>['value']

function inWords({ post, power, pence, day, may, considered }: Answer): string {
  const deed = `${powerWords(power)}${pence > 0n ? ` worth ${pounds(pence)}` : ''} on ${longDay(day)}`
  const lines = [
    may === null
      ? `Not said: how much the ${post.title} may do is withheld, so whether it may ${deed} is not told.`
      : `${may ? 'Yes' : 'No'}: the ${post.title} ${may ? 'may' : 'may not'} ${deed}.`,
  ]
  if (!considered.length) lines.push('No decision and no entry in the scheme of delegation gives it that power.')
  for (const { mandate, from, ceiling, left, allows, stillToShow, rules } of considered) {
    lines.push(
      '',
      `${mandate.ref}, from ${from} (${ceiling}${left === null ? '' : `; ${pounds(left)} left`}): ${allows === null ? 'how much is left is withheld' : allows ? 'allows it' : 'does not allow it'}`,
    )
    for (const { rule, outcome, says } of rules)
      if (!shownWithTheAct(rule) || outcome === 'met') lines.push(`  ${outcome === 'met' ? '+' : '-'} ${says}`)
    for (const condition of stillToShow) lines.push(`  ? still to be shown: ${condition}`)
  }
  return `${lines.join('\n')}\n`
}

const importUsage = 'constitution import FILE.json | FILE.csv… --from DAY [--title TITLE] [--adopt]'
const exportUsage = `constitution export ${sheetNames.join('|')} [--empty]`
const constitutionUsage = `${importUsage}\n       remit ${exportUsage}`

/**
 * `remit constitution import FILE`: adopts a constitution, or its next version, from JSON; `-` reads standard input. Spreadsheets
 * take the place of their tables in the version that stands: without `--adopt` it is only said what they would change.
 * `remit constitution export TABLE` writes a table as a spreadsheet.
 */
const constitutionCommand: Command = {
  name: 'constitution',
  usage: importUsage,
  summary: 'Adopts a constitution, or its next version, from JSON or from spreadsheets, or exports a table of it.',
  run: async (args, context) => {
    const [verb, ...more] = args
    if (verb === 'export') return exportTable(more, context)
    const { positionals, values } = words(
      () =>
        parseArgs({
          args: more,
          strict: true,
          allowPositionals: true,
          options: { from: { type: 'string' }, title: { type: 'string' }, adopt: { type: 'boolean' } },
        }),
      constitutionUsage,
    )
    const [file, ...others] = positionals
    if (verb !== 'import' || !file) throw new BadWords(`Usage: remit ${constitutionUsage}`)
    if (positionals.every((one) => /\.csv$/iu.test(one))) return importSheets(positionals, values, context)
    if (others.length || values.from !== undefined) throw new BadWords(`Usage: remit ${constitutionUsage}`)
    const document = await readDocument(file, context)
    const outcome = await perform(await context.house(), adoptConstitution, context.actor, document)
    if (!outcome.ok) return refuse(outcome.refusal, context.err)
    context.out(`Version ${outcome.value.version} of the constitution is adopted.\n`)
    return 0
  },
}

async function exportTable(args: string[], { house, actor, out, err }: CommandContext): Promise<number> {
  const { positionals, values } = words(
    () => parseArgs({ args, strict: true, allowPositionals: true, options: { empty: { type: 'boolean' } } }),
    exportUsage,
  )
  const [sheet, ...more] = positionals
  if (!sheet || more.length) throw new BadWords(`Usage: remit ${exportUsage}`)
  const outcome = await ask(await house(), exportSheet, actor, { sheet, empty: values.empty ? 'yes' : 'no' })
  if (!outcome.ok) return refuse(outcome.refusal, err)
  out(outcome.value.csv)
  return 0
}

async function importSheets(
  names: string[],
  {
    from = '',
    title = '',
    adopt = false,
  }: { from?: string | undefined; title?: string | undefined; adopt?: boolean | undefined },
  context: CommandContext,
): Promise<number> {
  const { actor, out, err } = context
  const files = await Promise.all(
    names.map(async (name) => ({
      file: basename(name),
      text: new TextDecoder('utf-8', { ignoreBOM: true }).decode(await givenFile(name, context)),
    })),
  )
  const house = await context.house()
  const given = await perform(house, proposeSheets, actor, { inForceFrom: from, title, files })
  if (!given.ok) return refuse(given.refusal, err)
  const { proposal } = given.value
  const seen = await ask(house, previewProposed, actor, { proposal })
  if (!seen.ok) return refuse(seen.refusal, err)
  const { stops, looks, read, sheets } = seen.value
  for (const { place, says } of [...stops, ...looks]) err(`${place}: ${says}\n`)
  if (read)
    out(
      `${
        Object.values(read.changes)
          .flat()
          .map((one) => `${one}\n`)
          .join('') || 'Nothing changes.\n'
      }`,
    )
  const ends = !adopt || stops.length > 0
  const outcome = ends
    ? await perform(house, discardProposed, actor, { proposal })
    : await perform(house, adoptProposed, actor, { proposal, onto: sheets?.onto })
  if (!outcome.ok) return refuse(outcome.refusal, err)
  out(
    'version' in outcome.value
      ? `Version ${outcome.value.version} of the constitution is adopted.\n`
      : stops.length
        ? 'Nothing was adopted. Mend what is said above, and give the files again.\n'
        : 'Nothing was adopted yet: say --adopt as well.\n',
  )
  return stops.length ? 1 : 0
}

async function readDocument(file: string, context: CommandContext): Promise<unknown> {
  const bytes = await givenFile(file, context)
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) as unknown
  } catch (cause) {
    throw new BadWords(`${file} is not JSON in UTF-8: ${(cause as Error).message}`, { cause })
  }
}

export const commands: Command[] = [whyCommand, constitutionCommand]
