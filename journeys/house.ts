import { after } from 'node:test'
import { adoptConstitution } from '#authority'
import { modules } from '#modules'
import { addCouncil } from '#platform/add-council.ts'
import { verifyJournal } from '#platform/journal.ts'
import { perform, type House } from '#platform/perform.ts'
import { serve } from '#platform/serve.ts'
import type { ExampleCouncil } from '../site/demo/councils/index.ts'
import { furnishDemo } from '../site/demo/furnish.ts'
import { frameAround } from '../site/frame.ts'
import { site } from '../site/index.ts'
import { aPlace } from '../testing/world.ts'

/** A council to tell a story in: its rules and its people, and the day on which the story begins. */
export type Setting = ExampleCouncil & { day: string }

/** The real server with its real doors, on a database of this file's own. */
export type JourneyHouse = {
  house: House
  /** A council of its own for one telling; its address. Told again, it is another council. */
  found(setting: Setting): Promise<Founded>
  /** The demo council, as a newcomer finds it; only where the house was opened with it. */
  demo: Founded
}
export type Founded = {
  /** Its address, without a last slash: `http://kent-1.localhost:41234`. */
  base: string
  council: string
  /** Breaks in its journal's chain; none when all is well. */
  breaks(): Promise<string[]>
}

const rooms = [...modules, site(modules)]

/** Opens the server for a file of tests; it is stopped, and its database taken away, when the file ends. */
export async function openJourneyHouse(given: { demo?: string } = {}): Promise<JourneyHouse> {
  const { stop, ...house } = await startJourneyHouse(given)
  after(stop)
  return house
}

/** Opens the server, for whoever stops it. `demo` is the day on which the demo council is first started. */
export async function startJourneyHouse({ demo }: { demo?: string } = {}): Promise<
  JourneyHouse & { stop(): Promise<void> }
> {
  const { where, away } = await aPlace()
  const began = Temporal.Now.instant()
  const days = new Map<string, Temporal.Instant>()
  let opened: House | null = null
  const served = await serve({
    config: {
      port: 0,
      host: '127.0.0.1',
      where,
      folder: '',
      council: 'larkshire',
      logLevel: 'error',
      demo: demo !== undefined,
    },
    modules: rooms,
    frame: frameAround(rooms),
    say: () => {},
    limits: { signIn: 1e6, upload: 1e6, search: 1e6 },
    furnish: async (house) => {
      opened = house
      if (demo) {
        const day = nine(demo)
        house.clock = () => day
        await furnishDemo(house)
        for (const { council } of await house.councils.all()) days.set(council, day)
      }
      // Sessions run by the machine's own clock, because browsers do too; each council has its own day, which then goes on.
      house.clock = () => Temporal.Now.instant()
      const { find } = house.councils
      house.councils.now = async (council, clock) => {
        const at = (days.get(council) ?? clock).add(began.until(clock))
        return at
          .toZonedDateTimeISO('Europe/London')
          .add({ days: (await find(council))?.daysAhead ?? 0 })
          .toInstant()
      }
    },
  })
  const stop = async () => {
    await served.stop()
    await away()
  }
  if (!opened) throw new Error('The server started without its house.')
  await settled(`http://127.0.0.1:${served.port}/healthz`)
  const house: House = opened
  let told = 0
  const founded = (council: string): Founded => ({
    base: `http://${council}.localhost:${served.port}`,
    council,
    breaks: async () => {
      const { breaks } = await house.database.within({ council, role: 'remit_app' }, (tx) =>
        verifyJournal(
          tx,
          council,
          rooms.flatMap(({ sealed }) => sealed ?? []),
        ),
      )
      return breaks.map(({ says }) => says)
    },
  })
  return {
    house,
    stop,
    demo: founded('larkshire'),
    found: async ({ council: model, constitution, day }) => {
      const council = `${model.council}-${++told}`
      days.set(council, nine(day).subtract(began.until(Temporal.Now.instant())))
      await addCouncil(house.database, { ...model, council })
      house.councils.refresh()
      const adopted = await perform(
        house,
        adoptConstitution,
        { council, account: null, name: 'Set-up', roles: ['administrator'] },
        constitution,
      )
      if (!adopted.ok) throw new Error([adopted.refusal.what, ...adopted.refusal.because].join(' '))
      return founded(council)
    },
  }
}

// Starting is the hardest work of all, and on a busy machine the server turns people away until it has its breath back.
async function settled(address: string): Promise<void> {
  for (let tries = 0; tries < 60; tries++) {
    const { status } = await fetch(address)
    if (status !== 503) return
    await new Promise((wake) => setTimeout(wake, 500))
  }
  throw new Error(`${address} went on turning people away for half a minute.`)
}

const nine = (day: string): Temporal.Instant =>
  Temporal.PlainDate.from(day).toZonedDateTime({ timeZone: 'Europe/London', plainTime: '09:00' }).toInstant()
