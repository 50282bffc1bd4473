import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { delimiter, join } from 'node:path'
import { chromium, type Browser, type Locator, type Page, type Response } from 'playwright-core'
import { faultsOf } from './page-rules.ts'
import { parseStrictly, elements, attribute, wordsOf } from './tree.ts'
import { legends, type Driver, type Name, type Visitor, type Within } from './visitor.ts'

/** The Chromium on this machine: the one named in CHROMIUM, else the first found, else null. */
export function findBrowser(): string | null {
  const named = process.env['CHROMIUM']
  if (named) return named
  const places = (process.env['PATH'] ?? '').split(delimiter)
  const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']
  const macs = [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
  ]
  return (
    [...names.flatMap((name) => places.map((place) => join(place, name))), ...macs].find((path) => existsSync(path))
    ?? null
  )
}

const quiet = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-dev-shm-usage',
]

/** A Chromium of our own, with a profile that is new and thrown away. */
export const startBrowser = (executablePath: string): Promise<Browser> =>
  chromium.launch({ executablePath, headless: true, chromiumSandbox: false, args: quiet })

/** A real browser with its scripts, its styles and its accessibility tree; axe looks at every kind of page it comes to. */
export function byBrowser(browser: () => Promise<Browser>): Driver {
  return { words: 'in Chromium', come: async (base) => visitorIn(await browser(), base) }
}

const inPage = readFileSync(new URL('./in-page.js', import.meta.url), 'utf8')
const axe = `${readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')};\n${inPage}; undefined`
const patient = 20_000 // milliseconds; a busy machine is not a broken page

// Looking at a page with axe and on a phone takes half a second: once for each kind of page is enough, and a kind is its
// address without what names one record, how it was answered, and whether it has something to put right.
const lookedAt = new Set<string>()

async function visitorIn(browser: Browser, base: string): Promise<Visitor> {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 900 },
    locale: 'en-GB',
    timezoneId: 'Europe/London',
    reducedMotion: 'reduce',
  })
  context.setDefaultTimeout(patient)
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('console', (message) => {
    // A page that is answered with a refusal is no fault of the page; its status is checked by itself.
    if (message.type() === 'error' && !message.location().url.startsWith(page.url()))
      complaints.push(`console: ${message.text()} (${message.location().url})`)
  })
  page.on('pageerror', (error) => complaints.push(`script: ${error.message}`))
  // What is still on its way when somebody goes on is dropped, and that is no failure.
  page.on('requestfailed', (request) => {
    if (!request.isNavigationRequest() && request.failure()?.errorText !== 'net::ERR_ABORTED')
      complaints.push(`request: ${request.url()} ${request.failure()?.errorText ?? ''}`)
  })
  page.on('response', (response) => {
    if (response.status() >= 400 && !response.request().isNavigationRequest())
      complaints.push(`request: ${response.url()} answered ${response.status()}`)
  })

  const where = () => page.url().slice(base.length)
  const arrive = async (act: () => Promise<unknown>, expected = 200) => {
    // The last answer that is not sent on elsewhere is the page; `load` comes once for it.
    const answers: Response[] = []
    const heard = (response: Response) => {
      if (response.request().isNavigationRequest() && response.frame() === page.mainFrame()) answers.push(response)
    }
    page.on('response', heard)
    try {
      await Promise.all([page.waitForEvent('load', { timeout: patient }), act()])
      // The machine is busy and the server says so before it does anything: wait a little, as it asks people to.
      for (let waits = 0; answers.at(-1)?.status() === 503 && waits < 30; waits++) {
        await page.waitForTimeout(1000)
        // What the page that was turned away complained of, until another is in its place, is no fault of the other.
        page.once('framenavigated', () => complaints.splice(0))
        await page.reload({ timeout: patient })
      }
    } catch (cause) {
      throw new Error(
        `${where()} did not lead to a page: ${cause instanceof Error ? (cause.message.split('\n')[0] ?? '') : ''}\n${await mainWords(page)}`,
        { cause },
      )
    } finally {
      page.off('response', heard)
    }
    const answer = answers.at(-1)
    const status = answer?.status() === 304 ? 200 : (answer?.status() ?? 0)
    if (status !== expected)
      throw new Error(`${where()} answered ${status} instead of ${expected}: ${await mainWords(page)}`)
    const source = answer?.status() === 304 ? '' : ((await answer?.text().catch(() => '')) ?? '')
    const faults = source ? faultsOf(source) : []
    if (!lookedAt.has(kindOf(where(), status))) {
      faults.push(...(await seenByAxe(page)), ...(await onAPhone(page)))
      lookedAt.add(kindOf(where(), status))
    }
    faults.push(...complaints.splice(0))
    if (faults.length) throw new Error(`${where()} is not sound:\n  ${faults.join('\n  ')}`)
  }
  const within = async (groups: Within['in']) => {
    let scope: Page | Locator = page
    for (const legend of legends(groups))
      scope = await one(scope.getByRole('group', exactly(legend)), `group ${String(legend)}`)
    return scope
  }
  const one = async (found: Locator, what: string): Promise<Locator> => {
    const count = await found.count()
    if (count === 1) return found
    if (count === 0) throw new Error(`${where()} has no ${what}.\n${await mainWords(page)}`)
    const ways = new Set(await found.evaluateAll((nodes) => nodes.map((node) => node.getAttribute('href'))))
    if (ways.size > 1 || ways.has(null)) throw new Error(`${where()} has ${count} of ${what}.`)
    return found.first()
  }
  const field = async (label: Name, group: Within['in']) => {
    const scope = await within(group)
    return one(
      scope
        .getByRole('textbox', exactly(label))
        .or(scope.getByRole('searchbox', exactly(label)))
        .or(scope.getByRole('spinbutton', exactly(label))),
      `field ${String(label)}`,
    )
  }
  const choice = async (label: Name, group: Within['in']) => {
    const scope = await within(group)
    return one(
      scope.getByRole('radio', exactly(label)).or(scope.getByRole('checkbox', exactly(label))),
      `choice ${String(label)}`,
    )
  }
  const button = (name: Name) => one(page.getByRole('button', exactly(name)), `button ${String(name)}`)
  return {
    open: (path, { status } = {}) => arrive(() => page.goto(new URL(path, base).href), status),
    follow: async (link, { status } = {}) => {
      const found = await one(page.getByRole('link', exactly(link)), `link ${String(link)}`)
      await arrive(() => found.click(), status)
    },
    fill: async (label, value, { in: group } = {}) => (await field(label, group)).fill(value),
    choose: async (label, { in: group } = {}) => (await choice(label, group)).check(),
    leave: async (label, { in: group } = {}) => (await choice(label, group)).uncheck(),
    select: async (label, option, { in: group } = {}) => {
      const list = await one((await within(group)).getByRole('combobox', exactly(label)), `list ${String(label)}`)
      const entry = await one(list.getByRole('option', exactly(option)), `entry ${String(option)} in ${String(label)}`)
      await list.selectOption({ label: (await entry.innerText()).trim() })
    },
    upload: async (label, ...files) => {
      // GOV.UK Frontend puts a button in the field's place, and the button opens the browser's own chooser.
      const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.getByLabel(label).first().click()])
      await chooser.setFiles(
        files.map(({ name, bytes, type }) => ({
          name,
          mimeType: type ?? 'application/octet-stream',
          buffer: Buffer.from(bytes),
        })),
      )
    },
    press: async (name, { status } = {}) => {
      const found = await button(name)
      await arrive(() => found.click(), status)
    },
    pressTwice: async (name, { status } = {}) => {
      const found = await button(name)
      await arrive(() => found.dblclick(), status)
    },
    take: async (path) => {
      await page.evaluate(`${inPage}; undefined`)
      const { status, type, base64 } = await page.evaluate<{ status: number; type: string; base64: string }>(
        `takeFile(${JSON.stringify(path)})`,
      )
      const bytes = Uint8Array.fromBase64(base64)
      return { status, type, body: new TextDecoder().decode(bytes), bytes }
    },
    typed: async (label, { in: group } = {}) => {
      const scope = await within(group)
      return (
        await one(
          scope
            .getByRole('textbox', exactly(label))
            .or(scope.getByRole('searchbox', exactly(label)))
            .or(scope.getByRole('combobox', exactly(label))),
          `field ${String(label)}`,
        )
      ).inputValue()
    },
    source: () => page.content().then((live) => (live.startsWith('<!DOCTYPE') ? live : `<!DOCTYPE html>${live}`)),
    address: where,
    close: () => context.close(),
  }
}

const exactly = (name: Name) => ({ name, exact: true })

const kindOf = (address: string, status: number): string =>
  `${status} ${address
    .replace(/\?.*$/u, '?')
    .replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}|[A-Z]+-\d{4}-\d+|\d+/giu, '#')
    .replace(/\/(posts)\/.*$/u, '/$1/#')}`

async function mainWords(page: Page): Promise<string> {
  const all = elements(parseStrictly(await page.content().catch(() => '')).document)
  const main = all.find((element) => attribute(element, 'id') === 'main-content')
  return main ? wordsOf(main).slice(0, 1200) : '(no page)'
}

type Seen = { id: string; help: string; at: string; html: string; why: string }

// GOV.UK Frontend's own scripts do these two things, and its makers know why; everything else is ours to mend.
const lent = ({ id, html }: Seen): boolean =>
  (id === 'aria-allowed-attr' && /^<input\b[^>]*\btype="(?:radio|checkbox)"[^>]*\baria-expanded=/u.test(html))
  || (id === 'label-content-name-mismatch'
    && /^<button\b[^>]*\bclass="govuk-(?:accordion__section|accordion__show-all|file-upload)[^"]*"/u.test(html))

async function seenByAxe(page: Page): Promise<string[]> {
  await page.evaluate(axe)
  const seen = await page.evaluate<Seen[]>('seenByAxe()')
  return seen
    .filter((one) => !lent(one))
    .map(
      ({ id, help, at, html, why }) =>
        `axe ${id}: ${help} at ${at}\n    ${html.slice(0, 200)}\n    ${why.replaceAll(/\s+/gu, ' ')}`,
    )
}

/** On the narrowest phone nothing is cut off or has to be pushed sideways (WCAG 1.4.10). */
async function onAPhone(page: Page): Promise<string[]> {
  const size = page.viewportSize()
  await page.setViewportSize({ width: 320, height: 640 })
  const wide = await page.evaluate<string[]>('tooWide()')
  if (size) await page.setViewportSize(size)
  return wide.map((says) => `at 320 pixels: ${says}`)
}
