import { after, test } from 'node:test'
import type { Browser } from 'playwright-core'
import { onServer } from '../testing/world.ts'
import { byBrowser, findBrowser, startBrowser } from './by-browser.ts'
import { byHttp } from './by-http.ts'
import type { Founded } from './house.ts'
import { withoutSeeds } from './seeds.ts'
import { signIn, type Driver, type Given, type Visitor } from './visitor.ts'

/** What a story is told with. */
export type Telling = {
  base: string
  council: string
  /** In a real browser, where every page costs a second. */
  inBrowser: boolean
  /** Somebody new arrives, with a browser of their own; signed in when a name is given. */
  come(name?: string): Promise<Visitor>
}

const executable = findBrowser()
let browser: Promise<Browser> | null = null
after(async () => (await browser)?.close())

/** One browser for a file, started by the first story that wants it. */
export const theBrowser = (): Promise<Browser> => browser ??= startBrowser(executable ?? '')

const inBrowser: Driver = { ...byBrowser(theBrowser), ...(executable ? {} : { why: 'no Chromium was found here: install it, or name it in CHROMIUM' }) }

// What differs between the engines does not differ by browser, so on a server the stories are told by HTTP alone.
const drivers: Driver[] = onServer ? [byHttp] : [byHttp, inBrowser]

/** A story that begins with a real record being given to Remit. */
export function storyOf(record: Given | null, name: string, where: () => Promise<Founded>, tell: (telling: Telling, record: Given) => Promise<void>): void {
  story(name, where, async (telling) => { if (record) await tell(telling, record) }, record === null && withoutSeeds)
}

/**
 * A story, told once without scripts and once in a real browser. Each telling is a test of its own, in a council of its own
 * where `where` founds one. Whoever came leaves again, and the council's journal must hold at the end.
 */
export function story(name: string, where: () => Promise<Founded>, tell: (telling: Telling) => Promise<void>, skip: string | false = false): void {
  for (const driver of drivers) {
    void test(`${name} (${driver.words})`, { skip: skip || (driver.why ?? false) }, async () => {
      const { base, council, breaks } = await where()
      const there: Visitor[] = []
      try {
        await tell({
          base, council, inBrowser: driver !== byHttp,
          come: async (who) => {
            const visitor = await driver.come(base)
            there.push(visitor)
            if (who !== undefined) await signIn(visitor, who)
            return visitor
          },
        })
        const found = await breaks()
        if (found.length) throw new Error(`The journal of ${council} does not hold: ${found.join(' ')}`)
      } finally {
        for (const visitor of there) await visitor.close()
      }
    })
  }
}
