import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openBrowser } from '../../../../testing/browser.ts'
import { aCouncil } from '../../../../testing/world.ts'
import { answered, opened } from '../../examples.ts'

const world = await aCouncil({ on: '2022-09-05' })
const web = await openBrowser(world)
const priya = await web.browser().signIn('Priya Larkin')

test('an officer makes a frame, codes what came, makes a theme and answers it, without a script', async () => {
  const ref = await opened(world, '2022-09-05')
  const receipt = await answered(world, ref, { q8: 'Closer to where we live, please.' })
  const at = `/desk/consultations/${ref}/analysis`
  assert.match((await priya.open(at)).words(), /There are no codes yet/u)
  const half = await (await priya.open(`${at}/codes/new`)).send({ means: 'How near it is.' })
  assert.equal(half.status, 422)
  assert.match(half.text, /How near it is\./u)
  await half.send({ title: 'Closeness', means: 'How near it is.' })
  await (await priya.open(`${at}/second-coding`)).send({ share: '0', because: 'One letter only.' })
  const toCode = await priya.open(`${at}/next/first`)
  assert.match(
    toCode.words(),
    new RegExp(`Code this response ${receipt}, online Anything else\\? Closer to where we live`, 'u'),
  )
  const code = /name="codes-q8"[^>]*value="([^"]+)"|value="([^"]+)"[^>]*name="codes-q8"/u.exec(toCode.text)
  const done = await toCode.send({ 'codes-q8': [code?.[1] ?? code?.[2] ?? ''] })
  assert.match(
    done.words(),
    /Nothing is left for you to code.*“Closeness” was raised in 1 answer and belongs to no theme/u,
  )
  await (
    await priya.open(`${at}/themes/new`)
  ).send({ title: 'Nearer', says: 'Families want breaks close by.', codes: [code?.[1] ?? code?.[2] ?? ''] })
  const answer = await priya.open((await priya.open(at)).link('Answer'))
  const wrong = await answer.send({ answer: 'we-will', says: 'We will open two more places.', traces: 'Specification' })
  assert.match(wrong.words(), /write the document first, then a stroke/u)
  const right = await wrong.send({
    answer: 'we-will',
    says: 'We will open two more places.',
    traces: 'Specification, version 1 | 4.3',
  })
  assert.match(right.words(), /We will: We will open two more places\. Specification, version 1, clause 4\.3/u)
  assert.match((await priya.open(`${at}/history`)).words(), /“Closeness” \(How near it is\.\): added, by Priya Larkin/u)
  const empty = await (await priya.open(`${at}/wordless`)).send({})
  assert.equal(empty.status, 422)
  assert.match(empty.words(), /No response without words waits/u)
})
