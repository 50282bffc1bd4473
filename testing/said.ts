import assert from 'node:assert/strict'
import mammoth from 'mammoth'
import { extractText, getDocumentProxy } from 'unpdf'

/**
 * What an answer says, as text: tags away, entities and escapes read, files opened, places in lists read. Each piece is compared by
 * itself. `mine` are words that whoever asks typed: they come back in boxes and links, and are theirs.
 */
export async function saidBy(response: Response, mine: readonly string[] = []): Promise<string[]> {
  const type = response.headers.get('content-type') ?? ''
  const bytes = new Uint8Array(await response.arrayBuffer())
  if (type.startsWith('application/pdf'))
    return [(await extractText(await getDocumentProxy(bytes), { mergePages: true })).text]
  if (type.includes('wordprocessingml')) return [(await mammoth.extractRawText({ buffer: Buffer.from(bytes) })).value]
  const raw = new TextDecoder().decode(bytes)
  if (type.startsWith('application/json')) {
    const strings: string[] = []
    JSON.parse(raw, (_, one: unknown) => {
      if (typeof one === 'string') strings.push(one, ...placeIn(one))
      if (typeof one === 'number') strings.push(String(one))
      return one
    })
    return strings
  }
  const read = (text: string) =>
    text.replaceAll(/&(?:#(\d+)|#x([0-9a-f]+)|(\w+));/giu, (_, ten?: string, hex?: string, name?: string) =>
      ten
        ? String.fromCodePoint(Number(ten))
        : hex
          ? String.fromCodePoint(parseInt(hex, 16))
          : ({ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' }[name ?? ''] ?? ' '),
    )
  const own = mine.reduce(
    (text, one) =>
      text
        .replaceAll(one, ' ')
        .replaceAll(encodeURIComponent(one), ' ')
        .replaceAll(encodeURIComponent(one).replaceAll('%20', '+'), ' '),
    read(raw),
  )
  return [own, own.replaceAll(/<[^>]*>/gu, ' ')]
}

/** A place in a list, which says by what it is ordered. */
const placeIn = (text: string): string[] => {
  const read = /^[\w-]{8,}$/u.test(text) ? Buffer.from(text, 'base64url').toString('utf8') : ''
  return read.startsWith('[') ? [read] : []
}

// Letters and digits alone, made without the product's own folding.
const folded = (text: string) =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '')

/** Nothing that is kept back stands in a piece of text, however it is written there. */
export function assertSilent(address: string, said: string, keptBack: readonly string[]): void {
  for (const piece of said.split(/\[Withheld:[^\]]*\]/u)) {
    const text = folded(piece)
    for (const one of keptBack) assert.ok(!text.includes(folded(one)), `${address} says “${one}”`)
  }
}
