import { inflateSync } from 'node:zlib'

/** Reads a PDF as a checker of PDF/UA and a screen reader do: its objects, its structure, and what each piece of its pages says. */
export type Ref = { ref: number }
export type Name = { name: string }
export type Value = null | boolean | number | string | Name | Ref | Value[] | Dict
export type Dict = { [key: string]: Value }
type Thing = { value: Value; stream: Buffer | null }

const isRef = (value: Value | undefined): value is Ref => typeof value === 'object' && value !== null && 'ref' in value
const dictOf = (value: Value | undefined): Dict | null =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !isRef(value) && !('name' in value)
    ? value
    : null
export const nameOf = (value: Value | undefined): string | null =>
  typeof value === 'object' && value !== null && 'name' in value && typeof value.name === 'string' ? value.name : null

/** What stands in a file or a page, one thing after the other. An operator is `{ op }`. */
class Tokens {
  at: number
  readonly #text: string
  constructor(text: string, at = 0) {
    this.#text = text
    this.at = at
  }

  next(): Value | { op: string } | undefined {
    const text = this.#text
    const space = /[\s\0]*(?:%[^\n\r]*[\s\0]*)*/uy
    space.lastIndex = this.at
    space.exec(text)
    this.at = space.lastIndex
    if (this.at >= text.length) return undefined
    const take = (pattern: RegExp): RegExpExecArray | null => {
      pattern.lastIndex = this.at
      const found = pattern.exec(text)
      if (found) this.at = pattern.lastIndex
      return found
    }
    let found: RegExpExecArray | null
    if (take(/<</uy)) {
      const dict: Dict = {}
      for (;;) {
        const key = this.next()
        if (key === undefined || (typeof key === 'object' && key !== null && 'op' in key)) return dict
        dict[nameOf(key as Value) ?? '?'] = this.next() as Value
      }
    }
    if (take(/>>/uy)) return { op: '>>' }
    if ((found = take(/<([0-9a-fA-F\s]*)>/uy)))
      return Buffer.from((found[1] ?? '').replaceAll(/\s/gu, ''), 'hex').toString('latin1')
    if (take(/\[/uy)) {
      const list: Value[] = []
      for (;;) {
        const one = this.next()
        if (one === undefined || (typeof one === 'object' && one !== null && 'op' in one)) return list
        list.push(one)
      }
    }
    if (take(/\]/uy)) return { op: ']' }
    if ((found = take(/\/([^\s\0/<>[\]()%]*)/uy)))
      return {
        name: (found[1] ?? '').replaceAll(/#([0-9a-f]{2})/giu, (_, code: string) =>
          String.fromCharCode(Number.parseInt(code, 16)),
        ),
      }
    if ((found = take(/(\d+) (\d+) R/uy))) return { ref: Number(found[1]) }
    if ((found = take(/[-+]?(?:\d+\.?\d*|\.\d+)/uy))) return Number(found[0])
    if (take(/\(/uy)) return this.#string()
    found = take(/[^\s\0/<>[\]()%]+/uy)
    const word = found?.[0] ?? text[this.at++] ?? ''
    return word === 'true' ? true : word === 'false' ? false : word === 'null' ? null : { op: word }
  }

  #string(): string {
    let depth = 1
    let said = ''
    for (; this.at < this.#text.length; this.at++) {
      const one = this.#text[this.at] ?? ''
      if (one === '\\') {
        const next = this.#text[++this.at] ?? ''
        const plain: Record<string, string> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' }
        said += plain[next] ?? next
        continue
      }
      if (one === '(') depth++
      if (one === ')' && --depth === 0) break
      said += one
    }
    this.at++
    return said
  }
}

/** A text string of PDF as people read it. */
export const textOf = (value: Value | undefined): string | null => {
  if (typeof value !== 'string') return null
  if (!value.startsWith('þÿ')) return value
  const bytes = Buffer.from(value.slice(2), 'latin1')
  return bytes.swap16().toString('utf16le')
}

export type Node = { role: string; ref: number; dict: Dict; children: (Node | string | { annotation: Dict })[] }
/** What was found by machine to be against PDF/UA-1, with the failure condition of the Matterhorn Protocol where there is one. */
export type Reading = {
  root: Node
  faults: string[]
  catalog: Dict
  pages: number
  bookmarks: { title: string; level: number }[]
  artifacts: string[]
}

type Code = { font: string; code: number }

export function readPdf(file: Uint8Array): Reading {
  const raw = Buffer.from(file).toString('latin1')
  const faults: string[] = []
  const fault = (isFault: boolean, what: string): void => void (isFault && faults.push(what))
  const things = new Map<number, Thing>()
  const table = raw.slice(raw.lastIndexOf('xref', raw.lastIndexOf('startxref') - 1))
  for (const [at, [, offset = '']] of [...table.matchAll(/(\d{10}) \d{5} n/gu)].entries()) {
    const start = raw.indexOf('obj', Number(offset)) + 3
    fault(!raw.startsWith(`${at + 1} 0 obj`, Number(offset)), `object ${at + 1} is not where the table says`)
    const tokens = new Tokens(raw, start)
    const value = tokens.next() as Value
    let stream: Buffer | null = null
    const begin = /\s*stream\n/uy
    begin.lastIndex = tokens.at
    const about = dictOf(value)
    if (about && begin.test(raw)) {
      stream = Buffer.from(raw.slice(begin.lastIndex, begin.lastIndex + Number(about['Length'])), 'latin1')
      if (nameOf(about['Filter']) === 'FlateDecode') stream = inflateSync(stream)
    }
    things.set(at + 1, { value, stream })
  }
  const thing = (value: Value | undefined): Thing | undefined => (isRef(value) ? things.get(value.ref) : undefined)
  const get = (value: Value | undefined): Value | undefined => (isRef(value) ? things.get(value.ref)?.value : value)
  const dict = (value: Value | undefined): Dict => dictOf(get(value)) ?? {}
  const list = (value: Value | undefined): Value[] => {
    const found = get(value)
    return Array.isArray(found) ? found : found === undefined || found === null ? [] : [found]
  }
  const trailer = new Tokens(raw, raw.lastIndexOf('trailer') + 7).next() as Dict
  const catalog = dict(trailer['Root'])

  // The file as a whole.
  fault('Encrypt' in trailer, '26: encrypted')
  fault(dict(catalog['MarkInfo'])['Marked'] !== true, '06-001: not marked as tagged')
  fault(dict(catalog['MarkInfo'])['Suspects'] === true, '02-001: suspects')
  fault(dict(catalog['ViewerPreferences'])['DisplayDocTitle'] !== true, '07-002: the title is not shown')
  fault(!/^[a-z]{2,3}(-[A-Za-z0-9]+)*$/u.test(textOf(get(catalog['Lang'])) ?? ''), '11-006: no language')
  const metadata = thing(catalog['Metadata'])?.stream?.toString('utf8') ?? ''
  fault(!/<pdfuaid:part>1<\/pdfuaid:part>/u.test(metadata), '06-002: does not say that it is PDF/UA-1')
  const title = /<dc:title>[\s\S]*?<rdf:li[^>]*>([\s\S]*?)<\/rdf:li>/u
    .exec(metadata)?.[1]
    ?.replaceAll(/&#(\d+);/gu, (_, code: string) => String.fromCharCode(Number(code)))
  fault(!title, '06-003: no title in the metadata')
  fault(/&(?!#?\w+;)/u.test(metadata) || /<(?![/?a-zA-Z])/u.test(metadata), 'the metadata is not well-formed')
  fault(
    title !== (textOf(get(dict(trailer['Info'])['Title'])) ?? ''),
    'the title differs between metadata and information',
  )

  // Fonts: each is in the file, each of its letters can be read back, and is as broad as it says.
  const fonts = new Map<
    Value,
    {
      read: (code: number) => string | undefined
      width: (code: number) => number
      drawn: number[] | null
      name: string
    }
  >()
  const fontOf = (of: Value) => {
    const key = isRef(of) ? of.ref : 0
    let font = fonts.get(key)
    if (font) return font
    const top = dict(of)
    const below = dict(list(top['DescendantFonts'])[0])
    const name = nameOf(top['BaseFont']) ?? '?'
    const file = thing(dict(below['FontDescriptor'])['FontFile2'])?.stream
    fault(!file, `31-009: ${name} is not embedded`)
    fault(nameOf(below['CIDToGIDMap']) !== 'Identity', `31-006: ${name} has no map of its glyphs`)
    const map = thing(top['ToUnicode'])?.stream?.toString('latin1') ?? ''
    fault(map === '', `31-027: ${name} cannot be read back`)
    const codes = new Map<number, string>()
    for (const [, from = '', , all = ''] of map.matchAll(/<([0-9a-f]{4})> <([0-9a-f]{4})> \[([^\]]*)\]/gu))
      for (const [at, [, of = '']] of [...all.matchAll(/<([^>]*)>/gu)].entries())
        codes.set(
          Number.parseInt(from, 16) + at,
          textOf(`þÿ${Buffer.from(of.replaceAll(' ', ''), 'hex').toString('latin1')}`) ?? '',
        )
    const widths = list(list(below['W'])[1])
    font = {
      read: (code) => codes.get(code),
      width: (code) => Number(widths[code]),
      drawn: file ? advancesOf(file) : null,
      name,
    }
    fonts.set(key, font)
    return font
  }
  const checked = new Set<string>()
  const checkCode = (font: ReturnType<typeof fontOf>, code: number): void => {
    if (checked.has(`${font.name} ${code}`)) return
    checked.add(`${font.name} ${code}`)
    const means = font.read(code)
    fault(code === 0, `31-030: ${font.name} shows the glyph for what it has not`)
    fault(!means || /[\0\uFEFF\uFFFE]/u.test(means), `31-028: code ${code} of ${font.name} means nothing`)
    const drawn = font.drawn?.[code]
    fault(
      drawn === undefined || Math.abs(drawn - font.width(code)) > 1.01,
      `31-0: code ${code} of ${font.name} is ${drawn} broad and says ${font.width(code)}`,
    )
  }

  // Pages: everything on them is in the structure or marked as no part of it.
  const artifacts: string[] = []
  const pieces = new Map<string, string>()
  const pageRefs = list(dict(catalog['Pages'])['Kids'])
  const annotations = new Map<number, { dict: Dict; used: number }>()
  for (const pageRef of pageRefs) {
    const number = isRef(pageRef) ? pageRef.ref : 0
    const page = dict(pageRef)
    const resources = dict(dict(page['Resources'])['Font'])
    const tokens = new Tokens(thing(page['Contents'])?.stream?.toString('latin1') ?? '')
    const open: { tag: string; mcid: number | null; actual: string | null; said: string }[] = []
    let operands: Value[] = []
    let font: Code | null = null
    const say = (text: string): void => {
      const within = open.at(-1)
      if (within) within.said += text
    }
    for (let one = tokens.next(); one !== undefined; one = tokens.next()) {
      if (typeof one !== 'object' || one === null || !('op' in one)) {
        operands.push(one)
        continue
      }
      const isInside = open.some(({ mcid, tag }) => mcid !== null || tag === 'Artifact')
      switch (one.op) {
        case 'BMC':
        case 'BDC': {
          const properties = dictOf(operands[1]) ?? {}
          const tag = nameOf(operands[0]) ?? '?'
          const mcid = typeof properties['MCID'] === 'number' ? properties['MCID'] : null
          fault(
            tag === 'Artifact' && open.some(({ mcid: of }) => of !== null),
            '01-003: an artifact within what is tagged',
          )
          fault(
            mcid !== null && open.some(({ tag: of }) => of === 'Artifact'),
            '01-004: something tagged within an artifact',
          )
          fault(mcid !== null && pieces.has(`${number} ${mcid}`), `mark ${mcid} twice on a page`)
          open.push({ tag, mcid, actual: textOf(properties['ActualText']), said: '' })
          break
        }
        case 'EMC': {
          const closed = open.pop()
          fault(!closed, 'a mark is closed that was not open')
          if (!closed) break
          const said = closed.actual ?? closed.said
          if (closed.mcid !== null) pieces.set(`${number} ${closed.mcid}`, said)
          else if (closed.tag === 'Artifact') artifacts.push(said)
          else say(said)
          break
        }
        case 'Tf':
          font = { font: nameOf(operands[0]) ?? '', code: 0 }
          break
        case 'Tj':
        case 'TJ':
          fault(!isInside, '01-005: text that is neither tagged nor an artifact')
          for (const part of operands.flatMap((of) => (Array.isArray(of) ? of : [of]))) {
            if (typeof part !== 'string' || !font) continue
            const of = fontOf(resources[font.font] ?? null)
            for (let at = 0; at < part.length; at += 2) {
              const code = part.charCodeAt(at) * 256 + part.charCodeAt(at + 1)
              checkCode(of, code)
              say(of.read(code) ?? '')
            }
          }
          break
        case 'S':
        case 'f':
        case 'B':
        case 'Do':
          fault(!isInside, '01-005: a drawing that is neither tagged nor an artifact')
      }
      operands = []
    }
    fault(open.length > 0, 'a mark is open at the end of a page')
    for (const annotation of list(page['Annots'])) {
      if (isRef(annotation)) annotations.set(annotation.ref, { dict: dict(annotation), used: 0 })
      fault(nameOf(page['Tabs']) !== 'S', '28-009: the tabs of a page with links do not follow its structure')
    }
  }

  // The structure: standard elements, each piece in one of them, and the way back from a piece to its element.
  const parents = new Map<number, Value>()
  const nums = list(dict(dict(catalog['StructTreeRoot'])['ParentTree'])['Nums'])
  for (let at = 0; at < nums.length; at += 2) parents.set(Number(nums[at]), nums[at + 1] ?? null)
  const used = new Set<string>()
  const nodeOf = (of: Value): Node => {
    const element = dict(of)
    const ref = isRef(of) ? of.ref : 0
    const role = nameOf(element['S']) ?? '?'
    fault(!standard.has(role), `02-001: ${role} is no standard element`)
    const node: Node = { role, ref, dict: element, children: [] }
    for (const kid of list(element['K'])) {
      const child = get(kid)
      const type = nameOf(dictOf(child)?.['Type'])
      if (typeof child === 'number' || type === 'MCR') {
        const page = typeof child === 'number' ? element['Pg'] : dict(kid)['Pg']
        const mcid = typeof child === 'number' ? child : Number(dict(kid)['MCID'])
        const key = `${isRef(page) ? page.ref : 0} ${mcid}`
        fault(!pieces.has(key), `${role} has a piece ${key} that is on no page`)
        fault(used.has(key), `the piece ${key} is in two elements`)
        used.add(key)
        const back = list(parents.get(Number(dict(page)['StructParents'])))[mcid]
        fault(!isRef(back) || back.ref !== ref, `no way back from the piece ${key} to its ${role}`)
        node.children.push(pieces.get(key) ?? '')
      } else if (type === 'OBJR') {
        const { Obj: object, Pg: on } = dict(kid)
        const annotation = isRef(object) ? annotations.get(object.ref) : undefined
        fault(!annotation, `${role} has an annotation that is on no page`)
        if (!annotation) continue
        annotation.used++
        const page = dict(on)
        fault(
          !list(page['Annots']).some((one) => isRef(one) && isRef(object) && one.ref === object.ref),
          'an annotation is on another page than its element says',
        )
        const back = parents.get(Number(annotation.dict['StructParent']))
        fault(!isRef(back) || back.ref !== ref, `no way back from an annotation to its ${role}`)
        fault(role !== 'Link', `28-002: a link in ${role}`)
        node.children.push({ annotation: annotation.dict })
      } else node.children.push(nodeOf(kid))
    }
    return node
  }
  const roots = list(dict(catalog['StructTreeRoot'])['K'])
  fault(roots.length !== 1, `${roots.length} roots`)
  const root = nodeOf(roots[0] ?? null)
  for (const key of pieces.keys()) fault(!used.has(key), `01-005: the piece ${key} is in no element`)
  for (const { dict: of, used: times } of annotations.values()) {
    fault(times !== 1, '28-002: a link that is not in the structure once')
    fault(!textOf(of['Contents']), '28-012: a link without a description')
  }
  checkShape(root, get, fault)

  const bookmarks: Reading['bookmarks'] = []
  const gather = (of: Dict, level: number): void => {
    for (let one = dict(of['First']); 'Title' in one; one = dict(one['Next'])) {
      bookmarks.push({ title: textOf(get(one['Title'])) ?? '', level })
      gather(one, level + 1)
    }
  }
  gather(dict(catalog['Outlines']), 1)
  return { root, faults, catalog, pages: pageRefs.length, bookmarks, artifacts }
}

const standard = new Set(
  'Document Part Sect Div P H1 H2 H3 H4 H5 H6 L LI Lbl LBody Table TR TH TD THead TBody Span Link Figure Note Caption'.split(
    ' ',
  ),
)

// What may stand in what, and what each must have.
function checkShape(
  root: Node,
  get: (value: Value | undefined) => Value | undefined,
  fault: (isFault: boolean, what: string) => void,
): void {
  let before = 0
  const walk = (node: Node, parent: string): void => {
    const { role, children } = node
    const kids = children.filter((one) => typeof one === 'object' && 'role' in one).map((one) => one)
    const only = (allowed: readonly string[]) =>
      kids.every((one) => allowed.includes(one.role)) && kids.length === children.length
    const level = /^H([1-6])$/u.exec(role)?.[1]
    if (level !== undefined) {
      fault(Number(level) > before + 1, `14-003: H${level} after H${before}`)
      before = Number(level)
    }
    fault(role === 'L' && !(only(['LI', 'L']) && kids.length > 0), '09-005: something else than items in a list')
    fault(role === 'LI' && (parent !== 'L' || !only(['Lbl', 'LBody'])), '09-005: an item out of its list')
    fault((role === 'Lbl' || role === 'LBody') && parent !== 'LI', '09-005: a label out of its item')
    fault(role === 'Table' && !only(['TR']), '09-004: something else than rows in a table')
    fault(
      role === 'TR' && (parent !== 'Table' || !only(['TH', 'TD']) || kids.length === 0),
      '09-004: something else than cells in a row',
    )
    fault((role === 'TH' || role === 'TD') && parent !== 'TR', '09-004: a cell out of its row')
    if (role === 'TH') {
      const attributes = dictOf(get(node.dict['A']))
      fault(
        !['Row', 'Column', 'Both'].includes(nameOf(attributes?.['Scope']) ?? ''),
        '15-003: a head that does not say of what',
      )
    }
    if (role === 'Table')
      fault(new Set(kids.map((row) => row.children.length)).size > 1, '15: rows of different length')
    fault(role === 'Figure' && !textOf(get(node.dict['Alt'])), '13-004: a figure without a description')
    for (const kid of kids) walk(kid, role)
  }
  walk(root, '')
}

// The advance of each glyph, in thousandths, as the font in the file has it.
function advancesOf(file: Buffer): number[] {
  const table = (tag: string): Buffer => {
    for (let at = 12; at < 12 + file.readUInt16BE(4) * 16; at += 16)
      if (file.toString('latin1', at, at + 4) === tag)
        return file.subarray(file.readUInt32BE(at + 8), file.readUInt32BE(at + 8) + file.readUInt32BE(at + 12))
    throw new Error(`no ${tag} in the font`)
  }
  const unit = 1000 / table('head').readUInt16BE(18)
  const [many, metrics] = [table('hhea').readUInt16BE(34), table('hmtx')]
  return Array.from(
    { length: table('maxp').readUInt16BE(4) },
    (_, at) => metrics.readUInt16BE(Math.min(at, many - 1) * 4) * unit,
  )
}

/** What a node says, with all in it, in order. */
export const saidBy = (node: Node): string =>
  node.children.map((one) => (typeof one === 'string' ? one : 'role' in one ? saidBy(one) : '')).join('')

/** Every node of a role, in order. */
export const nodesOf = (node: Node, role: RegExp): Node[] => [
  ...(role.test(node.role) ? [node] : []),
  ...node.children.flatMap((one) => (typeof one === 'object' && 'role' in one ? nodesOf(one, role) : [])),
]
