import fastify, { type FastifyInstance } from 'fastify'
import { openApi } from './api.ts'
import { openMeters } from './metrics.ts'
import { openAssets } from './web/assets.ts'
import { openCommandDoor, type RunCommand } from './web/command.ts'
import { NoCouncil, type Doors } from './web/doors.ts'
import { openHealth } from './web/health.ts'
import { usualLimits, type Limits } from './web/limits.ts'
import { openPages } from './web/pages.ts'
import { openGuard } from './web/security.ts'
import { openTrouble, tellUnread } from './web/trouble.ts'

export type WebOptions = Pick<Doors, 'house' | 'modules' | 'frame' | 'log' | 'council'> & {
  /** `false` renders every page anew, for measuring. */
  remember?: boolean
  /** How often one address may do what is costly; tests set their own. */
  limits?: Limits
  /** Lets the command line have its work done here while this process holds the data folder. */
  commands?: { key: string; run: RunCommand }
}

export { NoCouncil }

const longestAddress = 4000

/** The whole web door: pages, API, assets, health. It does not listen yet. */
export async function openWeb({
  limits = usualLimits,
  remember = true,
  commands,
  ...given
}: WebOptions): Promise<FastifyInstance> {
  const app = fastify({
    // A proxy on this machine may say whom it speaks for, and over what; nobody else is believed.
    trustProxy: 'loopback',
    // `log` writes one line a request itself, without what people typed.
    logger: false,
    bodyLimit: 2 * 2 ** 20,
    routerOptions: { maxParamLength: 400, caseSensitive: true },
    forceCloseConnections: 'idle',
    requestTimeout: 120_000,
    frameworkErrors: (cause, request, reply) => {
      void tellUnread(doors, cause, request, reply)
    },
  })
  const doors: Doors = { ...given, meters: openMeters(given.house.database), guard: await openGuard(app, limits) }

  app.addHook('onRequest', async (request) => {
    if (request.url.length > longestAddress) {
      throw Object.assign(new Error('Too long'), { code: 'FST_ERR_MAX_PARAM_LENGTH' })
    }
    // No text in the database can hold a null, so no address with one leads anywhere.
    if (request.url.includes('%00')) throw Object.assign(new Error('Null in an address'), { statusCode: 400 })
  })
  app.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url ?? 'none'
    doors.meters.request(request.method, route, reply.statusCode, reply.elapsedTime / 1000)
    const ms = Math.round(reply.elapsedTime * 10) / 10
    doors.log.info({ method: request.method, route, status: reply.statusCode, ms }, 'request')
  })
  openTrouble(app, doors)
  openHealth(app, doors)
  await openAssets(app, (colour) => given.frame.sheet(colour))
  await openPages(app, doors, remember)
  await openApi(app, doors)
  if (commands) openCommandDoor(app, commands.key, commands.run)
  return app
}
