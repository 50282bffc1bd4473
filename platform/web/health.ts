import type { FastifyInstance } from 'fastify'
import type { Doors } from './doors.ts'
import { fromThisMachine } from './security.ts'

/** For whatever watches over the server: is it alive, can it work, and what has it been doing. */
export function openHealth(app: FastifyInstance, { house, meters }: Doors): void {
  // Alive is alive, however busy.
  const config = { pressureHandler: () => {} }
  app.get('/healthz', { config }, (_request, reply) => reply.header('cache-control', 'no-store').send({ alive: true }))
  app.get('/readyz', async (_request, reply) => {
    const ready = await Promise.race([
      house.database
        .asOwner((connection) => connection.query('select 1', []))
        .then(
          () => true,
          () => false,
        ),
      new Promise<false>((give) => {
        setTimeout(give, 3000, false).unref()
      }),
    ])
    return reply
      .code(ready ? 200 : 503)
      .header('cache-control', 'no-store')
      .send({ ready })
  })
  app.get('/metrics', async (request, reply) => {
    if (!fromThisMachine(request)) return reply.callNotFound()
    return reply
      .header('cache-control', 'no-store')
      .type(meters.type)
      .send(await meters.text())
  })
}
