import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import { parse, type DefaultTreeAdapterTypes } from 'parse5'
import { gallery } from './gallery.ts'

type Node = DefaultTreeAdapterTypes.Node
type Element = DefaultTreeAdapterTypes.Element

const markup = gallery().toString()
const errors: string[] = []
const document = parse(markup, {
  onParseError: (error) => errors.push(`${error.code}: ${markup.split('\n')[error.startLine - 1]?.slice(0, 120)}`),
})
const elementsOf = (node: Node): Element[] => [
  ...('tagName' in node ? [node] : []),
  ...('childNodes' in node ? node.childNodes.flatMap(elementsOf) : []),
]
const elements = elementsOf(document)
const attribute = (element: Element, name: string) => element.attrs.find((each) => each.name === name)?.value
const all = (name: string) => elements.flatMap((element) => attribute(element, name) ?? [])

test('everything together parses without a single error', () => {
  assert.deepEqual(errors, [])
})

test('no id is given twice, and whatever points to an id finds it', () => {
  const ids = all('id')
  assert.deepEqual(
    ids.filter((id, at) => ids.indexOf(id) !== at),
    [],
  )
  const known = new Set(ids)
  for (const name of ['for', 'aria-labelledby', 'aria-describedby', 'aria-controls', 'data-aria-controls']) {
    for (const id of all(name).flatMap((list) => list.split(' '))) assert.ok(known.has(id), `${name}="${id}"`)
  }
  for (const fill of all('fill').filter((each) => each.startsWith('url(')))
    assert.ok(known.has(fill.slice(5, -1)), fill)
})

test('nothing asks for what the content security policy forbids', () => {
  for (const { tagName, attrs, childNodes } of elements) {
    assert.notEqual(tagName, 'style')
    if (tagName === 'script') assert.equal(childNodes.length, 0)
    for (const { name } of attrs) assert.doesNotMatch(name, /^(on.*|style)$/)
  }
})

test('every error of the question leads to its field, and the strayest is not lost', () => {
  const links = elements
    .filter(({ parentNode }) => parentNode !== null && 'tagName' in parentNode && parentNode.tagName === 'li')
    .map((element) => attribute(element, 'href'))
    .filter((link) => ['#verb', '#limit', '#until-day'].includes(link ?? ''))
  assert.deepEqual(links, ['#verb', '#limit', '#until-day'])
})

test('every class of our own that is used is also styled, and the other way round', () => {
  const css = readFileSync(new URL('assets/remit.css', import.meta.url), 'utf8')
  const used = new Set(
    all('class')
      .flatMap((names) => names.split(/\s+/))
      .filter((name) => name.startsWith('remit-')),
  )
  const styled = new Set([...css.matchAll(/\.(remit-[\w-]+)/g)].map((match) => match[1] ?? ''))
  // Only names: they say what a thing is, and the rule of their family suits them.
  const names = [
    'remit-finding--note',
    'remit-box--record',
    'remit-tree__list--root',
    'remit-search__results',
    'remit-part--left',
    'remit-part--passed-on',
    'remit-part--forecast',
    'remit-header__name',
    'remit-wide',
    'remit-gantt__before',
  ]
  const unstyled = [...used].filter((name) => !styled.has(name) && !names.includes(name))
  // What only the pages of a room use is looked for in their source; the gallery shows what all of them share.
  const root = new URL('../', import.meta.url)
  const rooms = ['modules', 'site']
    .flatMap((folder) =>
      readdirSync(new URL(`${folder}/`, root), { recursive: true, encoding: 'utf8' })
        .filter((file) => file.endsWith('.ts'))
        .map((file) => readFileSync(new URL(`${folder}/${file}`, root), 'utf8')),
    )
    .join('')
  const unused = [...styled].filter(
    (name) => !used.has(name) && !names.includes(name) && !new RegExp(`${name}(?![\\w-])`).test(rooms),
  )
  assert.deepEqual({ unstyled, unused }, { unstyled: [], unused: [] })
})

test('markup is taken on trust nowhere but in the proof of the components', () => {
  const root = new URL('../', import.meta.url)
  const sources = ['govuk', 'platform', 'modules', 'journeys', 'checks'].flatMap((folder) =>
    readdirSync(new URL(`${folder}/`, root), { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts'))
      .map((file) => `${folder}/${file}`),
  )
  assert.ok(sources.length > 50)
  const trusting = sources.filter((file) => readFileSync(new URL(file, root), 'utf8').includes('trustedHtml'))
  assert.deepEqual(trusting.toSorted(), [
    'govuk/fixtures.test.ts',
    'govuk/gallery.test.ts',
    'platform/html.test.ts',
    'platform/html.ts',
  ])
})
