/** What a file is, by its bytes: never by its name, nor by what the browser called it. */
export type FileKind = { mediaType: string; extension: string; words: string }

const kinds = {
  pdf: { mediaType: 'application/pdf', extension: 'pdf', words: 'PDF' },
  docx: {
    mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    extension: 'docx',
    words: 'Word',
  },
  xlsx: {
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    extension: 'xlsx',
    words: 'Excel',
  },
  pptx: {
    mediaType: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
    extension: 'pptx',
    words: 'PowerPoint',
  },
  odt: { mediaType: 'application/vnd.oasis.opendocument.text', extension: 'odt', words: 'OpenDocument text' },
  ods: {
    mediaType: 'application/vnd.oasis.opendocument.spreadsheet',
    extension: 'ods',
    words: 'OpenDocument spreadsheet',
  },
  png: { mediaType: 'image/png', extension: 'png', words: 'PNG picture' },
  jpeg: { mediaType: 'image/jpeg', extension: 'jpg', words: 'JPEG picture' },
  text: { mediaType: 'text/plain; charset=utf-8', extension: 'txt', words: 'plain text' },
} as const satisfies Record<string, FileKind>

/** The kinds that are kept, in words, for forms and refusals. */
export const keptKinds = 'PDF, Word (DOCX), Excel (XLSX), PowerPoint (PPTX), OpenDocument, PNG, JPEG or plain text'

/**
 * The kind of a document that people read, or null for whatever else: programs, web pages, drawings that can carry a script,
 * office files with macros, and archives are not kept as papers.
 */
export function fileKindOf(bytes: Uint8Array): FileKind | null {
  if (begins(bytes, 0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return kinds.png
  if (begins(bytes, 0xff, 0xd8, 0xff)) return kinds.jpeg
  if (begins(bytes, 0x25, 0x50, 0x44, 0x46, 0x2d)) return kinds.pdf
  if (begins(bytes, 0x50, 0x4b, 0x03, 0x04)) return packed(bytes)
  return plainText(bytes) ? kinds.text : null
}

const begins = (bytes: Uint8Array, ...head: number[]) => head.every((byte, at) => bytes[at] === byte)

// The names in a ZIP's own directory stand as plain bytes; there is no need to unpack anything.
function packed(bytes: Uint8Array): FileKind | null {
  const names = directoryOf(bytes)
  if (names.some((name) => /vbaProject\.bin$|\.(?:exe|dll|js|vbs|bat|cmd|ps1)$/iu.test(name))) return null
  if (names.includes('word/document.xml')) return kinds.docx
  if (names.includes('xl/workbook.xml')) return kinds.xlsx
  if (names.includes('ppt/presentation.xml')) return kinds.pptx
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 200)).toString('latin1')
  if (head.includes('mimetypeapplication/vnd.oasis.opendocument.text')) return kinds.odt
  if (head.includes('mimetypeapplication/vnd.oasis.opendocument.spreadsheet')) return kinds.ods
  return null
}

const endMark = 0x06054b50
const entryMark = 0x02014b50

function directoryOf(bytes: Uint8Array): string[] {
  const data = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let end = bytes.length - 22
  while (end >= Math.max(0, bytes.length - 66_000) && data.getUint32(end, true) !== endMark) end--
  if (end < 0 || data.getUint32(end, true) !== endMark) return []
  const names: string[] = []
  let at = data.getUint32(end + 16, true)
  for (
    let left = data.getUint16(end + 10, true);
    left > 0 && at + 46 <= bytes.length && data.getUint32(at, true) === entryMark;
    left--
  ) {
    const length = data.getUint16(at + 28, true)
    names.push(
      Buffer.from(bytes.buffer, bytes.byteOffset + at + 46, Math.min(length, bytes.length - at - 46)).toString(
        'latin1',
      ),
    )
    at += 46 + length + data.getUint16(at + 30, true) + data.getUint16(at + 32, true)
  }
  return names
}

// UTF-8 without control characters, and no tag that would make a browser see a page or a drawing in it.
function plainText(bytes: Uint8Array): boolean {
  if (bytes.length === 0 || bytes.includes(0)) return false
  try {
    const words = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    // oxlint-disable-next-line no-control-regex -- control characters are what no text has
    return !/[\u0001-\u0008\u000E-\u001A\u001C-\u001F]/u.test(words) && !/^\s*(?:<[!?a-z]|#!)/iu.test(words)
  } catch {
    return false
  }
}
