import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { test } from 'node:test'
import { prose } from '../modules/decisions/pages/prose.ts'
import { findBrowser, startBrowser } from './by-browser.ts'

const executable = findBrowser()
const govuk = createRequire(import.meta.url).resolve('govuk-frontend/dist/govuk/govuk-frontend.min.css')
const styles = [govuk, new URL('../govuk/assets/remit.css', import.meta.url)].map((file) => readFileSync(file, 'utf8'))

test(
  'what people write from the right stands on the right, in a text, a fact, a table and while they write it, and nothing else does',
  { skip: executable ? false : 'no Chromium was found here' },
  async () => {
    const browser = await startBrowser(executable ?? '')
    try {
      const page = await browser.newPage({ viewport: { width: 800, height: 600 } })
      const cells = ['שלום (2022).', 'Hello (2022).'].map((text) => `<td class="govuk-table__cell">${text}</td>`)
      await page.setContent(
        `<!doctype html><html class="govuk-template" lang="en"><style>${styles.join('\n')}</style><body><main>${prose('שלום (2022).\n\nHello, שלום.').toString()}
<dl class="govuk-summary-list"><div class="govuk-summary-list__row"><dt class="govuk-summary-list__key">Said</dt><dd class="govuk-summary-list__value">שלום</dd></div></dl>
<table class="govuk-table" style="width:100%"><tr>${cells.join('')}<td class="govuk-table__cell govuk-table__cell--numeric">12</td></tr></table><h2 class="govuk-heading-m">Hello</h2></main></body></html>`,
      )
      const sides = await page.locator('p, dd, td, h2').evaluateAll((all) =>
        all.map((one) => {
          const range = one.ownerDocument.createRange()
          range.selectNodeContents(one)
          const [text, box] = [range.getBoundingClientRect(), one.getBoundingClientRect()]
          // Its padding is the same on both sides or none; a few points make no side.
          return text.left - box.left > box.right - text.right + 20 ? 'right' : 'left'
        }),
      )
      assert.deepEqual(sides, ['right', 'left', 'right', 'right', 'left', 'right', 'left'])
    } finally {
      await browser.close()
    }
  },
)
