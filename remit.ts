/**
 * Remit: a council's decision, carried through. This file is its table of contents: which rooms there are, which doors, and in
 * which order they are opened. `npm start` serves it; `npm run remit -- help` says what else it can do.
 */
import { runCommandLine } from '#platform/cli.ts'
import type { Module } from '#platform/module.ts'

/** The rooms, and the site around them. */
async function modules(): Promise<Module[]> {
  const { modules: rooms } = await import('#modules')
  const { site } = await import('./site/index.ts')
  return [...rooms, site(rooms)]
}

/** Commands that only read files or count days start without opening the house, and load nothing else. */
const quick = {
  'call-in': async () => (await import('./modules/decisions/cli.ts')).callIn,
  read: async () => (await import('./modules/intake/cli.ts')).read,
}

/** Runs `remit <words>`; the answer is the exit code. */
export const main = (words: string[]): Promise<number> =>
  runCommandLine(words, {
    quick,
    modules,
    async serve(config, all) {
      const { serveUntilTold } = await import('#platform/serve.ts')
      const { frameAround } = await import('./site/frame.ts')
      const { furnishDemo } = await import('./site/demo/furnish.ts')
      return serveUntilTold({
        config,
        modules: all,
        frame: frameAround(all),
        ...(config.demo ? { furnish: furnishDemo } : {}),
      })
    },
  })

if (import.meta.main) process.exitCode = await main(process.argv.slice(2))
