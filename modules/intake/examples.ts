import { createHash } from 'node:crypto'
import { must, type World } from '#testing/world.ts'
import { plainRecord } from './awkward-documents.ts'
import { keepDocument } from './keep-document.ts'
import type { Actor } from '#platform/use-case.ts'

/** A record given by somebody and kept; the one reading of it. */
export async function aReadingIn(
  world: World,
  who: Actor,
  bytes: Uint8Array = plainRecord(),
  name = 'record.txt',
): Promise<{ document: string; reading: string }> {
  const { document, readings } = must(await world.does(who, keepDocument, { name, bytes }))
  return { document, reading: readings[0]?.reading ?? '' }
}

export const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')
