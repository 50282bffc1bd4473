import { extract } from './extract.ts'

/**
 * The words of a file, and the pages of it that are pictures and say nothing here (numbered from 1); null where it has no words that can be
 * read: a picture, a spreadsheet, a scan.
 */
export async function textOfFile(bytes: Uint8Array): Promise<{ text: string; unread: readonly number[] } | null> {
  const extracted = await extract(bytes)
  return extracted.ok ? { text: extracted.text, unread: extracted.unread ?? [] } : null
}
