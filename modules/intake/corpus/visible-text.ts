import { parse, type DefaultTreeAdapterTypes } from 'parse5'

const unseen = new Set(['script', 'style', 'head', 'template', 'noscript'])
const blocks = new Set([
  'p',
  'div',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'li',
  'ul',
  'ol',
  'table',
  'tr',
  'td',
  'th',
  'dt',
  'dd',
  'dl',
  'br',
  'header',
  'nav',
  'section',
  'main',
  'body',
])

/** What a reader of a text or HTML source sees, for quoting from. Text that is not UTF-8 is taken as Windows-1252. */
export function visibleText(file: string, source: Uint8Array): string {
  const text = decode(source)
  return file.endsWith('.html') ? seen(parse(text)) : text
}

function decode(source: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(source)
  } catch {
    return new TextDecoder('windows-1252').decode(source)
  }
}

function seen(node: DefaultTreeAdapterTypes.Node): string {
  if (node.nodeName === '#text' && 'value' in node) return node.value
  if (unseen.has(node.nodeName) || !('childNodes' in node)) return ''
  const inside = node.childNodes.map(seen).join('')
  return blocks.has(node.nodeName) ? `\n${inside}\n` : inside
}
