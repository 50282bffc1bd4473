import { createHash } from 'node:crypto'
import { row, sql, type Tx } from './database.ts'
import type { GivenFile } from './page.ts'

export type KeptFile = { sha256: Uint8Array; name: string; mediaType: string; size: number; keptAt: Temporal.Instant }
export type WholeFile = KeptFile & { bytes: Uint8Array }

/** The digest under which a file's content is found again. */
export const sha256Of = (bytes: Uint8Array): Uint8Array => createHash('sha256').update(bytes).digest()

/** Keeps a file as it was given, within the transaction. The same content given twice is kept once, under its first name. */
export async function keepFile(
  tx: Tx,
  council: string,
  file: Pick<GivenFile, 'name' | 'mediaType' | 'bytes'>,
  now: Temporal.Instant,
): Promise<Uint8Array> {
  const sha256 = sha256Of(file.bytes)
  await sql`insert into platform.file (council, sha256, name, media_type, bytes, kept_at)
    values (${council}, ${sha256}, ${file.name}, ${file.mediaType}, ${file.bytes}, ${now})
    on conflict do nothing`.execute(tx)
  return sha256
}

/** What is known of a kept file without its content, or null when there is none. */
export const describeFile = (tx: Tx, council: string, sha256: Uint8Array): Promise<KeptFile | null> =>
  row<KeptFile>(
    tx,
    sql`
    select sha256, name, media_type as "mediaType", octet_length(bytes) as size, kept_at as "keptAt"
    from platform.file where council = ${council} and sha256 = ${sha256}`,
  )

/** A kept file with its content, or null when there is none. */
export const openFile = (tx: Tx, council: string, sha256: Uint8Array): Promise<WholeFile | null> =>
  row<WholeFile>(
    tx,
    sql`
    select sha256, name, media_type as "mediaType", octet_length(bytes) as size, kept_at as "keptAt", bytes
    from platform.file where council = ${council} and sha256 = ${sha256}`,
  )
