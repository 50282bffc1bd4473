import { readFile } from 'node:fs/promises'
import { openPglite } from '../engine.ts'
import { lockFolder } from '../lock.ts'

/** Makes an embedded database in an empty folder from a dump. */
export async function restoreFolder(folder: string, file: string): Promise<void> {
  const bytes = await readFile(file)
  const lock = await lockFolder(folder)
  try {
    const engine = await openPglite(`${folder}/db`, bytes)
    await engine.close()
  } finally {
    await lock.release()
  }
}
