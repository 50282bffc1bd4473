import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { join } from 'node:path'
import type { Given } from './visitor.ts'

const folder = fileURLToPath(new URL('../../shared/seeds/', import.meta.url))

/** One of the five real records, by its number, or null where they are not beside the repository. */
export function seed(number: '000' | '001' | '002' | '003' | '004'): Given | null {
  const name = existsSync(folder) ? readdirSync(folder).find((one) => one.startsWith(`${number}_`)) : undefined
  return name === undefined ? null : { name, bytes: readFileSync(join(folder, name)), type: 'text/plain' }
}

/** Why a story about a real record is left out. */
export const withoutSeeds = 'the real records are not beside the repository'
