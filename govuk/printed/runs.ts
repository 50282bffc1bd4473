import type { DefaultTreeAdapterTypes as Tree } from 'parse5'
import type { Run } from '#platform/document/index.ts'

export type Node = Tree.ChildNode
export type Element = Tree.Element

export const isElement = (node: Node): node is Element => 'tagName' in node
export const attribute = (element: Element, name: string): string | undefined =>
  element.attrs.find((one) => one.name === name)?.value
export const hasClass = (element: Element, ...names: readonly string[]): boolean => {
  const own = (attribute(element, 'class') ?? '').split(/\s+/u)
  return names.some((name) => own.includes(name))
}

/** What is there for whoever sits at the screen: forms, buttons, ways to other pages. */
const notPrinted = [
  'govuk-!-display-none-print',
  'govuk-button',
  'govuk-button-group',
  'govuk-back-link',
  'govuk-breadcrumbs',
  'govuk-error-summary',
  'govuk-pagination',
  'remit-contents',
  'remit-pager',
  'remit-parts',
  'remit-search__filters',
  'remit-sort__arrow',
]
const notPrintedTags = ['form', 'button', 'input', 'select', 'textarea', 'script', 'style', 'svg', 'nav', 'template']

export const isLeftOut = (element: Element): boolean =>
  notPrintedTags.includes(element.tagName)
  || hasClass(element, ...notPrinted)
  || attribute(element, 'hidden') !== undefined

/** On a line of their own within a cell or a sentence. */
const ownLine = ['remit-ref', 'remit-bars__says', 'remit-steps__words', 'remit-bars__title', 'remit-steps__title']

type Manner = Pick<Run, 'manner' | 'href' | 'lang'>
type Piece = Run & { isTag?: true }

/** The text of some nodes as it is read: one space for many, line ends where the page has them, states in brackets. */
export function runsOf(nodes: readonly Node[], origin: string): Run[] {
  const pieces: Piece[] = []
  for (const node of nodes) gather(node, {}, origin, pieces)
  return together(joined(pieces))
}

function gather(node: Node, manner: Manner, origin: string, pieces: Piece[]): void {
  if (node.nodeName === '#text') {
    pieces.push({ ...manner, text: (node as Tree.TextNode).value.replaceAll(/\s+/gu, ' ') })
    return
  }
  if (!isElement(node) || isLeftOut(node) || hasClass(node, 'govuk-visually-hidden')) return
  if (node.tagName === 'br') {
    pieces.push({ text: '\n' })
    return
  }
  const own = mannerOf(node, manner, origin)
  if (hasClass(node, 'govuk-tag')) {
    const text = textOf(node.childNodes, origin)
    if (text !== '') pieces.push({ ...own, text, isTag: true })
    return
  }
  const isOwnLine = hasClass(node, ...ownLine) || isBlock(node)
  if (isOwnLine) pieces.push({ text: '\n' })
  for (const child of node.childNodes) gather(child, own, origin, pieces)
  if (isOwnLine) pieces.push({ text: '\n' })
}

function mannerOf(element: Element, before: Manner, origin: string): Manner {
  const lang = attribute(element, 'lang')
  const said = lang === undefined ? before : { ...before, lang }
  switch (element.tagName) {
    case 'a': {
      const href = attribute(element, 'href') ?? ''
      if (/^https?:\/\//u.test(href)) return { ...said, href }
      return href.startsWith('/') ? { ...said, href: `${origin}${href}` } : said
    }
    case 'strong':
    case 'b':
      return { ...said, manner: said.manner ?? 'strong' }
    case 'del':
      return { ...said, manner: 'struck' }
    case 'ins':
      return { ...said, manner: 'put-in' }
    default:
      return said
  }
}

// A state that stands alone needs no brackets; beside other words it does: "Short breaks [In private]".
function joined(pieces: readonly Piece[]): Run[] {
  const alone = pieces.every(({ isTag, text }) => isTag || text.trim() === '')
  const tags = pieces.filter(({ isTag }) => isTag).length
  return pieces.flatMap(({ isTag, ...run }): Run[] =>
    !isTag
      ? [run]
      : alone && tags === 1
        ? [{ ...run, manner: 'strong' }]
        : [{ text: ' ' }, { ...run, text: `[${run.text}]`, manner: 'strong' }, { text: ' ' }],
  )
}

/** Spaces are counted across runs, none stands at a line's beginning or end, and no line is empty. */
function together(runs: readonly Run[]): Run[] {
  const out: Run[] = []
  let before = '\n'
  for (const { text, ...manner } of runs) {
    let kept = ''
    for (const one of text) {
      if (one === ' ' && (before === ' ' || before === '\n')) continue
      if (one === '\n') {
        if (before === '\n') continue
        if (before === ' ') {
          if (kept === '') shorten(out)
          else kept = kept.slice(0, -1)
        }
      }
      kept += one
      before = one
    }
    if (kept !== '') out.push({ text: kept, ...manner })
  }
  while (out.length > 0 && /[ \n]$/u.test(out.at(-1)?.text ?? '')) shorten(out)
  return out
}

function shorten(runs: Run[]): void {
  const last = runs.pop()
  if (last && last.text.length > 1) runs.push({ ...last, text: last.text.slice(0, -1) })
}

export const textOf = (nodes: readonly Node[], origin: string): string =>
  runsOf(nodes, origin)
    .map(({ text }) => text)
    .join('')

const blocks = new Set(
  'address article aside blockquote caption dd details div dl dt fieldset figcaption figure footer h1 h2 h3 h4 h5 h6 header hr li main ol p pre section summary table tbody td th thead tr ul'.split(
    ' ',
  ),
)
export const isBlock = (node: Node): boolean => isElement(node) && blocks.has(node.tagName)
