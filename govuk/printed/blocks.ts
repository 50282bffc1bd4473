import { parseFragment } from 'parse5'
import { heading, list, paragraph, tableOf, type Block, type Run } from '#platform/document/index.ts'
import type { Html } from '#platform/html.ts'
import { attribute, hasClass, isBlock, isElement, isLeftOut, runsOf, textOf, type Element, type Node } from './runs.ts'

/** Where something of the page was left out, for the headings that announce nothing else. */
type Left = { kind: 'left-out' }

/**
 * What a page shows, as the parts of a document: headings, paragraphs, lists, facts and tables in the order in which they are read. What is there
 * for whoever sits at the screen is left out; a drawing is told by its table, what is folded up is unfolded, what is said to screen readers
 * alone is said by the document's own structure.
 * @param origin what addresses within the site begin with, "https://decisions.example.gov.uk"
 */
export function printedBlocks(page: Html, origin: string): Block[] {
  const found: (Block | Left)[] = []
  for (const node of grouped(parseFragment(page.toString()).childNodes)) found.push(...blocksOf(node, origin))
  return withoutEmptyHeadings(found)
}

// A paragraph of what stands loose between blocks.
type Loose = { loose: Node[] }

function* grouped(nodes: readonly Node[]): Generator<Node | Loose> {
  let loose: Node[] = []
  for (const node of nodes) {
    if (!isBlock(node) && !(isElement(node) && (isLeftOut(node) || hasBlocks(node)))) {
      loose.push(node)
      continue
    }
    if (loose.length > 0) yield { loose }
    loose = []
    yield node
  }
  if (loose.length > 0) yield { loose }
}

const hasBlocks = (element: Element): boolean =>
  element.childNodes.some((one) => isBlock(one) || (isElement(one) && hasBlocks(one)))

const said = (runs: readonly Run[]): Block[] => (runs.length === 0 ? [] : [paragraph(runs)])

function blocksOf(node: Node | Loose, origin: string): (Block | Left)[] {
  if ('loose' in node) return captionsApart(node.loose, origin)
  if (!isElement(node)) return []
  if (isLeftOut(node)) return [{ kind: 'left-out' }]
  if (hasClass(node, 'govuk-visually-hidden')) return []
  const inside = (): (Block | Left)[] => [...grouped(node.childNodes)].flatMap((one) => blocksOf(one, origin))
  switch (node.tagName) {
    case 'h1':
    case 'h2':
    case 'h3':
    case 'h4':
    case 'h5':
    case 'h6': {
      const text = textOf(node.childNodes, origin).replaceAll('\n', ' ')
      const level = hasClass(node, 'govuk-summary-card__title') ? 3 : Math.min(3, Number(node.tagName[1]))
      return text === '' ? [] : [heading(level === 1 ? 1 : level === 2 ? 2 : 3, text)]
    }
    case 'p':
    case 'pre':
      return said(runsOf(node.childNodes, origin))
    case 'ul':
    case 'ol':
      return listOf(node, origin)
    case 'dl':
      return factsOf(node, origin)
    case 'table':
      return tablesOf(node, origin)
    case 'figure':
      return figureOf(node, inside, origin)
    case 'summary':
      return said(runsOf(node.childNodes, origin).map((run) => ({ ...run, manner: 'strong' })))
    default:
      return inside()
  }
}

// "Notice · N-2022-0001" above a heading is a line of its own.
function captionsApart(nodes: readonly Node[], origin: string): Block[] {
  const at = nodes.findIndex((one) => isElement(one) && /\bgovuk-caption-/u.test(attribute(one, 'class') ?? ''))
  if (at < 0) return said(runsOf(nodes, origin))
  return [nodes.slice(0, at), nodes.slice(at, at + 1), nodes.slice(at + 1)].flatMap((part) =>
    said(runsOf(part, origin)),
  )
}

function listOf(element: Element, origin: string): Block[] {
  const items: { label: string | null; words: readonly Run[] }[] = []
  const isNumbered = element.tagName === 'ol' && !/\bremit-/u.test(attribute(element, 'class') ?? '')
  for (const item of element.childNodes) {
    if (!isElement(item) || item.tagName !== 'li' || isLeftOut(item)) continue
    const inner = item.childNodes.filter((one) => isElement(one) && (one.tagName === 'ul' || one.tagName === 'ol'))
    const runs = runsOf(
      item.childNodes.filter((one) => !inner.includes(one)),
      origin,
    )
    if (attribute(item, 'aria-current') !== undefined) runs.push({ text: ' (it is here now)' })
    if (runs.length > 0) items.push(labelled(runs, isNumbered ? `${items.length + 1}.` : null))
    for (const one of inner)
      for (const block of listOf(one as Element, origin))
        if (block.kind === 'list')
          items.push(...block.items.map(({ label, runs: words }) => ({ label: label ?? '–', words })))
  }
  return items.length === 0 ? [] : [list(items)]
}

// "(iv) Approve" and "2. Short breaks" bring their labels along.
function labelled(runs: Run[], label: string | null): { label: string | null; words: readonly Run[] } {
  const [first, ...rest] = runs
  const own = label === null ? /^(?:\([\p{L}\d]{1,4}\)|\d{1,3}\.)(?=\s|$)/u.exec(first?.text ?? '')?.[0] : undefined
  if (first === undefined || own === undefined) return { label, words: runs }
  const left = first.text.slice(own.length).trimStart()
  const words = left === '' ? rest : [{ ...first, text: left }, ...rest]
  const [start, ...more] = words
  return { label: own, words: start ? [{ ...start, text: start.text.trimStart() }, ...more] : [] }
}

function factsOf(element: Element, origin: string): (Block | Left)[] {
  const rows = element.childNodes.filter(isElement).flatMap((one) => (one.tagName === 'div' ? one.childNodes : [one]))
  let key = ''
  return rows.filter(isElement).flatMap((one): (Block | Left)[] => {
    if (one.tagName === 'dt') {
      key = textOf(one.childNodes, origin)
      return []
    }
    if (hasClass(one, 'govuk-summary-list__actions')) return []
    const blocks = [...grouped(one.childNodes)].flatMap((each) => blocksOf(each, origin))
    const label: Run = { text: `${key}${/[?:]$/u.test(key) ? '' : ':'} `, manner: 'strong' }
    const [first, ...rest] = together(blocks)
    key = ''
    if (label.text === ': ') return blocks
    return first?.kind === 'paragraph'
      ? [paragraph([label, ...first.runs]), ...rest]
      : [paragraph([{ ...label, text: label.text.trimEnd() }]), ...blocks]
  })
}

// Short lines, names of members for one, stand under one another as one fact.
function together(blocks: readonly (Block | Left)[]): (Block | Left)[] {
  const lines = blocks.flatMap((one) => (one.kind === 'paragraph' ? [one.runs] : []))
  const isShort = lines.every((runs) => runs.reduce((sum, { text }) => sum + text.length, 0) < 100)
  if (lines.length < 2 || lines.length < blocks.length || !isShort) return [...blocks]
  return [paragraph(lines.flatMap((runs, at) => (at === 0 ? runs : [{ text: '\n' }, ...runs])))]
}

function tablesOf(element: Element, origin: string): Block[] {
  const rows: { cells: string[]; isHead: boolean; isNamed: boolean }[] = []
  const captions: Block[] = []
  const walk = (node: Element, isHead: boolean): void => {
    for (const child of node.childNodes) {
      if (!isElement(child)) continue
      if (child.tagName === 'caption' && !hasClass(child, 'govuk-visually-hidden'))
        captions.push(heading(3, textOf(child.childNodes, origin).replaceAll('\n', ' ')))
      else if (child.tagName === 'tr') rows.push(rowOf(child, isHead, origin))
      else walk(child, child.tagName === 'thead')
    }
  }
  walk(element, false)
  const head = rows.find(({ isHead }) => isHead)?.cells
  const body = rows.filter(({ isHead }) => !isHead).map(({ cells }) => cells)
  if (head === undefined)
    return [
      ...captions,
      ...body.map(([key = '', ...rest]) =>
        paragraph([{ text: `${key}: `, manner: 'strong' }, { text: rest.join(', ') }]),
      ),
    ]
  return [
    ...captions,
    tableOf(
      head,
      body,
      rows.every(({ isHead, isNamed }) => isHead || isNamed),
    ),
  ]
}

function rowOf(row: Element, isHead: boolean, origin: string): { cells: string[]; isHead: boolean; isNamed: boolean } {
  const cells = row.childNodes.filter(isElement)
  return { cells: cells.map((cell) => textOf(cell.childNodes, origin)), isHead, isNamed: cells[0]?.tagName === 'th' }
}

function figureOf(element: Element, inside: () => (Block | Left)[], origin: string): (Block | Left)[] {
  const table = within(element, 'table')
  if (!table) return inside()
  const title = within(element, 'figcaption')
  return [...(title ? [heading(3, textOf(title.childNodes, origin))] : []), ...tablesOf(table, origin)]
}

function within(element: Element, tag: string): Element | undefined {
  for (const child of element.childNodes) {
    if (!isElement(child)) continue
    const found = child.tagName === tag ? child : within(child, tag)
    if (found) return found
  }
  return undefined
}

/** A heading above nothing but a form or a button announces nothing in a document; one that is a sentence by itself stays. */
function withoutEmptyHeadings(found: readonly (Block | Left)[]): Block[] {
  return found.flatMap((block, at): Block[] => {
    if (block.kind === 'left-out') return []
    if (block.kind !== 'heading') return [block]
    const after = found.slice(at + 1)
    const end = after.findIndex((one) => one.kind !== 'left-out')
    const next = end < 0 ? undefined : after[end]
    const isBare = next === undefined || (next.kind === 'heading' && next.level <= block.level)
    return isBare && after[0]?.kind === 'left-out' ? [] : [block]
  })
}
