import { once } from 'node:events'
import type { IncomingMessage } from 'node:http'
import formbody from '@fastify/formbody'
import multipart from '@fastify/multipart'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { isUuid } from '../input.ts'
import type { Form, GivenFile } from '../page.ts'

/** What a form may bring, in bytes and in number. The total bounds what one request can hold in memory. */
export const formLimits = { text: 2 * 2 ** 20, file: 64 * 2 ** 20, files: 20, total: 160 * 2 ** 20, fields: 2000 }

/** More was sent than is taken; the message says what and the error page what to do. */
export class TooMuch extends Error {
  readonly statusCode = 413
}

/** A form that could not be read to its end. */
export class Unreadable extends Error {
  readonly statusCode = 400
}

const tooLarge = 'Together these files are larger than 160 MB.'

type Pairs = [name: string, value: string][]

/** Teaches a scope of the server to take the two kinds of form that browsers send, and nothing else. */
export async function takeForms(scope: FastifyInstance): Promise<void> {
  scope.removeAllContentTypeParsers()
  await scope.register(formbody, {
    bodyLimit: formLimits.text,
    parser: (body) => ({ pairs: [...new URLSearchParams(body)] }),
  })
  await scope.register(multipart, {
    limits: {
      fileSize: formLimits.file,
      files: formLimits.files,
      fields: formLimits.fields,
      parts: formLimits.fields,
      fieldSize: formLimits.text,
      fieldNameSize: 200,
    },
  })
}

/**
 * Reads the whole form. When more is sent than is taken, the rest is read and dropped first: a browser that is still
 * sending would otherwise show a broken connection instead of the page that says so.
 */
export async function readForm(request: FastifyRequest): Promise<Form> {
  if (!request.isMultipart()) return formOf((request.body as { pairs: Pairs } | undefined)?.pairs ?? [], [])
  const pairs: Pairs = []
  const files: GivenFile[] = []
  try {
    if (Number(request.headers['content-length'] ?? 0) > formLimits.total) throw new TooMuch(tooLarge)
    let total = 0
    for await (const part of request.parts()) {
      if (part.type === 'field') {
        if (part.valueTruncated) throw new TooMuch('One of the texts is longer than 2 MB.')
        pairs.push([part.fieldname, String(part.value)])
        continue
      }
      const bytes = await part.toBuffer()
      total += bytes.byteLength
      if (total > formLimits.total) throw new TooMuch(tooLarge)
      // A file field that was left empty is sent as a nameless file of no bytes.
      if (!part.filename && bytes.byteLength === 0) continue
      const mediaType = part.mimetype.slice(0, 200)
      files.push({ field: part.fieldname, name: plainName(part.filename), mediaType, bytes })
    }
  } catch (cause) {
    await drain(request.raw)
    // What the reader of parts says of a form that breaks off or was never one has neither code nor status: it is the
    // sender's mistake, and no incident of ours.
    throw cause instanceof Error && !('statusCode' in cause) ? new Unreadable('A form broke off.', { cause }) : cause
  }
  return formOf(pairs, files)
}

/** Reads and drops what is still being sent, for half a minute at most. */
export async function drain(raw: IncomingMessage): Promise<void> {
  raw.unpipe()
  raw.resume()
  if (raw.readableEnded || raw.destroyed) return
  await once(raw, 'end', { signal: AbortSignal.timeout(30_000) }).catch(() => {})
}

function formOf(pairs: Pairs, files: GivenFile[]): Form {
  if (pairs.length > formLimits.fields) throw new TooMuch(`A form has at most ${formLimits.fields} fields.`)
  const lists = new Map<string, string[]>()
  for (const [name, typed] of pairs) {
    const value = typed.replaceAll(/\r\n?/g, '\n')
    const before = lists.get(name)
    if (before) before.push(value)
    else lists.set(name, [value])
  }
  const once = lists.get('_once')?.[0]
  return {
    // fromEntries makes own properties, so that a field called __proto__ is only a field.
    values: Object.fromEntries([...lists].map(([name, values]) => [name, values[0] ?? ''])),
    lists: Object.fromEntries(lists),
    files,
    once: isUuid(once) ? once.toLowerCase() : undefined,
  }
}

// Only ever shown and offered as a name to download under; paths and control characters have no place in it.
const plainName = (given: string | undefined): string =>
  (given ?? '')
    // oxlint-disable-next-line no-control-regex -- control characters are exactly what is being dropped
    .replaceAll(/[\u0000-\u001F\u007F]/g, '')
    .split(/[/\\]/)
    .at(-1)
    ?.trim()
    .slice(0, 200) || 'file'
