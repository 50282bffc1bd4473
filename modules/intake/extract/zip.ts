/** As much of a ZIP archive as a Word document needs: names, and one entry at a time, never more than is allowed. */
import { inflateRawSync } from 'node:zlib'

type Entry = { name: string; method: number; packed: number; size: number; offset: number; encrypted: boolean }

function view(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}

/** The entries of the archive's own directory; none when it has none that can be read. */
export function entries(bytes: Uint8Array): Entry[] {
  const data = view(bytes)
  let end = -1
  for (let at = bytes.length - 22; at >= Math.max(0, bytes.length - 66_000); at--) {
    if (data.getUint32(at, true) === 0x06054b50) {
      end = at
      break
    }
  }
  if (end < 0) return []
  const count = data.getUint16(end + 10, true)
  let at = data.getUint32(end + 16, true)
  const found: Entry[] = []
  const names = new TextDecoder()
  for (let index = 0; index < count && at + 46 <= bytes.length; index++) {
    if (data.getUint32(at, true) !== 0x02014b50) break
    const nameLength = data.getUint16(at + 28, true)
    found.push({
      name: names.decode(bytes.subarray(at + 46, at + 46 + nameLength)),
      encrypted: (data.getUint16(at + 8, true) & 1) === 1,
      method: data.getUint16(at + 10, true),
      packed: data.getUint32(at + 20, true),
      size: data.getUint32(at + 24, true),
      offset: data.getUint32(at + 42, true),
    })
    at += 46 + nameLength + data.getUint16(at + 30, true) + data.getUint16(at + 32, true)
  }
  return found
}

export function entryNames(bytes: Uint8Array): string[] {
  return entries(bytes).map(({ name }) => name)
}

export type Unpacked =
  { ok: true; bytes: Uint8Array } | { ok: false; why: 'missing' | 'too-large' | 'encrypted' | 'broken' }

/** One entry unpacked; refused as soon as it would grow beyond `most` bytes, whatever its directory claims. */
export function unpack(bytes: Uint8Array, name: string, most: number): Unpacked {
  const entry = entries(bytes).find((one) => one.name === name)
  if (entry === undefined) return { ok: false, why: 'missing' }
  if (entry.encrypted) return { ok: false, why: 'encrypted' }
  if (entry.offset + 30 > bytes.length) return { ok: false, why: 'broken' }
  const data = view(bytes)
  const start = entry.offset + 30 + data.getUint16(entry.offset + 26, true) + data.getUint16(entry.offset + 28, true)
  const packed = bytes.subarray(start, start + entry.packed)
  if (entry.method === 0) return packed.length > most ? { ok: false, why: 'too-large' } : { ok: true, bytes: packed }
  if (entry.method !== 8) return { ok: false, why: 'broken' }
  try {
    return { ok: true, bytes: inflateRawSync(packed, { maxOutputLength: most }) }
  } catch (error) {
    const large =
      error instanceof RangeError
      || (error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE')
    return { ok: false, why: large ? 'too-large' : 'broken' }
  }
}
