import { after } from 'node:test'
import type { AddressInfo } from 'node:net'
import { parse, type DefaultTreeAdapterTypes as Tree } from 'parse5'
import { modules } from '#modules'
import { openWeb } from '#platform/web.ts'
import { frameAround } from '../site/frame.ts'
import { site } from '../site/index.ts'
import type { World } from './world.ts'

/** A page as a browser without scripts has it. */
export type Seen = {
  url: string
  status: number
  headers: Headers
  text: string
  /** The words of the page, or of what has this id, in one line. */
  words(id?: string): string
  /** Addresses of the links with these words. */
  link(words: string): string
  /** Fills the form that has these fields and sends it; follows where it leads. `button` is the text of the button to press. */
  send(fields?: Record<string, string | string[] | File>, button?: string): Promise<Seen>
}

export type Browser = { open(path: string): Promise<Seen>; signIn(name: string): Promise<Browser> }

type Element = Tree.Element
type Node = Tree.ChildNode

/** The whole house behind a real socket on this machine, for browsers without scripts. Closed when the file ends. */
export async function openBrowser(
  world: Pick<World, 'house' | 'council'>,
): Promise<{ base: string; browser(): Browser }> {
  const rooms = [...modules, site(modules)]
  const app = await openWeb({
    house: world.house,
    modules: rooms,
    frame: frameAround(rooms),
    council: world.council,
    log: {
      info: () => {},
      warn: () => {},
      error: (...given: unknown[]) => {
        console.error(...given)
      },
    },
    limits: { signIn: 100_000, upload: 100_000, search: 100_000 },
  })
  await app.listen({ port: 0, host: '127.0.0.1' })
  after(() => app.close())
  const base = `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`
  return { base, browser: () => browserOf(base) }
}

function browserOf(base: string): Browser {
  const cookies = new Map<string, string>()
  const ask = async (path: string, init: RequestInit = {}, tries = 0): Promise<Seen> => {
    const response = await fetch(new URL(path, base), {
      ...init,
      redirect: 'manual',
      headers: {
        ...(init.headers as Record<string, string>),
        cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; '),
        // As browsers say of themselves, of whatever a page of ours makes them ask for.
        'sec-fetch-site': 'same-origin',
      },
    })
    for (const set of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/u.exec(set) ?? []
      cookies.set(name, value)
    }
    // On a busy machine the server may turn people away for a moment, and says so.
    if (response.status === 503 && tries < 40) {
      await response.arrayBuffer()
      await new Promise((wake) => setTimeout(wake, 250))
      return ask(path, init, tries + 1)
    }
    const on = response.headers.get('location')
    if (response.status >= 300 && response.status < 400 && on !== null) {
      await response.arrayBuffer()
      return ask(new URL(on, new URL(path, base)).href)
    }
    return seenOf(new URL(path, base), response, await response.text(), ask)
  }
  const own: Browser = {
    open: (path) => ask(path),
    signIn: async (name) => {
      const people = await ask('/sign-in')
      await people.send({}, `Sign in as ${name}`)
      return own
    },
  }
  return own
}

function seenOf(
  url: URL,
  { status, headers }: Response,
  text: string,
  ask: (path: string, init?: RequestInit) => Promise<Seen>,
): Seen {
  const document = parse(text)
  const all = elementsOf(document)
  const main = all.find((one) => attribute(one, 'id') === 'main-content')
  return {
    url: `${url.pathname}${url.search}`,
    status,
    headers,
    text,
    words: (id) =>
      wordsOf(
        id === undefined
          ? document
          : (all.find((one) => attribute(one, 'id') === id) ?? missing(`No #${id} on ${url.href}`)),
      ),
    link: (words) => {
      const found = all.find((one) => one.tagName === 'a' && wordsOf(one).includes(words))
      return (
        attribute(found ?? missing(`No link “${words}” on ${url.href}:\n${wordsOf(main ?? document)}`), 'href') ?? ''
      )
    },
    send: (fields = {}, button) => {
      const form =
        elementsOf(main ?? document)
          .filter((one) => one.tagName === 'form')
          .find((one) => {
            const controls = controlsOf(one)
            return (
              Object.keys(fields).every((name) => controls.some((control) => attribute(control, 'name') === name))
              && (button === undefined
                || controls.some((control) => control.tagName === 'button' && wordsOf(control) === button))
            )
          })
        ?? missing(
          `No form with ${Object.keys(fields).join(', ')} and ${button ?? 'any button'} on ${url.href}:\n${wordsOf(main ?? document)}`,
        )
      const typed = Object.fromEntries(
        Object.entries(fields).filter((one): one is [string, string | string[]] => !(one[1] instanceof File)),
      )
      const text = filled(form, typed, button)
      const body = attribute(form, 'enctype') === 'multipart/form-data' ? withFiles(text, fields) : text
      const action = new URL(attribute(form, 'action') ?? url.href, url)
      if (attribute(form, 'method') !== 'post') return ask(`${action.pathname}?${text.toString()}`)
      return ask(action.href, { method: 'POST', body })
    },
  }
}

// As a browser sends a form that has files: what was typed and each file are parts of their own.
function withFiles(text: URLSearchParams, fields: Record<string, string | string[] | File>): FormData {
  const body = new FormData()
  const files = Object.entries(fields).filter((one): one is [string, File] => one[1] instanceof File)
  for (const [name, value] of text) if (!files.some(([of]) => of === name)) body.append(name, value)
  for (const [name, file] of files) body.append(name, file)
  return body
}

const missing = (says: string): never => {
  throw new Error(says)
}

/** What a browser would send: what stands in the form, with what somebody typed or chose over it. */
function filled(form: Element, fields: Record<string, string | string[]>, button: string | undefined): URLSearchParams {
  const body = new URLSearchParams()
  const given = new Set(Object.keys(fields))
  for (const control of controlsOf(form)) {
    const name = attribute(control, 'name')
    if (name === undefined || attribute(control, 'disabled') !== undefined) continue
    const type = attribute(control, 'type') ?? ''
    if (control.tagName === 'button') {
      if (button !== undefined && wordsOf(control) === button) body.append(name, attribute(control, 'value') ?? '')
    } else if (!given.has(name)) {
      const value = standing(control, type)
      if (value !== null) body.append(name, value)
    }
  }
  for (const [name, values] of Object.entries(fields)) {
    const controls = controlsOf(form).filter((one) => attribute(one, 'name') === name)
    for (const value of Array.isArray(values) ? values : [values]) {
      const offered = offeredBy(controls)
      if (offered && value !== '' && !offered.includes(value))
        missing(`${name} offers ${offered.join(', ')} and not ${value}`)
      body.append(name, value)
    }
  }
  return body
}

// Radios, checkboxes and lists take only what they offer.
function offeredBy(controls: Element[]): string[] | null {
  const [first] = controls
  if (first?.tagName === 'select')
    return elementsOf(first)
      .filter((one) => one.tagName === 'option')
      .map((one) => attribute(one, 'value') ?? wordsOf(one))
  return controls.every((one) => ['radio', 'checkbox'].includes(attribute(one, 'type') ?? ''))
    ? controls.map((one) => attribute(one, 'value') ?? 'on')
    : null
}

function standing(control: Element, type: string): string | null {
  if (control.tagName === 'textarea') return rawText(control)
  if (control.tagName === 'select') {
    const options = elementsOf(control).filter((one) => one.tagName === 'option')
    const chosen = options.find((one) => attribute(one, 'selected') !== undefined) ?? options[0]
    return chosen ? (attribute(chosen, 'value') ?? wordsOf(chosen)) : null
  }
  if (type === 'radio' || type === 'checkbox')
    return attribute(control, 'checked') === undefined ? null : (attribute(control, 'value') ?? 'on')
  return attribute(control, 'value') ?? ''
}

const controlsOf = (form: Element): Element[] =>
  elementsOf(form).filter(({ tagName }) => ['input', 'textarea', 'select', 'button'].includes(tagName))

function elementsOf(node: Tree.Document | Element): Element[] {
  return node.childNodes.flatMap((child: Node) => ('tagName' in child ? [child, ...elementsOf(child)] : []))
}

const attribute = (element: Element, name: string): string | undefined =>
  element.attrs.find((one) => one.name === name)?.value

const rawText = (element: Element): string =>
  element.childNodes.map((child) => ('value' in child ? child.value : '')).join('')

const wordsOf = (node: Tree.Document | Element): string =>
  gathered(node)
    .join(' ')
    .replaceAll(/\s+/gu, ' ')
    .replaceAll(/ ([.,;:])/gu, '$1')
    .trim()

const gathered = (node: Tree.Document | Node): string[] => {
  if ('value' in node) return [node.value]
  if ('tagName' in node && ['script', 'style', 'title'].includes(node.tagName)) return []
  return 'childNodes' in node ? node.childNodes.flatMap(gathered) : []
}
