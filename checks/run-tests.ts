import { readdirSync, readFileSync } from 'node:fs'
import { relative, resolve } from 'node:path'
import { run } from 'node:test'
import type { EventData } from 'node:test'
import { fileURLToPath } from 'node:url'
import { inspect } from 'node:util'
import { serverBinaries, startCluster } from '../testing/cluster.ts'

const root = fileURLToPath(new URL('../', import.meta.url))
const folders = ['platform', 'govuk', 'modules', 'site', 'checks', 'journeys']

/**
 * Runs every test of the house, or those whose path contains one of the words given: first on the embedded database, then,
 * where a PostgreSQL server is installed, those that use a database once more on a throw-away cluster of their own. Says each
 * file as it ends, each failure with its file and message, and last, alone on a line, "N passed, N failed" (and ", N skipped"
 * where some were). The exit code is 1 when something failed or nothing ran. `--embedded` leaves the second half out.
 */
export async function main(words: string[]): Promise<number> {
  const names = words.filter((word) => !word.startsWith('--'))
  const files = folders
    .flatMap(testsIn)
    .filter((file) => names.length === 0 || names.some((word) => file.includes(word)))
  if (files.length === 0) {
    process.stderr.write(`No test file has ${names.join(' or ')} in its path.\n`)
    return 1
  }
  const began = performance.now()
  const tally: Tally = { passed: 0, failed: 0, skipped: 0, skips: [], failures: [] }
  const withDatabase = files.filter(usesDatabase)
  const second = withDatabase.length > 0 && !words.includes('--embedded')
  const binaries = second ? serverBinaries() : null
  await runOn(files, tally, 'embedded database', binaries ? { REMIT_TEST_THEN: 'server' } : {})
  if (second) {
    if (binaries) {
      const cluster = await startCluster(binaries, { forget: true })
      try {
        await runOn(withDatabase, tally, 'PostgreSQL', { REMIT_TEST_URL: cluster.url })
      } finally {
        await cluster.stop()
      }
    } else {
      tally.skipped += withDatabase.length
      tally.skips.push(
        `${withDatabase.length} files on PostgreSQL (no server is installed here: install PostgreSQL 15 or later, or name its folder in PG_BINDIR)`,
      )
    }
  }
  const { skips, failures } = tally
  if (skips.length) process.stdout.write(`\nSkipped:\n${skips.map((one) => `  ${one}`).join('\n')}\n`)
  if (failures.length) process.stdout.write(`\nFailures again, together:\n\n${failures.join('\n')}\n`)
  process.stdout.write(
    `\n${files.length} files in ${((performance.now() - began) / 1000).toFixed(0)} s\n${inWords(tally)}\n`,
  )
  return tally.failed > 0 || tally.passed === 0 ? 1 : 0
}

type Count = { passed: number; failed: number; skipped: number }
type Tally = Count & { skips: string[]; failures: string[] }

// A file that opens the world of the tests runs on whichever engine is named; the others would only repeat themselves. So would
// those that walk through every door, which no engine can change: they say so at their top.
const usesDatabase = (file: string) => {
  const text = readFileSync(resolve(root, file), 'utf8')
  return /testing\/world|#testing\/|\.\/house\.ts/u.test(text) && !/^\/\/ One engine is enough/mu.test(text)
}

async function runOn(files: string[], tally: Tally, engine: string, env: Record<string, string>): Promise<void> {
  process.stdout.write(`\nOn ${engine}:\n`)
  const perFile = new Map<string, Count>()
  const here = (file: string | undefined) => (file ? relative(root, file) : '(no file)')
  const count = (data: EventData.TestPass | EventData.TestFail, ok: boolean) => {
    // Suites and whole files are reported around their tests; a file counts only when it failed though its tests did not.
    if (data.details.type === 'suite' || (isFile(data) && (ok || perFile.get(data.file ?? '')?.failed))) return
    const mine = perFile.get(data.file ?? '') ?? { passed: 0, failed: 0, skipped: 0 }
    perFile.set(data.file ?? '', mine)
    const kind = data.skip !== undefined || data.todo !== undefined ? 'skipped' : ok ? 'passed' : 'failed'
    tally[kind]++
    mine[kind]++
    if (kind === 'skipped')
      tally.skips.push(
        `${here(data.file)}, ${engine}: ${data.name} (${typeof data.skip === 'string' && data.skip ? data.skip : 'no reason given'})`,
      )
  }
  const stream = run({
    files: files.map((file) => resolve(root, file)),
    concurrency: 2,
    cwd: root,
    execArgv: ['--import', new URL('../testing/luck.ts', import.meta.url).href],
    env: { ...process.env, ...env },
  })
  stream.on('test:pass', (data) => count(data, true))
  stream.on('test:fail', (data) => {
    if ((data.details.error as { failureType?: string }).failureType === 'subtestsFailed') return
    count(data, false)
    const { cause } = data.details.error
    const failure = isFile(data)
      ? `✖ ${here(data.file)} on ${engine} did not run to its end; what it said is above`
      : `✖ ${here(data.file)}:${data.line ?? '?'} on ${engine}: ${data.name}\n${indented(told(cause))}`
    tally.failures.push(failure)
    process.stdout.write(`${failure}\n`)
  })
  stream.on('test:stderr', ({ message }) => process.stderr.write(message))
  // By the summary's own count: a test that another file made, as stories are, counts for the file that ran it.
  stream.on('test:summary', ({ file, duration_ms: ms, success, counts }) => {
    const mine = {
      passed: counts.passed,
      failed: counts.tests - counts.passed - counts.skipped,
      skipped: counts.skipped,
    }
    if (file)
      process.stdout.write(`${success ? '✔' : '✖'} ${here(file)}: ${inWords(mine)} in ${(ms / 1000).toFixed(1)} s\n`)
  })
  for await (const _ of stream) {
    /* the listeners above do the work; the stream has to be read to its end */
  }
}

/** An error with what caused it: a property test names the case that failed in the one, and what went wrong in the other. */
const told = (error: unknown): string =>
  error instanceof Error
    ? (error.stack ?? error.message) + (error.cause === undefined ? '' : `\nBecause: ${told(error.cause)}`)
    : inspect(error)

const isFile = (data: EventData.TestPass | EventData.TestFail) => data.nesting === 0 && data.name === data.file

const inWords = ({ passed, failed, skipped }: { passed: number; failed: number; skipped: number }) =>
  `${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ''}`

const indented = (text: string) =>
  text
    .split('\n')
    .map((line) => `    ${line}`)
    .join('\n')

function testsIn(folder: string): string[] {
  try {
    return readdirSync(`${root}${folder}`, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.test.ts'))
      .map((name) => `${folder}/${name.replaceAll('\\', '/')}`)
      .sort()
  } catch {
    return []
  }
}
