import assert from 'node:assert/strict'
import { test } from 'node:test'
import { aCouncil, must, no } from '../../../testing/world.ts'
import { publishedWith, threeClauses } from '../call-in/examples.ts'
import { viewDocumentRequests } from './queries.ts'
import { answerDocumentRequest, readRequestedDocument, requestDocument } from './request.ts'

const world = await aCouncil({ on: '2022-08-05' })
const [marguerite, june, hugo, rosalind] = [
  world.as('Marguerite'),
  world.as('June'),
  world.as('Hugo'),
  world.as('Rosalind'),
]
const { ref } = await publishedWith(world, threeClauses)
const ask = async (who: typeof marguerite, basis: string) =>
  must(await world.does(who, requestDocument, { ref, basis, document: 'The appendix with the prices' }))
const paper = Buffer.from('Prices of five providers (invented).\n')

test('scrutiny’s request is due after ten clear days, a member’s right is due within 24 hours of the decision', async () => {
  assert.equal((await ask(marguerite, 'scrutiny')).due.toString(), '2022-08-15')
  assert.equal((await ask(june, 'member')).due.toString(), '2022-08-06')
  world.on('2022-08-09')
  assert.equal((await ask(june, 'member')).due.toString(), '2022-08-09')
  assert.match(
    no(await world.does(rosalind, requestDocument, { ref, basis: 'scrutiny', document: 'It' })),
    /You may not do this/u,
  )
})

test('a document is given to whoever asked and to nobody else', async () => {
  const [first] = must(await world.asks(marguerite, viewDocumentRequests, {})).open
  const request = first?.request ?? ''
  assert.match(
    no(await world.does(hugo, answerDocumentRequest, { request, outcome: 'given' })),
    /Attach the document, or say where the member has it/u,
  )
  must(await world.does(hugo, answerDocumentRequest, { request, outcome: 'given', name: 'prices.txt', bytes: paper }))
  assert.equal(
    Buffer.from(must(await world.asks(marguerite, readRequestedDocument, { request })).bytes).toString(),
    paper.toString(),
  )
  assert.match(no(await world.asks(june, readRequestedDocument, { request })), /no such document for you/u)
})

test('scrutiny is refused only with reasons that the regulations know', async () => {
  const { request } = await ask(marguerite, 'scrutiny')
  const refuse = (more: Record<string, unknown>) =>
    world.does(hugo, answerDocumentRequest, { request, outcome: 'refused', ...more })
  assert.match(no(await refuse({ says: 'No.' })), /Choose the reason|There is a problem/u)
  assert.match(no(await refuse({ ground: 'exempt', says: 'Paragraph 3.' })), /is no reason against scrutiny/u)
  assert.match(no(await refuse({ ground: 'not-relevant' })), /reasons are not given/u)
  must(await refuse({ ground: 'not-relevant', says: 'It is about another placement.' }))
  const { answered } = must(await world.asks(marguerite, viewDocumentRequests, {}))
  assert.deepEqual(new Set(answered.map(({ outcome }) => outcome)), new Set(['given', 'refused']))
})

test('a member sees their own requests, those who answer see all', async () => {
  assert.equal(must(await world.asks(june, viewDocumentRequests, {})).open.length, 2)
  assert.equal(must(await world.asks(hugo, viewDocumentRequests, {})).open.length, 2)
  assert.equal(must(await world.asks(marguerite, viewDocumentRequests, {})).open.length, 0)
})
