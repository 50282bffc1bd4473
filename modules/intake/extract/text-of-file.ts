import { extract } from './extract.ts'

/** The words of a file, or null where it has none that can be read: a picture, a spreadsheet, a scan. */
export async function textOfFile(bytes: Uint8Array): Promise<string | null> {
  const extracted = await extract(bytes)
  return extracted.ok ? extracted.text : null
}
