import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { Bench } from './report.ts'

const root = join(import.meta.dirname, '..')

/** From the command to the first page, on the embedded database: the first start furnishes the demo, the second finds it there. */
export const start: Bench = async function* () {
  const folder = mkdtempSync(join(tmpdir(), 'remit-start-'))
  try {
    const first = await untilFirstPage(folder)
    yield {
      what: 'first start to first page (sets up the demo)',
      ours: `${first.toFixed(1)} s`,
      floor: 'none named',
      ratio: 5 / first,
      least: 0,
    }
    const second = await untilFirstPage(folder)
    yield {
      what: 'second start to first page',
      ours: `${second.toFixed(1)} s`,
      floor: '5 s allowed',
      ratio: 5 / second,
      least: 1,
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function untilFirstPage(folder: string): Promise<number> {
  const began = performance.now()
  const child = spawn(process.execPath, [join(root, 'bin/run.mjs'), 'serve'], {
    cwd: root,
    env: { ...process.env, PORT: '0', REMIT_DATA: folder, DATABASE_URL: '', LOG_LEVEL: 'error' },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = new Promise((resolve) => child.once('exit', resolve))
  try {
    for await (const line of createInterface({ input: child.stdout })) {
      const at = /http:\/\/localhost:\d+/u.exec(line)?.[0]
      if (!at) continue
      const answer = await fetch(at)
      await answer.text()
      if (!answer.ok) throw new Error(`The start page answered ${answer.status}.`)
      return (performance.now() - began) / 1000
    }
    throw new Error('The server ended before it said where it is.')
  } finally {
    child.kill('SIGTERM')
    await ended
  }
}
