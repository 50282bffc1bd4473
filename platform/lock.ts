import { randomBytes } from 'node:crypto'
import { mkdir, open, readFile, rm, writeFile } from 'node:fs/promises'

/** What the holder of a data folder writes in its lock file, so that the CLI can talk to it instead of opening the folder. */
export type Holder = { pid: number; port: number | null; key: string }

export type Lock = {
  key: string
  /** Tells others on which loopback port the holder answers. */
  announce(port: number): Promise<void>
  release(): Promise<void>
}

/** The folder is held by a living process; `holder` says which and where it answers. */
export class FolderHeld extends Error {
  readonly holder: Holder
  constructor(folder: string, holder: Holder) {
    super(`${folder} is in use by process ${holder.pid}. Stop that process first, or set REMIT_DATA to another folder.`)
    this.holder = holder
  }
}

/**
 * Takes the lock of an embedded database's folder. PGlite has none of its own, and two processes on one folder silently
 * lose committed rows. A lock left behind by a process that no longer lives is taken over.
 */
export async function lockFolder(folder: string): Promise<Lock> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const path = `${folder}/remit.lock`
  const mine: Holder = { pid: process.pid, port: null, key: randomBytes(24).toString('base64url') }
  for (let attempt = 0; ; attempt++) {
    try {
      const file = await open(path, 'wx', 0o600)
      await file.writeFile(JSON.stringify(mine))
      await file.close()
      break
    } catch (cause) {
      if ((cause as NodeJS.ErrnoException).code !== 'EEXIST' || attempt > 3) throw cause
      const holder = await holderOf(folder)
      if (holder && (held.has(path) || lives(holder.pid))) throw new FolderHeld(folder, holder)
      await rm(path, { force: true })
    }
  }
  await stillMine(folder, mine)
  held.add(path)
  return {
    key: mine.key,
    announce: (port) => writeFile(path, JSON.stringify({ ...mine, port }), { mode: 0o600 }),
    release: async () => {
      held.delete(path)
      await rm(path, { force: true })
    },
  }
}

// Two processes may both find the same stale lock and one may then remove the other's fresh one: the loser sees it here.
async function stillMine(folder: string, mine: Holder) {
  await new Promise((wake) => setTimeout(wake, 20))
  const holder = await holderOf(folder)
  if (holder && holder.key !== mine.key) throw new FolderHeld(folder, holder)
}

/** Who holds a folder, or null when nobody does. */
export async function holderOf(folder: string): Promise<Holder | null> {
  try {
    return JSON.parse(await readFile(`${folder}/remit.lock`, 'utf8')) as Holder
  } catch {
    return null
  }
}

const held = new Set<string>()

/** Signal 0 asks whether a process is there without touching it; EPERM means it is, under another user. */
export function lives(pid: number): boolean {
  if (pid === process.pid) return false // our own pid in a stale file: an earlier life in the same container
  try {
    process.kill(pid, 0)
    return true
  } catch (cause) {
    return (cause as NodeJS.ErrnoException).code === 'EPERM'
  }
}
