/**
 * HTML reduced to what makes a difference: two texts that a browser shows and reads out alike give the same lines.
 * Attributes are put in order. White space that a browser collapses is collapsed; where inline elements open or close
 * beside it, it is put as early as it can be.
 */
import { parseFragment, type DefaultTreeAdapterTypes } from 'parse5'

type Node = DefaultTreeAdapterTypes.ChildNode

/** Elements in a line of text: the space around them can be seen. */
const inline = new Set(['a', 'span', 'strong', 'em', 'b', 'i', 'code', 'abbr'])
/** Elements that keep every space. */
const kept = new Set(['textarea', 'pre'])

type Piece = { text: string } | { tag: string; isInline: boolean }

export function essence(markup: string): string[] {
  const pieces: Piece[] = []
  for (const node of parseFragment(markup).childNodes) collect(node, false, pieces)
  return settle(pieces)
}

function collect(node: Node, keepSpace: boolean, pieces: Piece[]): void {
  if (node.nodeName === '#text' && 'value' in node) {
    if (keepSpace) pieces.push({ tag: JSON.stringify(node.value), isInline: true })
    else pieces.push({ text: node.value.replace(/[\t\n\f\r ]+/g, ' ') })
    return
  }
  if (!('tagName' in node)) return
  const isInline = inline.has(node.tagName)
  const attributes = node.attrs
    .map(({ name, value }) => ` ${name}=${JSON.stringify(name === 'class' ? spaced(value) : value)}`)
    .toSorted()
    .join('')
  pieces.push({ tag: `<${node.tagName}${attributes}>`, isInline })
  for (const child of node.childNodes) collect(child, keepSpace || kept.has(node.tagName), pieces)
  pieces.push({ tag: `</${node.tagName}>`, isInline })
}

const spaced = (names: string): string => names.trim().replace(/\s+/g, ' ')

function settle(pieces: readonly Piece[]): string[] {
  const lines: string[] = []
  // The last line that holds text of the present line of words, to which a space may still be added.
  let words: number | null = null
  const endLine = () => {
    if (words !== null) lines[words] = (lines[words] ?? '').trimEnd()
    words = null
  }
  for (const piece of pieces) {
    if ('tag' in piece) {
      if (!piece.isInline) endLine()
      lines.push(piece.tag)
      continue
    }
    if (piece.text.startsWith(' ') && words !== null && !(lines[words] ?? '').endsWith(' ')) lines[words] += ' '
    const text = piece.text.trimStart()
    if (text === '') continue
    if (words === lines.length - 1) lines[words] += text
    else {
      words = lines.length
      lines.push(text)
    }
  }
  endLine()
  return lines
}
