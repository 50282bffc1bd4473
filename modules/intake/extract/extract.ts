/** Bytes into text with its lines kept. */
import type { ReadingFinding } from '../reading.ts'

export type Extracted = { ok: true; text: string; findings: ReadingFinding[] } | { ok: false; because: string }

export async function extract(bytes: Uint8Array): Promise<Extracted> {
  return { ok: true, text: new TextDecoder().decode(bytes), findings: [] }
}
