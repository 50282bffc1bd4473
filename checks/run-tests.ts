import { readdirSync } from 'node:fs'
import { relative, resolve } from 'node:path'
import { run } from 'node:test'
import type { EventData } from 'node:test'
import { fileURLToPath } from 'node:url'
import { inspect } from 'node:util'

const root = fileURLToPath(new URL('../', import.meta.url))
const folders = ['platform', 'govuk', 'modules', 'site', 'checks', 'journeys']

/**
 * Runs every test of the house, or those whose path contains one of the words given. Says each file as it ends, each failure
 * with its file and message, and last, alone on a line, "N passed, N failed" (and ", N skipped" where some were). The exit
 * code is 1 when something failed or nothing ran.
 */
export async function main(words: string[]): Promise<number> {
  const files = folders.flatMap(testsIn).filter((file) => words.length === 0 || words.some((word) => file.includes(word)))
  if (files.length === 0) {
    process.stderr.write(`No test file has ${words.join(' or ')} in its path.\n`)
    return 1
  }
  const tally = { passed: 0, failed: 0, skipped: 0 }
  const perFile = new Map<string, { passed: number; failed: number; skipped: number }>()
  const skips: string[] = []
  const failures: string[] = []
  const began = performance.now()
  const here = (file: string | undefined) => file ? relative(root, file) : '(no file)'
  const count = (data: EventData.TestPass | EventData.TestFail, ok: boolean) => {
    // Suites and whole files are reported around their tests; a file counts only when it failed though its tests did not.
    if (data.details.type === 'suite' || isFile(data) && (ok || perFile.get(data.file ?? '')?.failed)) return
    const mine = perFile.get(data.file ?? '') ?? { passed: 0, failed: 0, skipped: 0 }
    perFile.set(data.file ?? '', mine)
    const kind = data.skip !== undefined || data.todo !== undefined ? 'skipped' : ok ? 'passed' : 'failed'
    tally[kind]++
    mine[kind]++
    if (kind === 'skipped') skips.push(`${here(data.file)}: ${data.name} (${typeof data.skip === 'string' && data.skip ? data.skip : 'no reason given'})`)
  }

  const stream = run({ files: files.map((file) => resolve(root, file)), concurrency: 2, cwd: root })
  stream.on('test:pass', (data) => count(data, true))
  stream.on('test:fail', (data) => {
    if ((data.details.error as { failureType?: string }).failureType === 'subtestsFailed') return
    count(data, false)
    const { cause } = data.details.error
    const failure = isFile(data)
      ? `✖ ${here(data.file)} did not run to its end; what it said is above`
      : `✖ ${here(data.file)}:${data.line ?? '?'} ${data.name}\n${indented(cause instanceof Error ? cause.stack ?? cause.message : inspect(cause))}`
    failures.push(failure)
    process.stdout.write(`${failure}\n`)
  })
  stream.on('test:stderr', ({ message }) => process.stderr.write(message))
  stream.on('test:summary', ({ file, duration_ms: ms, success }) => {
    const mine = perFile.get(file ?? '')
    if (file) process.stdout.write(`${success ? '✔' : '✖'} ${here(file)}: ${mine ? inWords(mine) : 'no tests'} in ${(ms / 1000).toFixed(1)} s\n`)
  })
  for await (const _ of stream) { /* the listeners above do the work; the stream has to be read to its end */ }

  if (skips.length) process.stdout.write(`\nSkipped:\n${skips.map((one) => `  ${one}`).join('\n')}\n`)
  if (failures.length) process.stdout.write(`\nFailures again, together:\n\n${failures.join('\n')}\n`)
  process.stdout.write(`\n${files.length} files in ${((performance.now() - began) / 1000).toFixed(0)} s\n${inWords(tally)}\n`)
  return tally.failed > 0 || tally.passed === 0 ? 1 : 0
}

const isFile = (data: EventData.TestPass | EventData.TestFail) => data.nesting === 0 && data.name === data.file

const inWords = ({ passed, failed, skipped }: { passed: number; failed: number; skipped: number }) =>
  `${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ''}`

const indented = (text: string) => text.split('\n').map((line) => `    ${line}`).join('\n')

function testsIn(folder: string): string[] {
  try {
    return readdirSync(`${root}${folder}`, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.test.ts')).map((name) => `${folder}/${name.replaceAll('\\', '/')}`).sort()
  } catch {
    return []
  }
}
