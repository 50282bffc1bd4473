import { request, type IncomingHttpHeaders, type IncomingMessage } from 'node:http'

/** One request to a server on this machine, by whichever council's name; nothing is followed. */
export async function overTheWire(
  url: URL,
  { method = 'GET', headers = {}, body }: { method?: string; headers?: Record<string, string>; body?: Buffer } = {},
): Promise<{ status: number; headers: IncomingHttpHeaders; text: string; bytes: Uint8Array }> {
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    const sent = request(
      {
        // Any name ending in .localhost is this machine; not every resolver knows that.
        host: '127.0.0.1',
        port: url.port,
        method,
        path: `${url.pathname}${url.search}`,
        agent: false,
        headers: { host: url.host, ...headers, ...(body ? { 'content-length': body.byteLength } : {}) },
      },
      resolve,
    )
    sent.on('error', reject)
    sent.end(body)
  })
  const chunks: Buffer[] = []
  for await (const chunk of response) chunks.push(chunk as Buffer)
  const bytes = Buffer.concat(chunks)
  return { status: response.statusCode ?? 0, headers: response.headers, text: bytes.toString('utf8'), bytes }
}

export type Said = {
  token?: string
  refused?: { what: string; because: string[]; next: string | null; fields: Record<string, string> }
} & Record<string, unknown>
export type Program = (method: string, path: string, body?: object) => Promise<{ status: number; said: Said }>

/** A program that speaks to the API, in the name of somebody when an e-mail address is given. */
export async function programOf(base: string, email?: string): Promise<Program> {
  const sending =
    (token: string | undefined): Program =>
    async (method, path, body = {}) => {
      const { status, text } = await overTheWire(new URL(`/api${path}`, base), {
        method,
        headers: {
          ...(token ? { authorization: `Bearer ${token}` } : {}),
          ...(method === 'POST' ? { 'content-type': 'application/json' } : {}),
        },
        ...(method === 'POST' ? { body: Buffer.from(JSON.stringify(body)) } : {}),
      })
      return { status, said: JSON.parse(text) as Said }
    }
  if (email === undefined) return sending(undefined)
  const { status, said } = await sending(undefined)('POST', '/sign-in', { email })
  if (!said.token) throw new Error(`${email} could not sign in: ${status} ${JSON.stringify(said)}`)
  return sending(said.token)
}
