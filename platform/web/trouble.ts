import { randomBytes } from 'node:crypto'
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { TooMuchToPrint } from '../document/index.ts'
import { html } from '../html.ts'
import { toJson } from '../json.ts'
import { councilOf, NoCouncil, pathOf, type Doors, type Trouble } from './doors.ts'
import { drain, TooMuch } from './forms.ts'
import { ForgedForm, TooOften } from './security.ts'
import { visitBy, visitOf } from './visit.ts'

/**
 * Answers whatever no page answers: addresses that lead nowhere, requests that cannot be read, and our own mistakes.
 */
export function openTrouble(app: FastifyInstance, doors: Doors): void {
  app.setNotFoundHandler(async (request, reply) => {
    const path = pathOf(request.url)
    // "/register/" means "/register"; the leading slashes go too, or "//elsewhere.example/" would lead there.
    if (path.length > 1 && path.endsWith('/') && (request.method === 'GET' || request.method === 'HEAD')) {
      return reply.redirect(`/${path.replaceAll(/^\/+|\/+$/gu, '')}${request.url.slice(path.length)}`, 308)
    }
    return tell(doors, request, reply, lost)
  })
  app.setErrorHandler(async (cause: FastifyError, request, reply) => {
    const trouble = troubleOf(cause)
    if (trouble.status === 413) await drain(request.raw)
    if (cause instanceof TooOften) void reply.header('retry-after', String(cause.seconds))
    const isBusy = cause instanceof TooMuchToPrint
    if (isBusy) void reply.header('retry-after', '30')
    if (trouble.status < 500 || isBusy || cause.code === 'FST_UNDER_PRESSURE')
      return tell(doors, request, reply, trouble)
    const incident = randomBytes(4).toString('hex')
    const route = request.routeOptions.url ?? 'none'
    doors.log.error({ incident, method: request.method, route, cause }, 'A request failed')
    const numbered = [`The incident has the number ${incident}, and is noted under it.`]
    return tell(doors, request, reply, { ...trouble, because: trouble.because.length ? trouble.because : numbered })
  })
}

/** For requests that are refused before any route or hook has seen them: an address that cannot be read. */
export async function tellUnread(
  doors: Doors,
  cause: FastifyError,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  void reply.headers(doors.guard.headers)
  return tell(doors, request, reply, knownCodes[cause.code] ?? unread)
}

const lost: Trouble = {
  status: 404,
  what: 'There is no page at this address.',
  because: ['If you typed the address, check that it is right. If you pasted it, check that you copied all of it.'],
  next: 'Search the register of decisions, or start from the first page.',
}

const unread: Trouble = {
  status: 400,
  what: 'This request could not be read.',
  because: ['Its address is not written as addresses are.'],
  next: 'Check the address, or start from the first page.',
}

const overlong = trouble(414, 'This address is too long.', 'Shorten what you search for.')

function troubleOf(cause: FastifyError): Trouble {
  if (cause instanceof TooMuch) return { ...tooMuch, because: [cause.message] }
  if (cause instanceof TooOften) {
    return {
      ...trouble(
        429,
        cause.who === 'address' ? 'Too much was asked for from your address.' : 'Too much was asked for in your name.',
        `Wait ${cause.seconds} ${cause.seconds === 1 ? 'second' : 'seconds'}, then try again.`,
      ),
      because: [
        cause.who === 'address'
          ? 'Others may be asking from the same address as you: a whole office often has one.'
          : 'You, or somebody signed in as you, asked for a great deal within a minute.',
      ],
    }
  }
  if (cause instanceof TooMuchToPrint) {
    return {
      ...trouble(
        503,
        'Too many documents are being printed at the moment.',
        'Try again in a minute, or read the page itself.',
      ),
      because: ['Many people asked for a PDF or a Word document at once.'],
    }
  }
  if (cause instanceof ForgedForm) {
    return {
      status: 403,
      what: 'This form could not be accepted.',
      because: ['It was opened in another session, or cookies are turned off, or another site sent it.'],
      next: 'Go back, load the page again, and send it from there.',
    }
  }
  if (cause instanceof NoCouncil) {
    return {
      ...trouble(503, 'There is nothing to see here yet.', 'Ask whoever runs this service.'),
      because: [cause.message],
    }
  }
  return (
    knownCodes[cause.code]
    ?? (cause.statusCode && cause.statusCode < 500
      ? trouble(
          cause.statusCode,
          'This request could not be read.',
          'Go back, load the page again, and send it from there.',
        )
      : trouble(
          500,
          'Sorry, something went wrong on our side.',
          'Try again in a moment. Nothing that you sent was half done: it was done or it was not.',
        ))
  )
}

function trouble(status: number, what: string, next: string): Trouble {
  return { status, what, because: [], next }
}

const tooMuch: Trouble = {
  status: 413,
  what: 'More was sent than can be taken.',
  because: ['A file may have 64 MB, a form 20 files, and its texts 2 MB.'],
  next: 'Send fewer or smaller files. A scanned document becomes smaller when it is saved again at 200 dots an inch.',
}

const knownCodes: Record<string, Trouble> = {
  FST_REQ_FILE_TOO_LARGE: { ...tooMuch, because: ['A file may have no more than 64 MB.'] },
  FST_FILES_LIMIT: { ...tooMuch, because: ['A form takes no more than 20 files at a time.'] },
  FST_FIELDS_LIMIT: tooMuch,
  FST_PARTS_LIMIT: tooMuch,
  FST_ERR_CTP_BODY_TOO_LARGE: tooMuch,
  FST_ERR_CTP_INVALID_MEDIA_TYPE: trouble(
    415,
    'This kind of content is not taken here.',
    'Pages take forms; the API takes JSON.',
  ),
  FST_ERR_CTP_INVALID_JSON_BODY: trouble(400, 'The body could not be read as JSON.', 'Send a JSON object.'),
  FST_ERR_CTP_EMPTY_JSON_BODY: trouble(
    400,
    'The body should be JSON, but it is empty.',
    'Send a JSON object, or leave out the content type.',
  ),
  FST_ERR_MAX_PARAM_LENGTH: overlong,
  FST_UNDER_PRESSURE: trouble(503, 'Too much is being asked of this service at the moment.', 'Try again in a minute.'),
}

async function tell(
  doors: Doors,
  request: FastifyRequest,
  reply: FastifyReply,
  trouble: Trouble,
): Promise<FastifyReply> {
  void reply.code(trouble.status).header('cache-control', 'no-store')
  if (request.url.startsWith('/api/') || request.url.startsWith('/-/')) {
    const { what, because, next } = trouble
    return reply.type('application/json; charset=utf-8').send(toJson({ refused: { what, because, next, fields: {} } }))
  }
  return reply.type('text/html; charset=utf-8').send(await troublePage(doors, request, reply, trouble))
}

/**
 * The page in the site's frame for whoever asks; for a visitor where they cannot be looked up; bare where nothing
 * works.
 */
async function troublePage(
  doors: Doors,
  request: FastifyRequest,
  reply: FastifyReply,
  trouble: Trouble,
): Promise<string> {
  try {
    const visit =
      trouble.status < 500
        ? await visitOf(doors, request, reply)
        : await councilOf(doors, request).then((council) => visitBy(doors, request, reply, council, null))
    return doors.frame.page(visit, doors.frame.trouble(visit, trouble)).toString()
  } catch {
    return html`<!DOCTYPE html><html lang="en"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width"><title>${trouble.what}</title></head>
<body><h1>${trouble.what}</h1>${trouble.because.map((reason) => html`<p>${reason}</p>`)}
<p>${trouble.next}</p></body></html>`.toString()
  }
}
