import { sql } from '#platform/database.ts'
import type { Outside } from '#platform/outside.ts'
import type { World } from '../../testing/world.ts'
import { client } from '../../testing/identity-provider.ts'

/** What the tests’ house may reach: services on this machine, and one secret. */
export const outside: Outside = { loopback: true, secret: async () => client.secret, mail: null }

/** A service as an administrator sets it, with changes. */
export const aService = (issuer: string, but: Record<string, unknown> = {}) => ({
  service: {
    kind: 'oidc',
    name: 'your council account',
    issuer,
    clientId: client.id,
    secret: { in: 'environment' },
    ...but,
  },
})

export type Line = { useCase: string; outcome: string; subject: string | null; entry: string }

/** The journal of a council, the newest line first. */
export const journalOf = ({ house, council }: World): Promise<Line[]> =>
  house.database.within(
    { council, role: 'remit_app' },
    async (tx) =>
      (
        await sql<Line>`select use_case as "useCase", outcome, subject, entry from platform.journal order by seq desc
          limit 50`.execute(tx)
      ).rows,
  )
