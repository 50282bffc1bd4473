import { parseArgs } from 'node:util'
import { longDay, parseDay } from '#platform/days.ts'
import { callInWindow, type CallInRule, type CallInWindow } from './rules/call-in-window.ts'

const units = ['clear-working', 'clear-calendar'] as const
const effects = ['day-after', 'last-day', 'next-working-day'] as const

export const callInUsage = `Counts a call-in window.

  remit call-in --published 2022-08-05 --days 5 [options]

  --published DAY     the day of publication: 2022-08-05, 5/8/2022 or "5 August 2022"
  --decided DAY       the day of decision instead, where the rule counts from it
  --days N            how many days the window lasts, 1 to 60
  --unit UNIT         clear-working (Monday to Friday without bank holidays) or clear-calendar;
                      clear-working if not given
  --effective WHEN    day-after, last-day or next-working-day; day-after if not given
  --count-start-day   the day of publication is day 1
  --until-weekday N   instead of --days: ends on weekday N (1 is Monday) of the week following
  --cutoff HH:MM      the time on the last day at which it closes
  --json              prints JSON
`

const options = {
  published: { type: 'string' },
  decided: { type: 'string' },
  days: { type: 'string' },
  unit: { type: 'string' },
  effective: { type: 'string' },
  'count-start-day': { type: 'boolean' },
  'until-weekday': { type: 'string' },
  cutoff: { type: 'string' },
  json: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const

class BadArgument extends Error {}

/**
 * `remit call-in …`: what to print, and the exit code: 0, or 2 with a sentence that says how to put the arguments
 * right.
 */
export function callInCommand(args: string[]): { out: string; code: number } {
  try {
    const { values } = parseArgs({ args, options, strict: true, allowPositionals: false })
    if (values.help) return { out: callInUsage, code: 0 }
    const { rule, started } = readRule(values)
    const window = callInWindow(rule, started)
    return {
      out: values.json ? `${JSON.stringify(asJson(rule, started, window), null, 2)}\n` : asText(window),
      code: 0,
    }
  } catch (error) {
    if (error instanceof BadArgument || error instanceof RangeError || isParseError(error)) {
      return { out: `${sentence(error.message)}\nSee: remit call-in --help\n`, code: 2 }
    }
    throw error
  }
}

type Given = {
  published?: string
  decided?: string
  days?: string
  unit?: string
  effective?: string
  'count-start-day'?: boolean
  'until-weekday'?: string
  cutoff?: string
}

function readRule(given: Given): { rule: CallInRule; started: Temporal.PlainDate } {
  if (given.published !== undefined && given.decided !== undefined) {
    throw new BadArgument('Give --published or --decided, not both: a window is counted from one of them')
  }
  const start = given.decided === undefined ? 'publication' : 'decision'
  const typed = given.published ?? given.decided
  if (typed === undefined) throw new BadArgument('Say when it was published: --published 2022-08-05')
  const started = parseDay(typed)
  if (!started) {
    throw new BadArgument(
      `"${typed}" is not a day that exists: write ` + `--${start === 'decision' ? 'decided' : 'published'} 2022-08-05`,
    )
  }
  const anchor = given['until-weekday']
  if (given.days === undefined && anchor === undefined) throw new BadArgument('Say how many days it lasts: --days 5')
  if (given.days !== undefined && anchor !== undefined) {
    throw new BadArgument('Give --days or --until-weekday, not both: a window has one end')
  }
  const { cutoff } = given
  if (cutoff !== undefined && !/^([01]\d|2[0-3]):[0-5]\d$/u.test(cutoff)) {
    throw new BadArgument(`"${cutoff}" is not a time of day: write --cutoff 17:00`)
  }
  const rule: CallInRule = {
    lengthDays: given.days === undefined ? 1 : whole('days', given.days, 60, '5'),
    unit: oneOf('unit', given.unit ?? 'clear-working', units),
    start,
    countStartDay: given['count-start-day'] ?? false,
    effective: oneOf('effective', given.effective ?? 'day-after', effects),
    ...(anchor === undefined
      ? {}
      : { weekdayAnchor: { weekday: whole('until-weekday', anchor, 7, '2'), weeksLater: 1 } }),
    ...(cutoff === undefined ? {} : { cutoffTime: cutoff }),
  }
  return { rule, started }
}

function whole(name: string, typed: string, most: number, like: string): number {
  const number = /^\d{1,3}$/u.test(typed) ? Number(typed) : 0
  if (number < 1 || number > most) {
    throw new BadArgument(`--${name} takes a whole number from 1 to ${most}, not "${typed}": write --${name} ${like}`)
  }
  return number
}

function oneOf<T extends string>(name: string, typed: string, allowed: readonly T[]): T {
  const found = allowed.find((one) => one === typed)
  if (!found) throw new BadArgument(`--${name} is one of ${allowed.join(', ')}, not "${typed}"`)
  return found
}

function asJson(rule: CallInRule, started: Temporal.PlainDate, window: CallInWindow): Record<string, unknown> {
  return {
    lastDay: window.lastDay,
    effective: window.effective,
    closesAt: window.closesAt,
    started,
    rule,
    counted: window.counted,
    working: window.working,
  }
}

function asText(window: CallInWindow): string {
  const time = window.closesAt ? ` at ${window.closesAt}` : ''
  return [
    `Last day to call in: ${longDay(window.lastDay)}${time}`,
    `Takes effect:        ${longDay(window.effective)}`,
    '',
    ...window.working.map((step) => `  ${step}`),
    '',
  ].join('\n')
}

// Node's own messages name the option and say what it takes; its second sentence about `--` helps nobody here.
function isParseError(error: unknown): error is Error {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS')
}

function sentence(message: string): string {
  const first = message.split(/\. (?=[A-Z])/u)[0] ?? message
  return first.endsWith('.') ? first : `${first}.`
}
