import assert from 'node:assert/strict'
import { test } from 'node:test'
import { addPaper, lookAtPaper, propose, publish, restrict, sign } from '#decisions'
import { openBrowser } from '../../testing/browser.ts'
import { aCouncil, must, no } from '../../testing/world.ts'
import { drafted, nils } from '../decisions/pages/examples.ts'
import { viewUnreadPapers } from '../decisions/secrecy/look-at-paper.ts'
import { partScannedPdf } from './corpus/documents.ts'
import { correctReading } from './correct-reading.ts'
import { keepDocument } from './keep-document.ts'
import { giveReading } from './queries.ts'

const world = await aCouncil({ on: '2022-08-04' })
const web = await openBrowser(world)
const [priya, desmond, hugo] = [world.as('Priya'), world.as('Desmond'), world.as('Hugo')]

test('a reading says which pages could not be read, and goes on saying it whatever is corrected in it', async () => {
  const { readings } = must(
    await world.does(priya, keepDocument, {
      name: 'record.pdf',
      bytes: await partScannedPdf('Title: Memory cafés\nDecision maker: Cabinet\nDecision: That a grant be approved.'),
    }),
  )
  const reading = readings[0]?.reading
  const found = async () =>
    must(await world.asks(priya, giveReading, { reading })).reading.findings.filter(
      ({ rule }) => rule === 'reading-scanned-pages',
    )
  const [first] = await found()
  assert.match(first?.says ?? '', /^Pages 2, 6 and 7 of 7 are pictures/u)
  must(
    await world.does(priya, correctReading, {
      reading,
      seen: 0,
      part: 'title',
      value: 'Memory cafés in the north',
      words: '',
    }),
  )
  assert.deepEqual(await found(), [first])
})

test('a paper with some pages that are pictures is not published beside withheld passages until somebody looked at those', async () => {
  const { ref, version } = await drafted(world, {
    title: 'Memory cafés',
    reasons: 'The present provider asked for £61,250 a year.',
  })
  const attached = must(
    await world.does(priya, addPaper, {
      ref,
      version,
      kind: 'appendix',
      title: 'Bids',
      name: 'bids.pdf',
      bytes: await partScannedPdf('Bids were opened in July. Their prices are on the pages that follow.'),
    }),
  )
  must(
    await world.does(priya, restrict, {
      ref,
      place: 'reasons',
      passages: ['The present provider asked for £61,250 a year.'],
      kind: 'exempt',
      codes: ['3'],
      publicInterest: 'Bidders would bid to the figure.',
      decidedBy: 'Hugo Pennyfeather, Head of Democratic Services',
      reviewOn: '2023-08-04',
    }),
  )
  must(await world.does(priya, propose, { ref, version: attached.version }))
  must(await world.does(desmond, sign, { ref, version: attached.version + 1, ...nils }))
  assert.match(
    no(await world.does(hugo, publish, { ref })),
    /In the paper “Bids” pages 2, 3, 6 and 7 have no text that can be searched; look at it yourself/u,
  )
  const browser = await web.browser().signIn('Hugo Pennyfeather')
  const page = await browser.open((await browser.open(`/desk/decisions/${ref}`)).link('Papers that cannot be searched'))
  assert.match(page.words(), /Of this file pages 2, 3, 6 and 7 have no text that can be searched\. The rest was\./u)
  const [paper] = must(await world.asks(hugo, viewUnreadPapers, { ref })).papers
  must(await world.does(hugo, lookAtPaper, { ref, paper: paper?.paper, says: 'Photographs of the hall.' }))
  must(await world.does(hugo, publish, { ref }))
})
