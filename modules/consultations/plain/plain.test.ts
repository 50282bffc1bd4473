import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openBrowser } from '../../../testing/browser.ts'
import { aCouncil, must } from '../../../testing/world.ts'
import { addDocument } from '../add-document.ts'
import { drafted } from '../examples.ts'
import { editConsultation } from '../use-cases.ts'
import { viewPlainWords } from './queries.ts'

const world = await aCouncil({ on: '2022-09-05' })
const web = await openBrowser(world)
const priya = world.as('Priya')
const hard =
  'The authority anticipates that the reconfiguration of eligibility determinations will necessitate organisational prioritisation of individuals whose circumstances demonstrably satisfy the applicable thresholds of vulnerability.'

test('before launch an officer sees how a consultation reads, which sentences are hardest and where, and that Easy Read is missing', async () => {
  const { ref, version } = await drafted(world, '2022-09-05')
  const easy = must(await world.asks(priya, viewPlainWords, { ref }))
  assert.equal(easy.hardest.length, 0)
  must(await world.does(priya, editConsultation, { ref, version, changes: { why: hard } }))
  must(await world.does(priya, addDocument, { ref, kind: 'other', title: 'The costs', words: 'It costs a little.' }))
  must(
    await world.does(priya, addDocument, { ref, kind: 'other', title: 'The costs', words: `${hard} It costs a lot.` }),
  )
  const seen = must(await world.asks(priya, viewPlainWords, { ref }))
  assert.deepEqual(
    seen.hardest.map(({ place }) => place),
    ['Why you are consulting', 'The costs'],
    'of a document the last version is read, as people are shown it',
  )
  assert.ok((seen.whole.age ?? 0) > (easy.whole.age ?? 0))
  assert.deepEqual([seen.easyRead, seen.writeFor, seen.longest], [false, 9, 25])
  const hers = await web.browser().signIn('Priya Larkin')
  const page = await hers.open((await hers.open(`/desk/consultations/${ref}`)).link('Can people read it?'))
  assert.match(page.words(), /Somebody of about \d+ can read it/u)
  assert.match(page.words(), /There is no Easy Read version yet/u)
  assert.match(page.words(), /Why you are consulting: \d+ words.*The authority anticipates/u)
  assert.match(page.words(), /What this cannot see/u)
})
