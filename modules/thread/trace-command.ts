import { parseArgs } from 'node:util'
import { BadWords } from '#platform/cli.ts'
import { plainDay } from '#platform/days.ts'
import { toJson } from '#platform/json.ts'
import type { Command } from '#platform/module.ts'
import { ask } from '#platform/perform.ts'
import type { Thread } from '#platform/thread.ts'
import type { traceRecord } from './trace-record.ts'

/** `remit trace REF`: prints the thread, roots first. Exit code 1 when nobody knows the reference. */
export const traceCommand = (traced: ReturnType<typeof traceRecord>): Command => ({
  name: 'trace',
  usage: 'trace REF [--json]',
  summary: 'Follows a record back to what allowed it: an act, a mandate, a decision, an entry of the constitution.',
  run: async (args, { house, actor, out, err }) => {
    const { ref, json } = read(args)
    const outcome = await ask(await house(), traced, actor, { ref })
    if (!outcome.ok) {
      err(`${outcome.refusal.what}\n`)
      return 1
    }
    out(json ? `${toJson(outcome.value, 2)}\n` : asText(outcome.value))
    return 0
  },
})

function read(args: string[]): { ref: string; json: boolean } {
  try {
    const { values, positionals } = parseArgs({
      args,
      options: { json: { type: 'boolean' } },
      strict: true,
      allowPositionals: true,
    })
    const [ref, ...more] = positionals
    if (ref && !more.length) return { ref, json: values.json ?? false }
  } catch {
    /* said below */
  }
  throw new BadWords('Name one record: remit trace A-2022-0001 [--json]')
}

function asText({ nodes, unknown, cut }: Thread): string {
  const lines = nodes.flatMap(({ ref, kind, title, day, says, people, from }) => [
    ...from.map((ground) => `  ↓ ${ground.says}`),
    `${ref}  ${kind}: ${title}${day ? ` (${plainDay(day)})` : ''}`,
    ...(says === title ? [] : [`    ${says.replaceAll('\n', '\n    ')}`]),
    ...people.map(({ name, did }) => `    ${name} ${did}`),
  ])
  if (unknown.length) lines.push(`Not published or not known here: ${unknown.join(', ')}`)
  if (cut) lines.push('There is more above than is followed.')
  return `${lines.join('\n')}\n`
}
