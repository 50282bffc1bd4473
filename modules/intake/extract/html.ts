/**
 * A web page as lines: a block a line, a table row a line with its cells parted by tabs, tick boxes as ☑ and ☐. Scripts,
 * styles, menus, banners and footers are dropped; where the page marks its main part, only that is read.
 */
import { parse } from 'parse5'
import type { DefaultTreeAdapterTypes } from 'parse5'

type Node = DefaultTreeAdapterTypes.Node
type Element = DefaultTreeAdapterTypes.Element

const DROPPED = new Set([
  'script',
  'style',
  'noscript',
  'template',
  'svg',
  'nav',
  'head',
  'iframe',
  'object',
  'button',
  'select',
  'option',
  'textarea',
  'audio',
  'video',
  'canvas',
  'map',
  'dialog',
  'footer',
  'aside',
  'form-footer',
])
const BLOCKS = new Set([
  'address',
  'article',
  'blockquote',
  'body',
  'center',
  'dd',
  'div',
  'dl',
  'dt',
  'fieldset',
  'figcaption',
  'figure',
  'form',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'header',
  'hr',
  'legend',
  'li',
  'main',
  'ol',
  'p',
  'pre',
  'section',
  'summary',
  'details',
  'table',
  'tbody',
  'thead',
  'tfoot',
  'ul',
  'caption',
])
const NOISE =
  /(?:^|[\s_-])(?:breadcrumbs?|nav|navbar|navigation|menu|skip(?:link)?s?|cookie(?:s|banner)?|sidebar|footer|banner|pagination|pager|social|share|sharing|search-?(?:box|form)|mgquicksearch|mgsearch|toolbar|print-only|sr-only-focusable|masthead|site-?header)(?:$|[\s_-])/i

const attribute = (element: Element, name: string) => element.attrs.find((one) => one.name === name)?.value

function isElement(node: Node): node is Element {
  return 'tagName' in node
}

function hidden(element: Element): boolean {
  if (DROPPED.has(element.tagName)) return true
  if (attribute(element, 'hidden') !== undefined || attribute(element, 'aria-hidden') === 'true') return true
  if (/display\s*:\s*none|visibility\s*:\s*hidden/i.test(attribute(element, 'style') ?? '')) return true
  if (
    /^(?:navigation|banner|contentinfo|search|menu|menubar|complementary|dialog|alertdialog)$/.test(
      attribute(element, 'role') ?? '',
    )
  )
    return true
  if (/^(?:h[1-6]|p|td|th|li|span|body|html|main|table|tr|tbody)$/.test(element.tagName)) return false
  return NOISE.test(attribute(element, 'class') ?? '') || NOISE.test(attribute(element, 'id') ?? '')
}

/** The element that holds the page's own matter, when the page marks one. */
function mainOf(root: Node): Element | null {
  let found: Element | null = null
  let rank = 0
  const stack: Node[] = [root]
  while (stack.length > 0) {
    const node = stack.pop()
    if (node === undefined || !('childNodes' in node)) continue
    if (isElement(node)) {
      if (DROPPED.has(node.tagName) && node.tagName !== 'head') continue
      const classes = attribute(node, 'class') ?? ''
      const id = attribute(node, 'id') ?? ''
      const here =
        node.tagName === 'main' || attribute(node, 'role') === 'main'
          ? 3
          : /(?:^|\s)mgContent(?:\s|$)/.test(classes) || id === 'modgov'
            ? 2
            : node.tagName === 'article' || /^(?:content|main-?content|maincontent)$/i.test(id)
              ? 1
              : 0
      if (here > rank) {
        rank = here
        found = node
      }
    }
    for (let at = node.childNodes.length - 1; at >= 0; at--) {
      const child = node.childNodes[at]
      if (child !== undefined) stack.push(child)
    }
  }
  return found
}

type Out = { text: string[]; pending: '' | ' ' | '\t' | '\n' | '\n\n'; started: boolean; depth: number }

function put(out: Out, words: string): void {
  if (words === '') return
  if (out.started && out.pending !== '') out.text.push(out.pending)
  out.pending = ''
  out.text.push(words)
  out.started = true
}

const ORDER = ['', ' ', '\t', '\n', '\n\n'] as const

function gap(out: Out, wanted: Out['pending']): void {
  if (ORDER.indexOf(wanted) > ORDER.indexOf(out.pending)) out.pending = wanted
}

function write(
  out: Out,
  node: Node,
  preformatted: boolean,
  cell: boolean,
  list: { number: number; type: string } | null,
): void {
  if (node.nodeName === '#text' && 'value' in node) {
    if (preformatted) {
      put(out, node.value)
      return
    }
    // A hard space is text, not layout: it is kept, as it is in records that are copied as text.
    const parts = node.value.split(/[ \t\n\r\f]+/)
    parts.forEach((part, index) => {
      if (index > 0) gap(out, ' ')
      put(out, part)
    })
    return
  }
  if (!('childNodes' in node)) return
  if (!isElement(node)) {
    for (const child of node.childNodes) write(out, child, preformatted, cell, null)
    return
  }
  if (hidden(node)) return
  const tag = node.tagName
  if (tag === 'br') {
    gap(out, cell ? ' ' : '\n')
    return
  }
  if (tag === 'input') {
    const type = attribute(node, 'type') ?? 'text'
    if (type === 'checkbox' || type === 'radio') put(out, attribute(node, 'checked') === undefined ? '☐' : '☑')
    else if (type === 'text') put(out, attribute(node, 'value') ?? '')
    return
  }
  if (out.depth > 400) return
  out.depth++
  if (tag === 'tr') {
    gap(out, '\n')
    // A table that only lays the page out has cells full of blocks; those keep their lines.
    const laid = node.childNodes.some((child) => isElement(child) && wide(child))
    for (const child of node.childNodes) {
      if (!isElement(child)) continue
      if (child.tagName === 'td' || child.tagName === 'th') {
        write(out, child, false, !laid, null)
        gap(out, laid ? '\n' : '\t')
      } else write(out, child, false, !laid, null)
    }
    if (out.pending === '\t') out.pending = ''
    gap(out, '\n')
    out.depth--
    return
  }
  const block = BLOCKS.has(tag)
  const loose = /^(?:p|h[1-6]|table|ul|ol|dl|blockquote|hr)$/.test(tag)
  if (block) gap(out, cell ? ' ' : loose ? '\n\n' : '\n')
  if (tag === 'ol') {
    const start = Number(attribute(node, 'start') ?? '1')
    list = { number: (Number.isInteger(start) ? start : 1) - 1, type: attribute(node, 'type') ?? styled(node) }
  } else if (tag === 'ul') list = { number: 0, type: 'bullet' }
  if (tag === 'li' && list !== null) {
    const value = Number(attribute(node, 'value') ?? Number.NaN)
    list.number = Number.isInteger(value) ? value : list.number + 1
    put(out, `${marker(list)} `)
  }
  const separates = tag === 'dt' || (tag === 'th' && !cell)
  for (const child of node.childNodes) {
    write(out, child, preformatted || tag === 'pre', cell || (tag === 'td' && cell), list)
  }
  if (separates && tag === 'dt') gap(out, '\t')
  else if (block && tag !== 'dd') gap(out, cell ? ' ' : loose ? '\n\n' : '\n')
  else if (tag === 'dd') gap(out, '\n')
  out.depth--
}

/** A cell that holds whole paragraphs, tables or lists, and so is layout rather than data. */
function wide(element: Element): boolean {
  if (element.tagName !== 'td' && element.tagName !== 'th') return false
  let blocks = 0
  const stack: Node[] = [...element.childNodes]
  while (stack.length > 0) {
    const node = stack.pop()
    if (node === undefined || !isElement(node)) continue
    if (/^(?:table|h[1-6]|li)$/.test(node.tagName)) return true
    if (node.tagName === 'p' && ++blocks > 1) return true
    stack.push(...node.childNodes)
  }
  return false
}

function styled(element: Element): string {
  const style = /list-style(?:-type)?\s*:\s*([a-z-]+)/i.exec(attribute(element, 'style') ?? '')?.[1]
  return (
    {
      'lower-alpha': 'a',
      'lower-latin': 'a',
      'upper-alpha': 'A',
      'upper-latin': 'A',
      'lower-roman': 'i',
      'upper-roman': 'I',
      none: 'bullet',
    }[style ?? ''] ?? '1'
  )
}

const ROMAN = ['i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix', 'x', 'xi', 'xii', 'xiii', 'xiv', 'xv']

/** What the browser would draw before a list item. */
function marker({ number, type }: { number: number; type: string }): string {
  if (type === 'bullet') return '•'
  if (type === 'a' && number <= 26) return `${String.fromCharCode(96 + number)}.`
  if (type === 'A' && number <= 26) return `${String.fromCharCode(64 + number)}.`
  if (type === 'i') return `${ROMAN[number - 1] ?? number}.`
  if (type === 'I') return `${(ROMAN[number - 1] ?? String(number)).toUpperCase()}.`
  return `${number}.`
}

function titleOf(root: Node): string {
  const stack: Node[] = [root]
  while (stack.length > 0) {
    const node = stack.pop()
    if (node === undefined || !('childNodes' in node)) continue
    if (isElement(node) && node.tagName === 'title') {
      return node.childNodes
        .map((child) => ('value' in child ? child.value : ''))
        .join('')
        .replace(/\s+/g, ' ')
        .trim()
    }
    if (isElement(node) && node.tagName === 'body') continue
    stack.push(...node.childNodes)
  }
  return ''
}

function h1Of(root: Node, within: Node | null): Element | null {
  const stack: Node[] = [root]
  while (stack.length > 0) {
    const node = stack.pop()
    if (node === undefined || node === within || !('childNodes' in node)) continue
    if (isElement(node) && node.tagName === 'h1') return node
    for (let at = node.childNodes.length - 1; at >= 0; at--) {
      const child = node.childNodes[at]
      if (child !== undefined) stack.push(child)
    }
  }
  return null
}

/** The part of a page's title that names the council: "Decision details - Borough of Ostley". */
const COUNCIL =
  /^(?:[A-Z][\w'’&-]+\s+)+(?:Council|COUNCIL)\b|\b(?:Borough|City|County|Council) of (?:the )?[A-Z]|\b(?:BOROUGH|CITY|COUNTY) OF [A-Z]/

/** The council's name where the page prints it outside the part that is read: its banner, or its foot. */
function mastheadOf(root: Node, main: Node | null): string | undefined {
  if (main === null) return undefined
  const stack: Node[] = [root]
  while (stack.length > 0) {
    const node = stack.pop()
    if (node === undefined || node === main) continue
    if (node.nodeName === '#text' && 'value' in node) {
      const part = node.value
        .replace(/\s+/g, ' ')
        .trim()
        .split(/\s+[-–—|:]\s+/)
        .find((one) => COUNCIL.test(one) && one.length < 60)
      if (part !== undefined) return part
      continue
    }
    if (!('childNodes' in node)) continue
    if (isElement(node) && /^(?:script|style|head|noscript|template|svg)$/.test(node.tagName)) continue
    for (let at = node.childNodes.length - 1; at >= 0; at--) {
      const child = node.childNodes[at]
      if (child !== undefined) stack.push(child)
    }
  }
  return undefined
}

export function htmlText(html: string): string {
  const root = parse(html)
  const main = mainOf(root)
  const out: Out = { text: [], pending: '', started: false, depth: 0 }
  const named =
    mastheadOf(root, main)
    ?? titleOf(root)
      .split(/\s+[-–—|:]\s+/)
      .filter((part) => COUNCIL.test(part) && part.length < 80)
      .at(-1)
  if (named !== undefined) {
    put(out, named)
    gap(out, '\n\n')
  }
  if (main !== null) {
    const heading = h1Of(root, main)
    if (heading !== null) {
      write(out, heading, false, false, null)
      gap(out, '\n\n')
    }
  }
  write(out, main ?? root, false, false, null)
  return out.text.join('')
}
