import type { Where } from './database.ts'

export type Config = { port: number; host: string; where: Where; folder: string; council: string; logLevel: string; demo: boolean }

/** A setting that cannot be used; the message says which and how to mend it. */
export class BadSetting extends Error {}

/**
 * Reads the settings from the environment:
 * PORT (default 3000; 0 takes a free one), HOST (default 127.0.0.1), REMIT_DATA (the embedded database's folder, default ./.data), DATABASE_URL (a
 * PostgreSQL server, 15 or later, instead), REMIT_COUNCIL (which council answers when the host name does not say, default
 * larkshire), LOG_LEVEL (default info), REMIT_DEMO (`no` leaves an empty database empty; otherwise it is
 * given the demo council).
 */
export function readConfig(env: Record<string, string | undefined>): Config {
  const port = Number(env['PORT'] ?? 3000)
  if (!Number.isInteger(port) || port < 0 || port > 65535) throw new BadSetting(`PORT is "${env['PORT']}"; it must be a whole number from 0 to 65535.`)
  const url = env['DATABASE_URL']
  if (url && !/^postgres(ql)?:\/\//u.test(url)) throw new BadSetting('DATABASE_URL must start with postgres:// (or be left out to use the embedded database).')
  const folder = env['REMIT_DATA'] || './.data'
  return {
    port,
    host: env['HOST'] ?? '127.0.0.1',
    where: url ? { url } : { folder },
    folder,
    council: env['REMIT_COUNCIL'] ?? 'larkshire',
    logLevel: env['LOG_LEVEL'] ?? 'info',
    demo: env['REMIT_DEMO'] !== 'no',
  }
}
