import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import files from '@fastify/static'
import type { FastifyInstance } from 'fastify'

const repository = fileURLToPath(new URL('../../', import.meta.url))
const own = join(repository, 'govuk/assets')
const govuk = join(repository, 'node_modules/govuk-frontend/dist/govuk')

// Of GOV.UK Frontend only these: its typeface, crown and crest are not for councils to use.
const lent = ['css', 'js', 'css.map', 'js.map'].map((ending) => `govuk-frontend.min.${ending}`)
const lentSheetName = 'govuk-frontend.min.css'

const kinds = /\.(?:css|js|map|svg|png|jpe?g|webp|ico|woff2)$/u

/**
 * The folder that pages name for stylesheets and scripts. A digest of all that is in it is part of its name, so that a
 * browser may keep the files for ever and never shows old ones.
 */
export const assetsFolder: string = `/assets/${digestOfAll()}`

function digestOfAll(): string {
  const digest = createHash('sha256')
  for (const path of [...filesIn(own), ...lent.map((name) => join(govuk, name))]) digest.update(readFileSync(path))
  return digest.digest('hex').slice(0, 12)
}

function filesIn(folder: string): string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
}

/**
 * GOV.UK Frontend's stylesheet without the typeface and the crest, which are not ours to send: a browser that has not got
 * our own sheet would otherwise ask for files that are not there.
 */
function lentSheet(): string {
  return readFileSync(join(govuk, lentSheetName), 'utf8')
    .replaceAll(/@font-face\{[^}]*\}/gu, '')
    .replaceAll(/url\(\/assets\/[^)]*\)/gu, 'none')
}

const forEver = 'public, max-age=31536000, immutable'

/** Serves /assets/, and the same under the folder with the digest; `sheet` makes the stylesheets that come from no file. */
export async function openAssets(app: FastifyInstance, sheet: (name: string) => string | null): Promise<void> {
  const lentCss = lentSheet()
  for (const [prefix, keep] of [
    ['/assets/', 'public, max-age=300'],
    [`${assetsFolder}/`, forEver],
  ] as const) {
    await app.register(files, {
      root: [own, govuk].filter((folder) => existsSync(folder)),
      prefix,
      index: false,
      dotfiles: 'ignore',
      cacheControl: false,
      decorateReply: false,
      allowedPath: (path, root) => kinds.test(path) && (root !== govuk || lent.includes(path.replace(/^\/+/u, ''))),
      setHeaders: (reply) => {
        void reply.header('cache-control', keep)
      },
    })
    // A named address goes before the files' own.
    app.get(`${prefix}${lentSheetName}`, (_request, reply) =>
      reply.header('cache-control', keep).type('text/css; charset=utf-8').send(lentCss),
    )
  }
  app.get<{ Params: { colour: string } }>('/assets/council-:colour([0-9a-f]{6}).css', (request, reply) => {
    const made = sheet(request.params.colour)
    if (made === null) return reply.callNotFound()
    return reply.header('cache-control', forEver).type('text/css; charset=utf-8').send(made)
  })
}
