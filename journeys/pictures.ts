import { mkdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Browser, Page } from 'playwright-core'
import { findBrowser, startBrowser } from './by-browser.ts'
import { startJourneyHouse, type Founded } from './house.ts'

const folder = fileURLToPath(new URL('../docs/pictures/', import.meta.url))

type Shot = { name: string; who?: string; at?: RegExp; go(page: Page, base: string): Promise<void> }

/** The pages that the README shows, as anybody finds them in the demo council. */
const shots: Shot[] = [
  { name: 'start', go: opens('/') },
  { name: 'register', go: opens('/register') },
  { name: 'decision', go: shortBreaks },
  { name: 'clock', at: /^When does it take effect/u, go: shortBreaks },
  { name: 'why', go: opens('/why?post=director-adults&power=award&subject=adults%2Fcare-at-home&pounds=30000000') },
  {
    name: 'mandate',
    at: /^How much is left/u,
    go: async (page, base) => {
      await page.goto(`${base}/register`)
      await page.getByRole('link', { name: /^Care at home: framework/u }).click()
      await page
        .getByRole('link', { name: /^All about mandate/u })
        .first()
        .click()
    },
  },
  {
    name: 'thread',
    go: async (page, base) => {
      await page.goto(`${base}/acts?q=Brookfield`)
      await page.getByRole('link', { name: /^A-/u }).first().click()
      await page.getByRole('button', { name: 'Who allowed this?' }).click()
    },
  },
  { name: 'desk', who: 'Priya Larkin', go: opens('/desk') },
  { name: 'timeline', at: /^Timeline$/u, go: careAtHome },
  { name: 'options', at: /^Options appraisal$/u, go: careAtHome },
  {
    name: 'consultation-report',
    at: /^What people said, and what we answer$/u,
    go: async (page, base) => {
      await page.goto(`${base}/consultations`)
      await page.getByRole('link', { name: /^A good day/u }).click()
      await page.getByRole('link', { name: 'The report' }).click()
    },
  },
  {
    name: 'representation',
    at: /^Who is in it$/u,
    go: async (page, base) => {
      await page.goto(`${base}/networks`)
      await page.getByRole('link', { name: 'Larkshire autism network' }).click()
    },
  },
  { name: 'reading', who: 'Priya Larkin', at: /^What was read$/u, go: reads },
]

const sizes = [
  { name: 'desktop', width: 1280, height: 1000 },
  { name: 'phone', width: 390, height: 844 },
]

function opens(path: string): Shot['go'] {
  return async (page, base) => {
    await page.goto(`${base}${path}`)
  }
}

async function shortBreaks(page: Page, base: string): Promise<void> {
  await page.goto(`${base}/register`)
  await page.getByRole('link', { name: /^Short breaks for disabled children/u }).click()
}

async function careAtHome(page: Page, base: string): Promise<void> {
  await page.goto(`${base}/commissions`)
  await page.getByRole('link', { name: /^Care at home/u }).click()
}

async function reads(page: Page, base: string): Promise<void> {
  await page.goto(`${base}/read`)
  await page.getByRole('textbox', { name: 'Or paste the text of a record' }).fill(record)
  await page.getByRole('button', { name: 'Read it' }).click()
  await page.waitForURL(/\/read\/[0-9a-f-]{36}/u)
}

// Invented, with a sum that does not add up and officers whom nobody names.
const record = `Decision details

LC/2026/014 - Minibuses to day centres

Decision Maker: Cabinet Member for Adult Social Care

Decision status: Recommendations Approved

Is Key decision?: Yes

Is subject to call in?: Yes

Reason for the decision:

Four in ten people who stopped coming to a day centre last year said that they could not get there.

Financial Implications:

The cost over three years is £640,000 (£310,000 for vehicles and £360,000 for drivers).

Decision:

As Cabinet Member for Adult Social Care, I:

a) APPROVE the purchase of six minibuses; and

b) DELEGATE authority to relevant officers to award and enter into the contracts.

Publication date: 05/05/2026

Date of decision: 04/05/2026

Effective from: 13/05/2026
`

async function take(browser: Browser, { base }: Founded, { name, who, at, go }: Shot): Promise<void> {
  for (const size of sizes) {
    const context = await browser.newContext({
      viewport: size,
      locale: 'en-GB',
      timezoneId: 'Europe/London',
      deviceScaleFactor: size.name === 'phone' ? 2 : 1,
      reducedMotion: 'reduce',
    })
    const page = await context.newPage()
    if (who) {
      await page.goto(`${base}/sign-in`)
      await page.getByRole('button', { name: `Sign in as ${who}` }).click()
    }
    await go(page, base)
    await page.waitForLoadState('load')
    if (at) {
      await page
        .getByRole('heading', { name: at })
        .first()
        .evaluate((heading) => heading.scrollIntoView())
      await page.evaluate('scrollBy(0, -24)')
    }
    await page.screenshot({ path: `${folder}${name}-${size.name}.png` })
    await context.close()
  }
}

if (import.meta.main) {
  const executable = findBrowser()
  if (!executable) throw new Error('No Chromium was found here: install it, or name it in CHROMIUM.')
  mkdirSync(folder, { recursive: true })
  const house = await startJourneyHouse({ demo: '2026-05-05' })
  const browser = await startBrowser(executable)
  try {
    for (const shot of shots) {
      await take(browser, house.demo, shot)
      process.stdout.write(`${shot.name}\n`)
    }
  } finally {
    await browser.close()
    await house.stop()
  }
}
