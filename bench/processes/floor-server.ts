/**
 * The floor: the least that any server could do for the same page. Plain node:http, one pool of plain connections, the same
 * statements as Remit sent for that address, and then as many bytes as Remit answers. Reads a line of JSON with what to
 * replay; prints its port.
 */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createInterface } from 'node:readline'
import pg from 'pg'
import type { Sent } from '../recorded.ts'

const input = createInterface({ input: process.stdin })
const replay = JSON.parse(String((await input[Symbol.asyncIterator]().next()).value)) as {
  url: string
  addresses: Record<string, { sent: Sent[]; bytes: number }>
}
const pool = new pg.Pool({ connectionString: replay.url, max: 16 })
const names = new Map<string, string>()
const named = (text: string) => names.get(text) ?? (names.set(text, `f${names.size}`), `f${names.size - 1}`)
const bodies = new Map(Object.entries(replay.addresses).map(([path, { bytes }]) => [path, Buffer.alloc(bytes, 'x')]))

const server = createServer(async (request, response) => {
  const asked = replay.addresses[request.url ?? '']
  if (!asked) return response.writeHead(404).end()
  const client = await pool.connect()
  for (const { text, values } of asked.sent) {
    if (values === null) await client.query(text)
    else await client.query({ name: named(text), text, values })
  }
  client.release()
  response.writeHead(200, { 'content-type': 'text/html' }).end(bodies.get(request.url ?? ''))
})
server.listen(0, '127.0.0.1', () => process.stdout.write(`${(server.address() as AddressInfo).port}\n`))
input.on('close', () => process.exit(0))
