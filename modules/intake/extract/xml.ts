/** The tags and texts of an XML part, in one pass. Word writes no entities beyond the five and numbers. */
export type XmlToken =
  | { kind: 'tag'; name: string; attributes: string; closing: boolean; selfClosing: boolean }
  | { kind: 'text'; text: string }

const NAMED: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

function unescaped(text: string): string {
  if (!text.includes('&')) return text
  return text.replace(/&(#x[0-9a-f]{1,6}|#\d{1,7}|[a-z]{2,4});/gi, (found, name: string) => {
    if (name.startsWith('#')) {
      const code = name[1]?.toLowerCase() === 'x' ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1))
      return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : ''
    }
    return NAMED[name] ?? found
  })
}

export function* tokens(xml: string): Generator<XmlToken> {
  let at = 0
  while (at < xml.length) {
    const open = xml.indexOf('<', at)
    if (open === -1) return
    if (open > at) yield { kind: 'text', text: unescaped(xml.slice(at, open)) }
    if (xml.startsWith('<!--', open)) {
      const end = xml.indexOf('-->', open + 4)
      at = end === -1 ? xml.length : end + 3
      continue
    }
    const close = xml.indexOf('>', open)
    if (close === -1) return
    const closing = xml[open + 1] === '/'
    const selfClosing = xml[close - 1] === '/'
    const inside = xml.slice(open + (closing ? 2 : 1), selfClosing ? close - 1 : close)
    const space = inside.search(/\s/)
    const name = space === -1 ? inside : inside.slice(0, space)
    yield { kind: 'tag', name, attributes: space === -1 ? '' : inside.slice(space), closing, selfClosing }
    at = close + 1
  }
}

export function attributeOf(attributes: string, name: string): string | undefined {
  const at = attributes.indexOf(`${name}="`)
  if (at === -1) return undefined
  const from = at + name.length + 2
  const to = attributes.indexOf('"', from)
  return to === -1 ? undefined : unescaped(attributes.slice(from, to))
}
