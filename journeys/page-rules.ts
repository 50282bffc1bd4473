import {
  attribute,
  byId,
  elements,
  has,
  isHidden,
  nameOf,
  parseStrictly,
  spokenOf,
  wordsOf,
  type Element,
} from './tree.ts'

/** Everything that is wrong with a page as it was sent; nothing for a sound one. */
export function faultsOf(source: string): string[] {
  const { document, faults } = parseStrictly(source)
  const all = elements(document)
  return [...faults, ...headings(all), ...ids(all), ...pointers(all, document), ...names(all, document), ...title(all)]
}

function headings(all: Element[]): string[] {
  const found = all.filter(({ tagName }) => /^h[1-6]$/u.test(tagName))
  const first = found.filter(({ tagName }) => tagName === 'h1')
  const faults =
    first.length === 1 ? [] : [`has ${first.length} main headings: ${first.map(wordsOf).join(' | ') || 'none'}`]
  let before = 0
  for (const heading of found) {
    const level = Number(heading.tagName.slice(1))
    // What went wrong, or what was just done, stands above the heading of the page and begins at the second level.
    const above = before === 0 && level === 2
    if (level > before + 1 && !above)
      faults.push(`the heading “${wordsOf(heading)}” is an h${level} after ${before === 0 ? 'none' : `an h${before}`}`)
    if (wordsOf(heading) === '') faults.push(`an empty h${level}`)
    before = level
  }
  return faults
}

function ids(all: Element[]): string[] {
  const seen = new Set<string>()
  return all.flatMap((element) => {
    const id = attribute(element, 'id')
    if (id === undefined) return []
    if (seen.has(id)) return [`#${id} is there twice`]
    seen.add(id)
    return /^\S+$/u.test(id) ? [] : [`“${id}” is no good as an id`]
  })
}

const pointing = ['for', 'aria-labelledby', 'aria-describedby', 'aria-controls', 'headers', 'list', 'form']

function pointers(all: Element[], document: Parameters<typeof byId>[0]): string[] {
  const known = new Set(all.flatMap((element) => attribute(element, 'id') ?? []))
  const loose = all.flatMap((element) =>
    pointing.flatMap((name) =>
      (attribute(element, name)?.split(/\s+/u) ?? [])
        .filter((id) => id && !known.has(id))
        .map((id) => `${element.tagName} ${name}="${id}" points nowhere`),
    ),
  )
  const jumps = all.flatMap((element) => {
    const href = element.tagName === 'a' ? attribute(element, 'href') : undefined
    return href?.startsWith('#') && href.length > 1 && !byId(document, decodeURIComponent(href.slice(1)))
      ? [`the link “${wordsOf(element)}” jumps to ${href}, which is not there`]
      : []
  })
  return [...loose, ...jumps]
}

function names(all: Element[], document: Parameters<typeof nameOf>[0]): string[] {
  return all.flatMap((element) => {
    const { tagName } = element
    const field = ['input', 'select', 'textarea'].includes(tagName) && attribute(element, 'type') !== 'hidden'
    const needsName =
      field || tagName === 'button' || tagName === 'fieldset' || (tagName === 'a' && has(element, 'href'))
    if (needsName && !isHidden(element) && nameOf(document, element) === '')
      return [
        `a ${tagName} (${attribute(element, 'name') ?? attribute(element, 'href') ?? attribute(element, 'class') ?? ''}) that nobody can name`,
      ]
    if (tagName === 'img' && !has(element, 'alt')) return ['a picture without words']
    if (
      tagName === 'form'
      && attribute(element, 'method') === 'post'
      && !elements(element).some((one) => attribute(one, 'name') === '_csrf')
    )
      return [`a form to ${attribute(element, 'action') ?? 'here'} without its guard`]
    if (tagName === 'table' && !elements(element).some((one) => one.tagName === 'caption'))
      return ['a table without a caption']
    return []
  })
}

function title(all: Element[]): string[] {
  const words =
    all
      .find(({ tagName }) => tagName === 'title')
      ?.childNodes.map((child) => ('value' in child ? child.value : ''))
      .join('') ?? ''
  const heading = all.find(({ tagName }) => tagName === 'h1')
  if (!heading) return []
  const said = spokenOf(heading)
  const named = words.replace(/^Error: /u, '').split(' - ')[0] ?? ''
  return words.includes(said) || (named.length > 3 && said.includes(named))
    ? []
    : [`the title “${words}” does not say “${said}”`]
}
