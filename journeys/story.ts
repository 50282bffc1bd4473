import { after, test } from 'node:test'
import type { Browser } from 'playwright-core'
import { onServer, serverFollows } from '../testing/world.ts'
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
  /** Somebody new arrives, with a browser of their own; signed in when a name is given, at another council when its address is. */
  come(name?: string, at?: string): Promise<Visitor>
  /** The same without a browser in either telling, for what has to be there before the story, or goes on beside it. */
  beside(name?: string): Promise<Visitor>
}

const executable = findBrowser()
let browser: Promise<Browser> | null = null
after(async () => (await browser)?.close())

/** One browser for a file, started by the first story that wants it. */
export const theBrowser = (): Promise<Browser> => (browser ??= startBrowser(executable ?? ''))

const inBrowser: Driver = {
  ...byBrowser(theBrowser),
  ...(executable ? {} : { why: 'no Chromium was found here: install it, or name it in CHROMIUM' }),
}

// What differs between the engines does not differ by browser: where both halves of the suite run, the stories are told by HTTP on
// the embedded database and in a browser on the server. Without a browser, by HTTP on either.
const drivers: Driver[] = onServer ? [executable ? inBrowser : byHttp] : serverFollows ? [byHttp] : [byHttp, inBrowser]

/** A story that begins with a real record being given to Remit. */
export function storyOf(
  record: Given | null,
  name: string,
  where: () => Promise<Founded>,
  tell: (telling: Telling, record: Given) => Promise<void>,
): void {
  story(
    name,
    where,
    async (telling) => {
      if (record) await tell(telling, record)
    },
    record === null && withoutSeeds,
  )
}

/**
 * A story, told once without scripts and once in a real browser, where there is one. Each telling is a test of its own, in a
 * council of its own where `where` founds one. Whoever came leaves again, and the council's journal must hold at the end.
 */
export const story = (
  name: string,
  where: () => Promise<Founded>,
  tell: (telling: Telling) => Promise<void>,
  skip: string | false = false,
): void => told(drivers, name, where, tell, skip)

/** The same over HTTP alone, for what no browser would show otherwise: a rule that refuses, on pages that another story looks at. */
export const storyOverHttp = (
  name: string,
  where: () => Promise<Founded>,
  tell: (telling: Telling) => Promise<void>,
): void => told([byHttp], name, where, tell, false)

function told(
  by: readonly Driver[],
  name: string,
  where: () => Promise<Founded>,
  tell: (telling: Telling) => Promise<void>,
  skip: string | false,
): void {
  for (const driver of by) {
    void test(`${name} (${driver.words})`, { skip: skip || (driver.why ?? false) }, async () => {
      const { base, council, breaks } = await where()
      const there: Visitor[] = []
      const coming =
        ({ come }: Driver) =>
        async (who?: string, at = base) => {
          const visitor = await come(at)
          there.push(visitor)
          if (who !== undefined) await signIn(visitor, who)
          return visitor
        }
      try {
        await tell({ base, council, inBrowser: driver !== byHttp, come: coming(driver), beside: coming(byHttp) })
        const found = await breaks()
        if (found.length) throw new Error(`The journal of ${council} does not hold: ${found.join(' ')}`)
      } finally {
        for (const visitor of there) await visitor.close()
      }
    })
  }
}
