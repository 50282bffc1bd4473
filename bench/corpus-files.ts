import { corpusDocuments } from '../modules/intake/corpus/documents.ts'
import { corpusRecords } from '../modules/intake/corpus/records.ts'

/** The invented records in every layout, as files: text, HTML, and some of them again as Word and PDF. */
export async function corpusFiles(): Promise<{ name: string; bytes: Uint8Array }[]> {
  return [...corpusRecords(), ...(await corpusDocuments())].map(({ file, source }) => ({ name: file, bytes: source }))
}
