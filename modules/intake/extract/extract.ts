/** Bytes into text with its lines kept. What a document is, is told by its content; the file's name is never asked. */
import type { ReadingFinding } from '../reading.ts'
import { decode } from './decode.ts'
import { docxText } from './docx.ts'
import { htmlText } from './html.ts'
import { LARGEST_FILE, LONGEST_TEXT } from './limits.ts'
import { pdfText } from './pdf.ts'
import { looksLikeHtml, sniff } from './sniff.ts'

export type Extracted =
  | {
      ok: true
      text: string
      findings: ReadingFinding[]
      /** Pages of a PDF, from 1, of which something is in pictures and could not be read. */
      unread?: number[]
    }
  | { ok: false; because: string }

export { LARGEST_FILE, LONGEST_TEXT }

const REFUSALS: Record<string, string> = {
  image:
    'This file is a picture, so it has no text to read. Give the document it was scanned from, or run text recognition '
    + '(OCR) on it and give the result.',
  zip: 'This file is a ZIP archive and not a Word document. Unpack it and give the documents inside one by one.',
  xlsx: 'This file is a spreadsheet. Save the sheet that holds the decision as PDF, HTML or text and give that.',
  odt: 'This file is an OpenDocument text. Save it as DOCX or PDF and give that.',
  ole:
    'This file is in the old Word format (.doc), or is protected by a password. Open it in Word, remove the password if it '
    + 'has one, save it as DOCX and give that.',
  rtf: 'This file is in Rich Text Format. Save it as DOCX or PDF and give that.',
  binary: 'This file is neither text, HTML, DOCX nor PDF. Save the document in one of these and give that.',
}

/** The text of a document, or a sentence that says why there is none and what to do. */
export async function extract(bytes: Uint8Array): Promise<Extracted> {
  if (bytes.length === 0)
    return {
      ok: false,
      because: 'The file is empty. Check that it was saved or downloaded completely, and give it again.',
    }
  if (bytes.length > LARGEST_FILE) {
    return {
      ok: false,
      because:
        `The file has ${Math.round(bytes.length / 1024 / 1024)} MB; at most ${LARGEST_FILE / 1024 / 1024} MB are read. `
        + 'Give the decision record alone, without its annexes, or compress its pictures.',
    }
  }
  const extracted = await byKind(bytes)
  if (!extracted.ok) return extracted
  if (extracted.text.length > LONGEST_TEXT) {
    return {
      ok: false,
      because:
        `The document holds ${Math.round(extracted.text.length / 1e6)} million characters; at most `
        + `${Math.round(LONGEST_TEXT / 1e6)} million are read. Give the decision record alone, without its annexes.`,
    }
  }
  if (!/[\p{L}\p{N}]/u.test(extracted.text)) {
    return {
      ok: false,
      because: 'The document has no words in it. Check that it was saved completely, and give it again.',
    }
  }
  return extracted
}

async function byKind(bytes: Uint8Array): Promise<Extracted> {
  const kind = sniff(bytes)
  if (kind === 'pdf') return pdfText(bytes)
  if (kind === 'docx') return docxText(bytes)
  if (kind !== 'text') return { ok: false, because: REFUSALS[kind] ?? REFUSALS['binary'] ?? '' }
  const { text, encoding } = decode(bytes)
  const findings: ReadingFinding[] =
    encoding === 'windows-1252'
      ? [note('reading-windows-1252', 'The file is not UTF-8; its bytes were read as Windows-1252.')]
      : []
  if (!looksLikeHtml(text)) return { ok: true, text, findings }
  return { ok: true, text: htmlText(text), findings }
}

export function note(rule: string, says: string, weight: 'note' | 'warning' = 'note'): ReadingFinding {
  return { rule, weight, says, working: null, at: [] }
}
