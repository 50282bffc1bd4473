import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'

/**
 * Where a council's secret is kept. The records name only the place, and never another council's: the variable is named
 * after the council, and the file lies in a folder of its own, so that nobody who sets an address can have other
 * secrets sent there.
 */
export const secretPlace = z.discriminatedUnion('in', [
  z.object({ in: z.literal('nowhere') }),
  z.object({ in: z.literal('environment') }),
  z.object({
    in: z.literal('file'),
    name: z
      .string()
      .regex(/^[a-z0-9][a-z0-9._-]{0,80}$/u, 'Use small letters, digits, dots and hyphens, for example sign-in-2026.'),
  }),
])
export type SecretPlace = z.output<typeof secretPlace>

/** What a house may reach beyond its own records, and how strict it is about it. */
export type Outside = {
  /** Demonstrations and tests may talk to a service on this machine without TLS; a council at work may not. */
  loopback: boolean
  /** The secret that lies there, without white space around it; null where there is none. */
  secret(council: string, place: SecretPlace): Promise<string | null>
  /**
   * Who carries letters out of the house, and with which template unless a council has its own; null where nobody does.
   */
  mail: { template: string | null } | null
}

/** The variable that holds a council's secret: REMIT_SECRET_KENT_NORTH for kent-north. */
export const secretVariable = (council: string): string => `REMIT_SECRET_${council.toUpperCase().replaceAll('-', '_')}`

/** Where a secret is, for whoever has to put it there. */
export function secretPlaceWords(council: string, place: SecretPlace): string {
  switch (place.in) {
    case 'nowhere':
      return 'none is used'
    case 'environment':
      return `in the environment variable ${secretVariable(council)}`
    case 'file':
      return `in the file ${council}/${place.name} of the folder that REMIT_SECRETS names`
  }
}

/** The outside as the process has it: its environment, and the folder of secrets, if there is one. */
export const outsideOf = (given: {
  loopback: boolean
  env: Record<string, string | undefined>
  folder: string | null
  mail: Outside['mail']
}): Outside => ({
  loopback: given.loopback,
  mail: given.mail && { template: given.mail.template },
  secret: async (council, place) => {
    if (place.in === 'environment') return given.env[secretVariable(council)]?.trim() || null
    if (place.in === 'nowhere' || given.folder === null) return null
    // The council's name and the file's have shapes that lead nowhere else.
    const text = await readFile(join(given.folder, council, place.name), 'utf8').catch(() => '')
    return text.trim() || null
  },
})

/** What a house has that was told of nothing: no secrets, and only what is safe anywhere. */
export const nothingOutside: Outside = { loopback: false, secret: async () => null, mail: null }
