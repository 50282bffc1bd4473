import { parse, type DefaultTreeAdapterTypes as Tree, type ParserError } from 'parse5'

export type Element = Tree.Element
export type Root = Tree.Document | Element

/** A page as it was sent, with all that a strict parser has to say about it; scripts do not run. */
export function parseStrictly(source: string): { document: Tree.Document; faults: string[] } {
  const faults: string[] = []
  const lines = source.split('\n')
  const onParseError = ({ code, startLine }: ParserError) => {
    faults.push(`${code} at line ${startLine}: ${lines[startLine - 1]?.trim().slice(0, 160) ?? ''}`)
  }
  return { document: parse(source, { onParseError, scriptingEnabled: false, sourceCodeLocationInfo: true }), faults }
}

// A page as it was sent does not change, and is asked the same things many times over.
const below = new WeakMap<Root, Element[]>()
const labelled = new WeakMap<Root, Map<string, Element>>()

/** All elements below, in the order of the page. */
export function elements(root: Root): Element[] {
  const known = below.get(root)
  if (known) return known
  const found = root.childNodes.flatMap((child) => ('tagName' in child ? [child, ...elements(child)] : []))
  below.set(root, found)
  return found
}

export const attribute = (element: Element, name: string): string | undefined =>
  element.attrs.find((one) => one.name === name)?.value

export const has = (element: Element, name: string): boolean => attribute(element, name) !== undefined

export const hasClass = (element: Element, name: string): boolean =>
  (attribute(element, 'class') ?? '').split(/\s+/u).includes(name)

const byAttribute = (all: Element[], name: string): Map<string, Element> =>
  new Map(
    all
      .flatMap((one) => {
        const value = attribute(one, name)
        return value === undefined ? [] : [[value, one] as const]
      })
      .reverse(),
  )

const named = new WeakMap<Root, Map<string, Element>>()

/** The first element with this id. */
export function byId(root: Root, id: string): Element | undefined {
  const known = named.get(root) ?? byAttribute(elements(root), 'id')
  named.set(root, known)
  return known.get(id)
}

function labelFor(root: Root, id: string): Element | undefined {
  const known =
    labelled.get(root)
    ?? byAttribute(
      elements(root).filter(({ tagName }) => tagName === 'label'),
      'for',
    )
  labelled.set(root, known)
  return known.get(id)
}

/** The nearest element around this one that is one of `tags`. */
export function around(element: Element, ...tags: string[]): Element | undefined {
  let at: Tree.ParentNode | null = element.parentNode
  while (at && 'tagName' in at) {
    if (tags.includes(at.tagName)) return at
    at = at.parentNode
  }
  return undefined
}

/** Whether an element, or something around it, is hidden. */
export function isHidden(element: Element): boolean {
  let at: Tree.ParentNode | null = element
  while (at && 'tagName' in at) {
    if (has(at, 'hidden')) return true
    at = at.parentNode
  }
  return false
}

// Words in these run on; everything else begins a line of its own.
const inline = new Set([
  'a',
  'abbr',
  'b',
  'code',
  'em',
  'i',
  'mark',
  'q',
  's',
  'small',
  'span',
  'strong',
  'sub',
  'sup',
  'time',
  'tspan',
  'u',
  'wbr',
])
const silent = new Set(['script', 'style', 'template', 'title', 'head'])

/** The words that can be seen in an element, in one line. */
export const wordsOf = (node: Root): string => spaced(gather(node, () => false))

/** The words by which an element is known to those who hear it: without what is only decoration. */
export const spokenOf = (node: Root): string =>
  spaced(gather(node, (element) => attribute(element, 'aria-hidden') === 'true'))

export const spaced = (text: string): string => text.replaceAll(/\s+/gu, ' ').trim()

function gather(node: Tree.ChildNode | Tree.Document, skipped: (element: Element) => boolean): string {
  if (node.nodeName === '#text') return 'value' in node ? node.value : ''
  if (!('childNodes' in node)) return ''
  if ('tagName' in node) {
    if (
      silent.has(node.tagName)
      || has(node, 'hidden')
      || hasClass(node, 'govuk-radios__conditional--hidden')
      || skipped(node)
    )
      return ''
    const within = node.childNodes.map((child) => gather(child, skipped)).join('')
    return inline.has(node.tagName) ? within : ` ${within} `
  }
  return node.childNodes.map((child) => gather(child, skipped)).join('')
}

/** What an element is called: by its label, its own words, or what stands in for them. */
export function nameOf(document: Tree.Document, element: Element): string {
  const labels = attribute(element, 'aria-labelledby')
  if (labels)
    return spaced(
      labels
        .split(/\s+/u)
        .map((id) => {
          const found = byId(document, id)
          return found ? spokenOf(found) : ''
        })
        .join(' '),
    )
  const label = attribute(element, 'aria-label')
  if (label) return spaced(label)
  if (['a', 'button', 'summary'].includes(element.tagName)) return spokenOf(element)
  if (element.tagName === 'fieldset') {
    const legend = element.childNodes.find(
      (child): child is Element => 'tagName' in child && child.tagName === 'legend',
    )
    return legend ? spokenOf(legend) : ''
  }
  const id = attribute(element, 'id')
  const label2 = (id === undefined ? undefined : labelFor(document, id)) ?? around(element, 'label')
  return label2 ? spokenOf(label2) : ''
}
