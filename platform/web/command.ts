import { timingSafeEqual } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { fromThisMachine } from './security.ts'

export type Asked = { args: string[]; cwd: string; stdin: Uint8Array | null }
export type Spoken = { out: string; err: string; code: number; wantsStdin?: true }
export type RunCommand = (asked: Asked) => Promise<Spoken>

/** What one process sends another: words, where it stands, and standard input in base64, or null until it is asked for. */
const asked = z.object({
  args: z.array(z.string().max(10_000)).max(200),
  cwd: z.string().max(4000),
  stdin: z.base64().nullable(),
})

export const commandPath = '/-/command'

/**
 * Lets the command line have its work done by the server that holds the data folder. Only this machine may ask, and only
 * who can read the key in the folder's lock file, which is the user that owns the data.
 */
export function openCommandDoor(app: FastifyInstance, key: string, run: RunCommand): void {
  const expected = Buffer.from(key)
  app.post(commandPath, { bodyLimit: 160 * 2 ** 20 }, async (request, reply) => {
    const given = Buffer.from(String(request.headers['x-remit-key'] ?? ''))
    const known = given.length === expected.length && timingSafeEqual(given, expected)
    if (!known || !fromThisMachine(request)) return reply.callNotFound()
    const { args, cwd, stdin } = asked.parse(request.body)
    const spoken = await run({ args, cwd, stdin: stdin === null ? null : Buffer.from(stdin, 'base64') })
    return reply.header('cache-control', 'no-store').send(spoken)
  })
}
