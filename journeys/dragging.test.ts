import assert from 'node:assert/strict'
import { test } from 'node:test'
import { serverFollows } from '../testing/world.ts'
import { findBrowser, startBrowser } from './by-browser.ts'
import { openJourneyHouse } from './house.ts'

const executable = findBrowser()
const skip = executable
  ? serverFollows
    ? 'the browser’s turn comes on the server'
    : false
  : 'no Chromium was found here'

test(
  'a bar of the timeline is dragged, and its form opens on that day, showing what moves before anything is saved',
  { skip },
  async () => {
    const { demo } = await openJourneyHouse({ demo: '2026-05-05' })
    const browser = await startBrowser(executable ?? '')
    try {
      const page = await browser.newPage({ viewport: { width: 1280, height: 900 } })
      await page.goto(`${demo.base}/sign-in`)
      await page.getByRole('button', { name: 'Sign in as Priya Larkin' }).click()
      await page.goto(`${demo.base}/desk/commissions`)
      await page.locator('main a[href^="/desk/commissions/C-"]').first().click()
      const timeline = `${page.url()}/timeline`
      await page.goto(timeline)
      const bar = page.locator('[data-move]').last()
      await bar.scrollIntoViewIfNeeded()
      const [box, from] = [await bar.boundingBox(), await bar.getAttribute('data-from')]
      assert.ok(box && from)
      const [x, y] = [box.x + box.width / 2, box.y + box.height / 2]
      // Let go with Escape, nothing has happened.
      await page.mouse.move(x, y)
      await page.mouse.down()
      await page.mouse.move(x + 90, y, { steps: 4 })
      await page.getByText(/would start on \d/u).waitFor()
      await page.keyboard.press('Escape')
      await page.mouse.up()
      assert.equal(page.url(), timeline)
      assert.equal(await page.getByText(/would start on \d/u).count(), 0)
      await page.mouse.move(x, y)
      await page.mouse.down()
      await page.mouse.move(x + 90, y, { steps: 4 })
      const said = (await page.getByText(/would start on \d/u).innerText()).replace('would start on ', '')
      await Promise.all([page.waitForURL(/starts=/u), page.mouse.up()])
      const day = Temporal.PlainDate.from(new URL(page.url()).searchParams.get('starts') ?? '')
      assert.ok(Temporal.PlainDate.compare(day, from) > 0)
      assert.equal(day.toLocaleString('en-GB', { day: 'numeric', month: 'long', year: 'numeric' }), said)
      const boxes = page.getByRole('group', { name: 'Is its first day settled?' })
      for (const [part, value] of [
        ['Day', day.day],
        ['Month', day.month],
        ['Year', day.year],
      ] as const)
        assert.equal(await boxes.getByLabel(part).inputValue(), String(value))
      await page.getByLabel(/^Why/u).fill('The room is free only then.')
      await page.getByRole('button', { name: 'Save the step' }).click()
      await page.getByText('Nothing is saved yet.').waitFor()
    } finally {
      await browser.close()
    }
  },
)
