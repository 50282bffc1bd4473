import { z } from 'zod'

/** The largest file that is taken, in bytes. */
export const largestFile = 10 * 2 ** 20

/** A file as a page or a program gives it: bytes, or their base64. */
export const givenFile = z.object({
  name: z
    .string()
    .max(200)
    .transform((name) => name.trim() || 'file'),
  bytes: z
    .preprocess(
      (given) => (typeof given === 'string' ? new Uint8Array(Buffer.from(given, 'base64')) : given),
      z
        .instanceof(Uint8Array, { error: 'Send the file as base64.' })
        .refine((bytes) => bytes.byteLength > 0, 'This file is empty. Choose another.')
        .refine((bytes) => bytes.byteLength <= largestFile, 'This file is larger than 10 MB. Choose a smaller one.'),
    )
    .meta({ type: 'string', contentEncoding: 'base64' }),
})

const starts = (bytes: Uint8Array, at: number, ...head: number[]) => head.every((byte, n) => bytes[at + n] === byte)

/**
 * The media type of a file by its content, whatever it is called; null for what is not taken. Nothing that a browser runs is.
 */
export function typeOf(bytes: Uint8Array): string | null {
  if (starts(bytes, 0, 0x25, 0x50, 0x44, 0x46, 0x2d)) return 'application/pdf'
  if (starts(bytes, 0, 0x89, 0x50, 0x4e, 0x47)) return 'image/png'
  if (starts(bytes, 0, 0xff, 0xd8, 0xff)) return 'image/jpeg'
  if (starts(bytes, 4, 0x66, 0x74, 0x79, 0x70)) return 'video/mp4'
  if (starts(bytes, 0, 0x49, 0x44, 0x33) || starts(bytes, 0, 0xff, 0xfb)) return 'audio/mpeg'
  if (starts(bytes, 0, 0x50, 0x4b, 0x03, 0x04)) {
    // A Word document is an archive that names its parts in plain letters.
    return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes('word/document.xml')
      ? 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
      : null
  }
  if (bytes.subarray(0, 8192).some((byte) => byte < 9 || (byte > 13 && byte < 32 && byte !== 27))) return null
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, 1000)).toString('utf8')
  return /^\s*<|<(?:script|html|svg)\b/iu.test(head) ? null : 'text/plain; charset=utf-8'
}
