import type { Where } from './database.ts'
import { readNotifyKey, type NotifyKey } from './notify.ts'
import { usualLimits, type Counted, type Limits } from './web/limits.ts'

/** How mail leaves the house by GOV.UK Notify, where it does. */
export type MailConfig = { key: NotifyKey; template: string | null; url: string }

export type Config = {
  port: number
  host: string
  where: Where
  folder: string
  council: string
  logLevel: string
  /** A demonstration: an empty database is given the demo council, and services on this machine need no TLS. */
  demo: boolean
  limits?: Limits
  /** The folder in which councils' secrets lie, each in a folder of its own. */
  secrets?: string | null
  mail?: MailConfig | null
}

/** A setting that cannot be used; the message says which and how to mend it. */
export class BadSetting extends Error {}

/**
 * Reads the settings from the environment:
 * PORT (default 3000; 0 takes a free one), HOST (default 127.0.0.1), REMIT_DATA (the embedded database's folder,
 * default ./.data), DATABASE_URL (a PostgreSQL server, 15 or later, instead), REMIT_COUNCIL (which council answers when
 * the host name does not say, default larkshire), LOG_LEVEL (default info), REMIT_DEMO (`no` leaves an empty database
 * empty and asks for TLS everywhere; otherwise an empty one is given the demo council), REMIT_SECRETS (the folder of
 * councils' secrets), REMIT_LIMIT_SIGN_IN, REMIT_LIMIT_UPLOAD, REMIT_LIMIT_SEARCH and REMIT_LIMIT_ANSWER (how often a
 * minute, for an address and for a person: `60/10`), and REMIT_NOTIFY_KEY, REMIT_NOTIFY_TEMPLATE and REMIT_NOTIFY_URL
 * (mail by GOV.UK Notify).
 */
export function readConfig(env: Record<string, string | undefined>): Config {
  const port = Number(env['PORT'] ?? 3000)
  if (!Number.isInteger(port) || port < 0 || port > 65535)
    throw new BadSetting(`PORT is "${env['PORT']}"; it must be a whole number from 0 to 65535.`)
  const url = env['DATABASE_URL']
  if (url && !/^postgres(ql)?:\/\//u.test(url))
    throw new BadSetting('DATABASE_URL must start with postgres:// (or be left out to use the embedded database).')
  const folder = env['REMIT_DATA'] || './.data'
  return {
    port,
    host: env['HOST'] ?? '127.0.0.1',
    where: url ? { url } : { folder },
    folder,
    council: env['REMIT_COUNCIL'] ?? 'larkshire',
    logLevel: env['LOG_LEVEL'] ?? 'info',
    demo: env['REMIT_DEMO'] !== 'no',
    limits: {
      signIn: readLimit(env, 'REMIT_LIMIT_SIGN_IN', 'signIn'),
      upload: readLimit(env, 'REMIT_LIMIT_UPLOAD', 'upload'),
      search: readLimit(env, 'REMIT_LIMIT_SEARCH', 'search'),
      answer: readLimit(env, 'REMIT_LIMIT_ANSWER', 'answer'),
      program: readLimit(env, 'REMIT_LIMIT_PROGRAM', 'program'),
    },
    secrets: env['REMIT_SECRETS'] || null,
    mail: readMail(env),
  }
}

function readLimit(env: Record<string, string | undefined>, name: string, counted: Counted): Required<Limits>[Counted] {
  const given = env[name]
  if (!given) return usualLimits[counted]
  const [, address, account] = /^([1-9]\d{0,5})\/([1-9]\d{0,5})$/u.exec(given.trim()) ?? []
  if (!address || !account)
    throw new BadSetting(
      `${name} is "${given}"; write how often a minute for one address, a stroke, and for one person: 60/10.`,
    )
  return { address: Number(address), account: Number(account) }
}

const uuidShape = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/iu

function readMail(env: Record<string, string | undefined>): MailConfig | null {
  const given = env['REMIT_NOTIFY_KEY']?.trim()
  if (!given) return null
  const key = readNotifyKey(given)
  // The key itself is never said: this sentence ends in somebody's log.
  if (!key)
    throw new BadSetting(
      'REMIT_NOTIFY_KEY is not an API key of GOV.UK Notify. It ends in two identifiers of 36 characters each.',
    )
  const template = env['REMIT_NOTIFY_TEMPLATE']?.trim() || null
  if (template !== null && !uuidShape.test(template))
    throw new BadSetting('REMIT_NOTIFY_TEMPLATE is not the identifier of a template, which has 36 characters.')
  const url = env['REMIT_NOTIFY_URL'] || 'https://api.notifications.service.gov.uk'
  if (!/^https:\/\/|^http:\/\/(?:127\.0\.0\.1|localhost)[:/]/u.test(url))
    throw new BadSetting('REMIT_NOTIFY_URL must start with https://.')
  return { key, template, url }
}
