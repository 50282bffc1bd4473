import { once } from 'node:events'
import type { CommandContext } from '#platform/module.ts'
import type { ReadOutcome } from '../read.ts'
import { openReader, type Reader } from '../reading-room/reader.ts'
import { LARGEST_FILE } from '../extract/limits.ts'
import type { Reading } from '../reading.ts'
import { sourcesOf, tooLarge, type Source } from './sources.ts'

const usage = `Usage: remit read FILE… | FOLDER | - [--json]

Reads decision records and says what is in them: who decided what, when, what it gives to whom, and what does not add up.
A record may be text, HTML, DOCX or PDF. A folder is read with all folders in it, in the order of names; - is standard input.

  --json   Prints what was read as JSON: one object for one record in one file, else an array.

Exit code: 0 when everything was read, 1 when something could not be (standard error says what and why), 2 for a wrong usage.
`

type Given = Pick<CommandContext, 'cwd' | 'stdin' | 'out' | 'err'>

/** How many files are opened ahead of the one that is being read. */
const ahead = 2

/** `remit read`: reads what it is given, one file after another, and prints each as soon as it is read. The answer is the exit code. */
export async function readCommand(args: string[], { cwd, stdin, out, err }: Given): Promise<number> {
  const { words, json, wrong, help } = parsed(args)
  if (help) {
    out(usage)
    return 0
  }
  if (wrong !== null) {
    err(`${wrong}\n\n${usage}`)
    return 2
  }
  const reader = openReader()
  const printer = json ? jsonPrinter(out) : textPrinter(out)
  let failed = 0
  let single = words.length === 1
  try {
    const found = sourcesIn(words, {
      cwd,
      stdin,
      folder: () => {
        single = false
      },
    })
    for await (const { file, outcome } of readAhead(found, reader)) {
      if (outcome.ok)
        for (const reading of outcome.readings) await printer.print(reading, single && outcome.readings.length === 1)
      else {
        failed++
        err(`${file}: ${outcome.because}\n`)
      }
      if (outcome.ok && !json) for (const note of outcome.notes) err(`${file}: ${note}\n`)
      await drained()
    }
    printer.end()
  } finally {
    await reader.close()
  }
  return failed > 0 ? 1 : 0
}

function parsed(args: string[]): { words: string[]; json: boolean; help: boolean; wrong: string | null } {
  const words: string[] = []
  let json = false
  let help = false
  let wrong: string | null = null
  let plain = false
  for (const arg of args) {
    if (plain || arg === '-' || !arg.startsWith('-')) words.push(arg)
    else if (arg === '--') plain = true
    else if (arg === '--json') json = true
    else if (arg === '--help' || arg === '-h') help = true
    else wrong = `There is no option ${arg}.`
  }
  if (words.length === 0) wrong ??= 'Name the file or folder to read, or - for standard input.'
  if (words.some((word) => word === '')) wrong ??= 'One of the names is empty.'
  if (words.filter((word) => word === '-').length > 1) wrong ??= 'Standard input can be read only once.'
  return { words, json, help, wrong }
}

async function* sourcesIn(
  words: string[],
  { cwd, stdin, folder }: Pick<Given, 'cwd' | 'stdin'> & { folder: () => void },
): AsyncGenerator<Source> {
  for (const word of words) {
    if (word === '-') yield { file: 'stdin', bytes: async () => standardInput(await stdin()) }
    else {
      for await (const source of sourcesOf(word, cwd)) {
        if (source.file !== word) folder()
        yield source
      }
    }
  }
}

const standardInput = (bytes: Uint8Array) =>
  bytes.byteLength > LARGEST_FILE
    ? ({ ok: false, because: tooLarge(bytes.byteLength) } as const)
    : ({ ok: true, bytes } as const)

type Result = { file: string; outcome: ReadOutcome }

/** Reads each source in its turn; the next ones are opened meanwhile, and no more of them than `ahead`. */
async function* readAhead(sources: AsyncGenerator<Source>, reader: Reader): AsyncGenerator<Result> {
  const queue: Promise<Result>[] = []
  for await (const source of sources) {
    queue.push(result(source, reader))
    if (queue.length > ahead) yield await queue.shift()!
  }
  for (const waiting of queue) yield await waiting
}

async function result(source: Source, reader: Reader): Promise<Result> {
  const { file } = source
  if ('trouble' in source) return { file, outcome: { ok: false, because: source.trouble } }
  const given = await source.bytes()
  return { file, outcome: given.ok ? await reader.read(given.bytes, file) : given }
}

type Printer = { print(reading: Reading, alone: boolean): Promise<void>; end(): void }

/** An object for a record that is alone; an array otherwise, written entry by entry so that it never stands whole in memory. */
function jsonPrinter(out: (text: string) => void): Printer {
  let state: 'nothing' | 'alone' | 'array' = 'nothing'
  return {
    async print(reading, alone) {
      if (alone) out(`${JSON.stringify(reading, null, 2)}\n`)
      else out(`${state === 'nothing' ? '[\n' : ',\n'}${JSON.stringify(reading)}`)
      state = alone ? 'alone' : 'array'
      await drained()
    },
    end() {
      if (state === 'nothing') out('[]\n')
      else if (state === 'array') out('\n]\n')
    },
  }
}

function textPrinter(out: (text: string) => void): Printer {
  let first = true
  return {
    async print(reading) {
      const { report } = await import('./report.ts')
      out(`${first ? '' : '\n\n'}${report(reading, Math.min(120, Math.max(60, process.stdout.columns ?? 100)))}`)
      first = false
    },
    end() {},
  }
}

/** Waits for whoever reads our output, so that it does not pile up here. */
async function drained(): Promise<void> {
  if (process.stdout.writableNeedDrain) await once(process.stdout, 'drain')
}
