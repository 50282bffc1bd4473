/**
 * The floor of intake: plain node:http and one pool of plain connections, which for every request writes the same response row, in
 * a transaction of its own as any server would, and looks at nothing else. Reads a line of JSON with what to write; prints its port.
 */
import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createInterface } from 'node:readline'
import pg from 'pg'

const input = createInterface({ input: process.stdin })
const { url, consultation } = JSON.parse(String((await input[Symbol.asyncIterator]().next()).value)) as {
  url: string
  consultation: string
}
const pool = new pg.Pool({ connectionString: url, max: 16 })

const insert = `insert into consultations.response (council, response, consultation, receipt, channel, received_at, received_on, late, questionnaire, wording, answers, client_key, content_hash, text_hash)
  values ('larkshire', $1, $2, $3, 'online', now(), current_date, false, 1, 'en', $4::jsonb, $5, $6, $7)`

const server = createServer(async (request, response) => {
  let body = ''
  for await (const part of request) body += String(part)
  const { answers } = JSON.parse(body) as { answers: Record<string, unknown> }
  const text = JSON.stringify(answers)
  const hash = createHash('sha256').update(text).digest()
  const receipt = `F-${randomBytes(8).toString('hex')}`
  const client = await pool.connect()
  await client.query(`begin; set local role remit_app; set local remit.council = 'larkshire'`)
  await client.query({
    name: 'insert',
    text: insert,
    values: [randomUUID(), consultation, receipt, text, request.headers['idempotency-key'] ?? randomUUID(), hash, hash],
  })
  await client.query('commit')
  client.release()
  response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ receipt }))
})
server.listen(0, '127.0.0.1', () => process.stdout.write(`${(server.address() as AddressInfo).port}\n`))
input.on('close', () => process.exit(0))
