import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parse } from 'parse5'
import { extractText } from 'unpdf'
import { readDocument } from '../modules/intake/read.ts'
import { findingsFor } from '../modules/intake/rules/index.ts'
import { corpusFiles } from './corpus-files.ts'
import type { Bench, Line } from './report.ts'

const root = join(import.meta.dirname, '..')

/**
 * Reading, findings included, on one core, against the least that must be done to the same bytes: decoding text, parsing HTML,
 * opening a PDF. And the memory of reading a folder of ten thousand records, which must not grow with the folder.
 */
export const read: Bench = async function* () {
  const files = await corpusFiles()
  for (const [kind, floor] of Object.entries(floors)) {
    const some = files.filter(({ name }) => name.endsWith(`.${kind}`))
    if (!some.length) continue
    const ours = await perSecond(
      some,
      async ({ name, bytes }) => void (await readDocument(bytes.slice(), name, findingsFor)),
    )
    const least = await perSecond(some, ({ bytes }) => floor(bytes.slice()))
    yield {
      what: `reading ${kind}, ${some.length} different records`,
      ours: `${Math.round(ours)}/s`,
      floor: `${Math.round(least)}/s`,
      ratio: ours / least,
      least: 0,
      note: 'floor: decoding or parsing the same bytes and nothing more',
    }
  }
  yield* await folderOf(
    10_000,
    files.filter(({ name }) => /\.(txt|html)$/u.test(name)),
  )
}

const floors: Record<string, (bytes: Uint8Array) => unknown> = {
  txt: (bytes) => new TextDecoder().decode(bytes).split('\n'),
  html: (bytes) => parse(new TextDecoder().decode(bytes)),
  pdf: (bytes) => extractText(bytes),
}

async function perSecond<T>(items: readonly T[], body: (item: T) => unknown): Promise<number> {
  for (const item of items) await body(item)
  const began = performance.now()
  let count = 0
  while (performance.now() - began < 2000)
    for (const item of items) {
      await body(item)
      count++
    }
  return count / ((performance.now() - began) / 1000)
}

async function folderOf(size: number, files: readonly { name: string; bytes: Uint8Array }[]): Promise<Line[]> {
  const folder = mkdtempSync(join(tmpdir(), 'remit-read-'))
  try {
    for (let n = 0; n < size; n++) {
      const file = files[n % files.length]
      if (file)
        writeFileSync(join(folder, `${String(n).padStart(5, '0')}-${file.name.replaceAll('/', '-')}`), file.bytes)
    }
    const child = spawn(process.execPath, [join(root, 'bin/run.mjs'), 'read', folder, '--json'], {
      cwd: root,
      stdio: ['ignore', 'pipe', 'ignore'],
    })
    const resident: number[] = []
    const began = performance.now()
    const timer = setInterval(() => {
      try {
        resident.push(
          Number(/VmRSS:\s+(\d+)/u.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))?.[1] ?? 0) / 1024,
        )
      } catch {
        /* it has ended */
      }
    }, 500)
    let bytes = 0
    child.stdout.on('data', (part: Buffer) => {
      bytes += part.length
    })
    const code = await new Promise<number | null>((ended) => child.once('exit', ended))
    clearInterval(timer)
    const seconds = (performance.now() - began) / 1000
    const most = Math.max(...resident)
    const early = Math.max(...resident.slice(0, Math.ceil(resident.length / 5)))
    return [
      {
        what: `reading a folder of ${size.toLocaleString('en-GB')} records`,
        ours: `${Math.round(most)} MiB at most (${Math.round(early)} in the first fifth), ${Math.round(size / seconds)}/s`,
        floor: '300 MB allowed',
        ratio: 300 / (most * 1.048576),
        least: 1,
        note: `${Math.round(bytes / 2 ** 20)} MiB of JSON, exit code ${code}`,
      },
    ]
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
