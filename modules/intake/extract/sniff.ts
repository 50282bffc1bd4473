/** What a file is, by its first bytes. */
import { entryNames } from './zip.ts'

export type Kind = 'text' | 'pdf' | 'docx' | 'xlsx' | 'odt' | 'zip' | 'ole' | 'rtf' | 'image' | 'binary'

const starts = (bytes: Uint8Array, ...head: number[]) => head.every((byte, index) => bytes[index] === byte)

export function sniff(bytes: Uint8Array): Kind {
  if (starts(bytes, 0x50, 0x4b, 0x03, 0x04) || starts(bytes, 0x50, 0x4b, 0x05, 0x06)) return archive(bytes)
  if (starts(bytes, 0xd0, 0xcf, 0x11, 0xe0)) return 'ole'
  if (starts(bytes, 0x7b, 0x5c, 0x72, 0x74, 0x66)) return 'rtf'
  if (
    starts(bytes, 0xff, 0xd8, 0xff)
    || starts(bytes, 0x89, 0x50, 0x4e, 0x47)
    || starts(bytes, 0x47, 0x49, 0x46, 0x38)
    || starts(bytes, 0x49, 0x49, 0x2a, 0x00)
    || starts(bytes, 0x4d, 0x4d, 0x00, 0x2a)
  )
    return 'image'
  // The PDF header may stand anywhere in the first kilobyte.
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 1024)).toString('latin1')
  if (head.includes('%PDF-')) return 'pdf'
  if (starts(bytes, 0xff, 0xfe) || starts(bytes, 0xfe, 0xff) || starts(bytes, 0xef, 0xbb, 0xbf)) return 'text'
  return binary(bytes) ? 'binary' : 'text'
}

function archive(bytes: Uint8Array): Kind {
  const names = entryNames(bytes)
  if (names.includes('word/document.xml')) return 'docx'
  if (names.some((name) => name.startsWith('xl/'))) return 'xlsx'
  if (names.includes('content.xml') && names.includes('mimetype')) return 'odt'
  return names.some((name) => /^word\//.test(name)) ? 'docx' : 'zip'
}

/** Text has no control characters beside tab and line ends; UTF-16 without a mark has many zeroes, all on one side. */
function binary(bytes: Uint8Array): boolean {
  const count = Math.min(bytes.length, 8192)
  let control = 0
  let zero = 0
  for (let at = 0; at < count; at++) {
    const byte = bytes[at] ?? 0
    if (byte === 0) zero++
    else if (byte < 9 || (byte > 13 && byte < 32 && byte !== 27)) control++
  }
  if (zero > count * 0.3 && control < count * 0.1) return false
  return zero > 0 || control > Math.max(3, count * 0.01)
}

/** Whether text is a web page: by a doctype, or by tags that only pages have. A tick box in a plain text makes no page. */
export function looksLikeHtml(text: string): boolean {
  const head = text.slice(0, 4_000)
  if (/^\s*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]{0,2000}?-->\s*)*<(?:!doctype\s+html|html|head|body)\b/i.test(head))
    return true
  const structural = (
    text.slice(0, 60_000).match(/<\/(?:p|div|table|tr|td|h[1-6]|body|section|main|dl|dd)\s*>/gi) ?? []
  ).length
  return /^\s*<(?:div|p|table|h[1-6]|section|main|article|dl|ul|ol)\b/i.test(head) ? structural >= 2 : structural >= 20
}
