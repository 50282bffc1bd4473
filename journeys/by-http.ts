import { faultsOf } from './page-rules.ts'
import {
  around,
  attribute,
  elements,
  has,
  isHidden,
  nameOf,
  parseStrictly,
  spaced,
  spokenOf,
  wordsOf,
  type Element,
  type Root,
} from './tree.ts'
import { called, legends, type Driver, type Given, type Name, type Visitor, type Within } from './visitor.ts'
import { overTheWire } from './wire.ts'

type Document = ReturnType<typeof parseStrictly>['document']
type Answer = { url: URL; status: number; type: string; body: string; bytes: Uint8Array }
type Sent = { url: URL; method: 'GET' | 'POST'; body?: { type: string; bytes: Buffer } }

/** A browser without scripts: what is sent is what the page says, and nothing makes up for a page that says it wrongly. */
export const byHttp: Driver = { words: 'over HTTP, without scripts', come: async (base) => visitorAt(base) }

// A field is an element of the page that is open, so what was typed goes when the page does.
type Open = {
  url: URL
  source: string
  document: Document
  typed: Map<Element, string>
  ticked: Map<Element, boolean>
  files: Map<Element, Given[]>
}

function visitorAt(base: string): Visitor {
  const cookies = new Map<string, string>()
  let page: Open = opened(new URL('about:blank'), '<!DOCTYPE html><title>Nothing yet</title>')

  const go = async (sent: Sent): Promise<Answer> => {
    let next = sent
    let waits = 0
    for (let hops = 0; hops < 10; hops++) {
      const { answer, on } = await exchange(next, cookies)
      if (answer.status === 503 && waits++ < 30) {
        // The machine is busy and the server says so before it does anything: wait a little, as it asks people to.
        await new Promise((wake) => setTimeout(wake, 1000))
        hops--
      } else if (!on) return answer
      else next = { url: new URL(on, next.url), method: 'GET' }
    }
    throw new Error(`${sent.url.pathname} sends people round in circles.`)
  }
  const arrive = async (sent: Sent, expected = 200) => {
    const { url, status, type, body } = await go(sent)
    const at = `${url.pathname}${url.search}`
    if (!type.startsWith('text/html'))
      throw new Error(`${at} answered ${status} with ${type}, not with a page. Use take() for files.`)
    page = opened(url, body)
    const main = elements(page.document).find((one) => attribute(one, 'id') === 'main-content')
    if (status !== expected)
      throw new Error(
        `${at} answered ${status} instead of ${expected}: ${wordsOf(main ?? page.document).slice(0, 1500)}`,
      )
    const faults = faultsOf(body)
    if (faults.length) throw new Error(`${at} is not sound:\n  ${faults.join('\n  ')}`)
  }
  const one = (kind: string, among: Element[], name: Name, group?: Within['in']): Element => {
    const { document } = page
    const scope = legends(group).reduce<Root>((within, legend) => groupOf(document, within, legend, at(page)), document)
    const candidates = among.filter((element) => scope === document || elements(scope).includes(element))
    const found = candidates.filter((element) => !isHidden(element) && called(nameOf(document, element), name))
    const [first] = found
    if (!first)
      throw new Error(
        `${at(page)} has no ${kind} called ${String(name)}${legends(group)
          .map((legend) => ` in ${String(legend)}`)
          .join(
            '',
          )}. It has: ${candidates.map((element) => nameOf(document, element)).join(' | ')}\n${mainWords(page)}`,
      )
    if (found.length > 1 && !sameWay(found))
      throw new Error(`${at(page)} has ${found.length} of the ${kind} called ${String(name)}.`)
    return first
  }
  const fields = (...kinds: string[]) => elements(page.document).filter((element) => kinds.includes(kindOf(element)))
  const submission = (button: Name): Sent | { follow: string } => {
    const found = one('button', elements(page.document).filter(isButton), button)
    if (found.tagName === 'a') return { follow: attribute(found, 'href') ?? '' }
    if (has(found, 'disabled')) throw new Error(`The button ${String(button)} cannot be pressed.`)
    const form = around(found, 'form')
    if (!form) throw new Error(`The button ${String(button)} belongs to no form.`)
    return sending(page, form, found)
  }
  return {
    open: (path, { status } = {}) => arrive({ url: new URL(path, base), method: 'GET' }, status),
    follow: (link, { status } = {}) => {
      const found = one(
        'link',
        elements(page.document).filter((element) => element.tagName === 'a' && has(element, 'href')),
        link,
      )
      return arrive({ url: new URL(attribute(found, 'href') ?? '', page.url), method: 'GET' }, status)
    },
    fill: async (label, value, within) => {
      page.typed.set(one('field', fields('text'), label, within?.in), value)
    },
    choose: async (label, within) => {
      const found = one('choice', fields('radio', 'checkbox'), label, within?.in)
      if (kindOf(found) === 'radio')
        for (const other of fields('radio')) if (sameSet(found, other)) page.ticked.set(other, false)
      page.ticked.set(found, true)
    },
    leave: async (label, within) => {
      page.ticked.set(one('box', fields('checkbox'), label, within?.in), false)
    },
    select: async (label, option, within) => {
      const found = one('list', fields('select'), label, within?.in)
      const offered = elements(found).filter(({ tagName }) => tagName === 'option')
      const picked = offered.filter((element) => called(spokenOf(element), option))
      if (picked.length !== 1 || !picked[0])
        throw new Error(
          `The list ${String(label)} has ${picked.length} entries called ${String(option)}: ${offered.map(spokenOf).join(' | ')}`,
        )
      page.typed.set(found, optionValue(picked[0]))
    },
    upload: async (label, ...files) => {
      page.files.set(one('file field', fields('file'), label), files)
    },
    press: async (button, { status } = {}) => {
      const what = submission(button)
      await arrive('follow' in what ? { url: new URL(what.follow, page.url), method: 'GET' } : what, status)
    },
    pressTwice: async (button, { status } = {}) => {
      const what = submission(button)
      if ('follow' in what) throw new Error('A link is not pressed twice.')
      // The browser drops the first answer when the second press is sent, and shows the second.
      const first = exchange(what, cookies)
      await Promise.all([first, arrive(what, status)])
    },
    take: async (path) => {
      const { status, type, body, bytes } = await go({ url: new URL(path, base), method: 'GET' })
      return { status, type, body, bytes }
    },
    typed: async (label, within) => standing(page, one('field', fields('text', 'select'), label, within?.in)) ?? '',
    source: async () => page.source,
    address: () => at(page),
    close: async () => {},
  }
}

const at = ({ url }: Open): string => `${url.pathname}${url.search}`

function opened(url: URL, source: string): Open {
  return {
    url,
    source,
    document: parseStrictly(source).document,
    typed: new Map(),
    ticked: new Map(),
    files: new Map(),
  }
}

const mainWords = ({ document }: Open): string => {
  const main = elements(document).find((one) => attribute(one, 'id') === 'main-content')
  return wordsOf(main ?? document).slice(0, 1200)
}

// Two links of the same words are one thing when they lead to the same place.
const sameWay = (found: Element[]): boolean =>
  found.every(({ tagName }) => tagName === 'a') && new Set(found.map((one) => attribute(one, 'href'))).size === 1

const sameSet = (a: Element, b: Element): boolean =>
  attribute(a, 'name') === attribute(b, 'name') && around(a, 'form') === around(b, 'form')

function groupOf(document: Document, within: Root, legend: Name, where: string): Root {
  const found = elements(within).filter((one) => one.tagName === 'fieldset' && called(nameOf(document, one), legend))
  const [first] = found
  if (!first || found.length > 1)
    throw new Error(`${where} has ${found.length} groups of fields called ${String(legend)}.`)
  return first
}

function kindOf(element: Element): string {
  const { tagName } = element
  if (tagName === 'textarea') return 'text'
  if (tagName === 'select') return 'select'
  if (tagName !== 'input') return 'none'
  const type = (attribute(element, 'type') ?? 'text').toLowerCase()
  if (['hidden', 'submit', 'button', 'image', 'reset'].includes(type)) return 'none'
  return ['radio', 'checkbox', 'file'].includes(type) ? type : 'text'
}

const isButton = (element: Element): boolean =>
  (element.tagName === 'a' && attribute(element, 'role') === 'button')
  || (element.tagName === 'button' && (attribute(element, 'type') ?? 'submit') === 'submit')
  || (element.tagName === 'input' && attribute(element, 'type') === 'submit')

const optionValue = (option: Element): string => attribute(option, 'value') ?? spaced(spokenOf(option))

/** What a field would send; null for one that sends nothing. */
function standing(page: Open, field: Element): string | null {
  const typed = page.typed.get(field)
  switch (kindOf(field)) {
    case 'select': {
      const offered = elements(field).filter(({ tagName }) => tagName === 'option')
      const chosen = offered.find((option) => has(option, 'selected')) ?? offered[0]
      return typed ?? (chosen ? optionValue(chosen) : null)
    }
    case 'radio':
    case 'checkbox':
      return (page.ticked.get(field) ?? has(field, 'checked')) ? (attribute(field, 'value') ?? 'on') : null
    case 'text':
      // Browsers take ends of lines out of a field of one line, and leave those of a text.
      return field.tagName === 'textarea'
        ? (typed ?? field.childNodes.map((child) => ('value' in child ? child.value : '')).join(''))
        : (typed ?? attribute(field, 'value') ?? '').replaceAll(/[\r\n]/gu, '')
    default:
      return attribute(field, 'value') ?? ''
  }
}

/** A form as a browser sends it when this button is pressed. */
function sending(page: Open, form: Element, button: Element): Sent {
  const pairs: [name: string, value: string | Given][] = []
  for (const field of elements(form)) {
    const name = attribute(field, 'name')
    if (
      !name
      || has(field, 'disabled')
      || elements(form).some(
        (set) => set.tagName === 'fieldset' && has(set, 'disabled') && elements(set).includes(field),
      )
    )
      continue
    if (field.tagName === 'button' || isButton(field)) {
      if (field === button) pairs.push([name, attribute(field, 'value') ?? ''])
    } else if (kindOf(field) === 'file') {
      for (const file of page.files.get(field) ?? [{ name: '', bytes: '', type: 'application/octet-stream' }])
        pairs.push([name, file])
    } else if (['input', 'select', 'textarea'].includes(field.tagName)) {
      const value = standing(page, field)
      if (value !== null) pairs.push([name, field.tagName === 'textarea' ? value.replaceAll(/\r?\n/gu, '\r\n') : value])
    }
  }
  const url = new URL(attribute(button, 'formaction') ?? attribute(form, 'action') ?? page.url.href, page.url)
  const method = (attribute(button, 'formmethod') ?? attribute(form, 'method') ?? 'get').toLowerCase()
  const flat = (value: string | Given) => (typeof value === 'string' ? value : value.name)
  if (method !== 'post') {
    url.search = new URLSearchParams(pairs.map(([name, value]) => [name, flat(value)])).toString()
    return { url, method: 'GET' }
  }
  if (attribute(form, 'enctype') !== 'multipart/form-data') {
    return {
      url,
      method: 'POST',
      body: {
        type: 'application/x-www-form-urlencoded',
        bytes: Buffer.from(new URLSearchParams(pairs.map(([name, value]) => [name, flat(value)])).toString()),
      },
    }
  }
  return { url, method: 'POST', body: multipart(pairs) }
}

function multipart(pairs: [name: string, value: string | Given][]): { type: string; bytes: Buffer } {
  const boundary = `----journey${crypto.randomUUID().replaceAll('-', '')}`
  const quoted = (text: string) => text.replaceAll('"', '%22').replaceAll(/\r?\n/gu, '%0D%0A')
  const parts = pairs.flatMap(([name, value]) => {
    const head =
      typeof value === 'string'
        ? `Content-Disposition: form-data; name="${quoted(name)}"\r\n\r\n`
        : `Content-Disposition: form-data; name="${quoted(name)}"; filename="${quoted(value.name)}"\r\nContent-Type: ${value.type ?? 'application/octet-stream'}\r\n\r\n`
    return [
      Buffer.from(`--${boundary}\r\n${head}`),
      Buffer.from(typeof value === 'string' ? value : value.bytes),
      Buffer.from('\r\n'),
    ]
  })
  return {
    type: `multipart/form-data; boundary=${boundary}`,
    bytes: Buffer.concat([...parts, Buffer.from(`--${boundary}--\r\n`)]),
  }
}

/** One request and its answer; `on` is where it sends the browser next. */
async function exchange(
  { url, method, body }: Sent,
  cookies: Map<string, string>,
): Promise<{ answer: Answer; on: string | null }> {
  const { status, headers, text, bytes } = await overTheWire(url, {
    method,
    headers: {
      accept: 'text/html,*/*;q=0.8',
      ...(cookies.size ? { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') } : {}),
      ...(body ? { 'content-type': body.type, origin: url.origin } : {}),
    },
    ...(body ? { body: body.bytes } : {}),
  })
  for (const set of headers['set-cookie'] ?? []) keep(set, cookies)
  const on = status >= 300 && status < 400 ? (headers.location ?? null) : null
  return { answer: { url, status, type: headers['content-type'] ?? '', body: text, bytes }, on }
}

function keep(set: string, cookies: Map<string, string>): void {
  const [, name = '', value = ''] = /^([^=]+)=([^;]*)/u.exec(set) ?? []
  const expires = /;\s*expires=([^;]+)/iu.exec(set)?.[1]
  if (value === '' || (expires && Date.parse(expires) <= 0) || /;\s*max-age=0/iu.test(set)) cookies.delete(name)
  else cookies.set(name, value)
}
