import type { Stats } from 'node:fs'
import { open, readdir, realpath, stat } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { LARGEST_FILE } from '../extract/limits.ts'

/** A file to be read, or what stands in the way of one. `file` is its name as the caller would write it. */
export type Source = { file: string } & ({ bytes(): Promise<Bytes> } | { trouble: string })
export type Bytes = { ok: true; bytes: Uint8Array } | { ok: false; because: string }

/**
 * The files that a word of the command line stands for: itself, or every file of a folder and the folders in it, in the
 * order of their names. What begins with a dot is passed over, and a folder that leads back to one it lies in is not entered.
 */
export async function* sourcesOf(word: string, cwd: string): AsyncGenerator<Source> {
  const path = resolve(cwd, word)
  const found = await look(path)
  if (typeof found === 'string') yield { file: word, trouble: found }
  else if (!found.isDirectory()) yield oneFile(word, path, found)
  else {
    let any = false
    for await (const source of within({ word, path, above: new Set() })) {
      any = true
      yield source
    }
    if (!any) yield { file: word, trouble: 'This folder has no files in it. Name the folder that holds the documents.' }
  }
}

async function* within({
  word,
  path,
  above,
}: {
  word: string
  path: string
  above: ReadonlySet<string>
}): AsyncGenerator<Source> {
  let names: string[]
  let real: string
  try {
    real = await realpath(path)
    names = await readdir(path)
  } catch (cause) {
    yield { file: word, trouble: because(cause, 'folder') }
    return
  }
  if (above.has(real)) {
    yield { file: word, trouble: `This link leads back to ${real}, which it lies in. It was not followed.` }
    return
  }
  const here = new Set(above).add(real)
  for (const name of names.filter((one) => !one.startsWith('.')).toSorted((one, other) => (one < other ? -1 : 1))) {
    const inner = { word: join(word, name), path: join(path, name), above: here }
    const found = await look(inner.path)
    if (typeof found === 'string') yield { file: inner.word, trouble: found }
    else if (found.isDirectory()) yield* within(inner)
    else yield oneFile(inner.word, inner.path, found)
  }
}

async function look(path: string): Promise<Stats | string> {
  try {
    return await stat(path)
  } catch (cause) {
    return because(cause, 'file')
  }
}

function oneFile(file: string, path: string, { size }: Stats): Source {
  if (size > LARGEST_FILE) return { file, trouble: tooLarge(size) }
  return {
    file,
    bytes: async () => {
      try {
        return await readUpTo(path)
      } catch (cause) {
        return { ok: false, because: because(cause, 'file') }
      }
    },
  }
}

/** Reads no further than the largest file that is taken: a pipe, or a file that still grows, says no size beforehand. */
async function readUpTo(path: string): Promise<Bytes> {
  await using handle = await open(path)
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of handle.createReadStream({
    highWaterMark: 2 ** 20,
    autoClose: false,
  }) as AsyncIterable<Uint8Array>) {
    chunks.push(chunk)
    size += chunk.byteLength
    if (size > LARGEST_FILE) return { ok: false, because: tooLarge(null) }
  }
  return { ok: true, bytes: Buffer.concat(chunks) }
}

const most = `${LARGEST_FILE / 2 ** 20} MB`

export const tooLarge = (size: number | null): string =>
  `${size === null ? `There is more than ${most} here` : `The file has ${Math.round(size / 2 ** 20)} MB`}; at most ${most} are read. `
  + 'Give the decision record alone, without its annexes, or compress its pictures.'

function because(cause: unknown, what: 'file' | 'folder'): string {
  const code = cause instanceof Error && 'code' in cause ? cause.code : null
  switch (code) {
    case 'ENOENT':
      return 'There is no file or folder of this name. Check how it is written, and the folder you are in.'
    case 'ENOTDIR':
      return 'A part of this path is a file and not a folder. Check how it is written.'
    case 'EACCES':
    case 'EPERM':
      return `You may not open this ${what}. Ask its owner for the right to read it, or copy it to a place of your own.`
    case 'ELOOP':
      return 'This link leads round in a circle. Name the file itself.'
    case 'ENAMETOOLONG':
      return 'This name is longer than a name can be. Check how it is written.'
    default:
      return `This ${what} could not be opened (${typeof code === 'string' ? code : 'no reason was given'}). Copy it to another place and try again.`
  }
}
