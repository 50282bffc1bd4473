import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { BadWords } from '../cli.ts'
import type { CommandContext } from '../module.ts'

/** What stands in a file that a command was given, from the caller's folder; `-` is standard input. */
export async function givenFile(
  file: string,
  { cwd, stdin }: Pick<CommandContext, 'cwd' | 'stdin'>,
): Promise<Uint8Array> {
  if (file === '-') return stdin()
  return readFile(resolve(cwd, file)).catch((cause: NodeJS.ErrnoException) => {
    throw new BadWords(
      cause.code === 'ENOENT' ? `There is no file ${file}.` : `${file} cannot be read: ${cause.message}`,
      { cause },
    )
  })
}
