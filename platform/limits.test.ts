import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { aBrowser, aDoor } from '#testing/door.ts'
import { readConfig } from './config.ts'
import { usualLimits } from './web/limits.ts'
import { addressOf } from './web/security.ts'

// Each limit by itself, with the others far away, so that what is refused is refused by the one.
const far = 1000
const door = async (
  limits: Parameters<typeof aDoor>[0] extends infer Given ? (Given extends { limits?: infer L } ? L : never) : never,
) => {
  const opened = await aDoor({ limits })
  after(() => opened.close())
  return opened
}
const from = (ip: string, init: RequestInit = {}): RequestInit => ({
  ...init,
  headers: { ...(init.headers as Record<string, string>), 'x-forwarded-for': ip },
})
const said = async (response: Response) => ({
  status: response.status,
  wait: Number(response.headers.get('retry-after')),
  text: await response.text(),
})

test('too many searches from one address are refused with when to try again; other pages, addresses and uploads are not', async () => {
  const { base } = await door({ signIn: far, upload: far, search: { address: 2, account: far } })
  const visitor = aBrowser(base)
  for (let n = 0; n < 2; n++) assert.equal((await visitor.go('/?q=a', from('203.0.113.7'))).status, 200)
  const { status, wait, text } = await said(await visitor.go('/?q=a', from('203.0.113.7')))
  assert.equal(status, 429)
  assert.ok(wait > 0 && wait <= 60)
  assert.match(text, new RegExp(`Wait ${wait} seconds?, then try again`, 'u'))
  assert.match(text, /a whole office often has one/u)
  assert.equal((await visitor.go('/', from('203.0.113.7'))).status, 200, 'a page that searches nothing')
  assert.equal((await visitor.go('/?q=a', from('203.0.113.8'))).status, 200, 'somebody else')
  assert.equal(
    (await visitor.send('/files', await visitor.fieldsOf('/files'), from('203.0.113.7'))).status,
    200,
    'a form',
  )
})

test('too many searches by one person are refused wherever they come from; a colleague at the same address is not', async () => {
  const { base } = await door({ signIn: far, upload: far, search: { address: far, account: 2 } })
  const [wanda, walter] = [aBrowser(base), aBrowser(base)]
  await wanda.signInAs('Wanda')
  await walter.signInAs('Walter')
  for (const ip of ['203.0.113.1', '203.0.113.2']) assert.equal((await wanda.go('/?q=a', from(ip))).status, 200)
  const { status, wait, text } = await said(await wanda.go('/?q=a', from('203.0.113.3')))
  assert.equal(status, 429)
  assert.ok(wait > 0)
  assert.match(text, /Too much was asked for in your name/u)
  assert.equal((await walter.go('/?q=a', from('203.0.113.3'))).status, 200)
  assert.equal((await aBrowser(base).go('/?q=a', from('203.0.113.3'))).status, 200, 'a visitor')
})

test('the API searches under the same limits as the pages', async () => {
  const { base, house } = await door({ signIn: far, upload: far, search: { address: far, account: 1 } })
  const answer = await aBrowser(base).go('/api/sign-in', {
    method: 'POST',
    body: '{"persona":"Rita"}',
    headers: { 'content-type': 'application/json' },
  })
  const { token } = (await answer.json()) as { token: string }
  const search = () => aBrowser(base).go('/api/notes/count?q=a', { headers: { authorization: `Bearer ${token}` } })
  assert.deepEqual([(await search()).status, (await search()).status], [200, 429])
  assert.ok(house)
})

test('too many sign-ins from one address, and too many as one person', async () => {
  const byAddress = await door({ signIn: { address: 2, account: far }, upload: far, search: far })
  const asked = (base: string, ip: string, persona: string) =>
    aBrowser(base).go(
      '/api/sign-in',
      from(ip, { method: 'POST', body: JSON.stringify({ persona }), headers: { 'content-type': 'application/json' } }),
    )
  const statuses = async (base: string, ...given: [ip: string, persona: string][]) => {
    const all: number[] = []
    for (const [ip, persona] of given) all.push((await asked(base, ip, persona)).status)
    return all
  }
  assert.deepEqual(
    await statuses(
      byAddress.base,
      ['203.0.113.1', 'Wanda'],
      ['203.0.113.1', 'nobody'],
      ['203.0.113.1', 'Walter'],
      ['203.0.113.2', 'Walter'],
    ),
    [200, 422, 429, 200],
  )
  const byPerson = await door({ signIn: { address: far, account: 2 }, upload: far, search: far })
  assert.deepEqual(
    await statuses(
      byPerson.base,
      ['203.0.113.1', 'Wanda'],
      ['203.0.113.2', 'Wanda'],
      ['203.0.113.3', 'Wanda'],
      ['203.0.113.3', 'Walter'],
    ),
    [200, 200, 429, 200],
  )
  const page = aBrowser(byAddress.base)
  const form = await page.fieldsOf('/sign-in')
  const send = () => page.send('/sign-in', { ...form, persona: 'Wanda' }, from('203.0.113.9'))
  assert.deepEqual([(await send()).status, (await send()).status, (await send()).status], [303, 403, 429])
})

test('too many uploads from one address, and too many by one person, before anything of them is read', async () => {
  const body = (fields: Record<string, string>, bytes = 'x') => {
    const form = new FormData()
    for (const [name, value] of Object.entries(fields)) form.append(name, value)
    form.append('record', new Blob([bytes]), 'a.txt')
    return form
  }
  const byAddress = await door({ signIn: far, upload: { address: 1, account: far }, search: far })
  const visitor = aBrowser(byAddress.base)
  const fields = await visitor.fieldsOf('/files')
  const upload = (who: typeof visitor, ip: string, given: Record<string, string>) =>
    who.go('/files', from(ip, { method: 'POST', body: body(given) }))
  assert.equal((await upload(visitor, '203.0.113.1', fields)).status, 200)
  assert.equal((await upload(visitor, '203.0.113.1', fields)).status, 429)
  assert.equal((await upload(visitor, '203.0.113.2', fields)).status, 200)
  assert.equal((await visitor.send('/files', fields, from('203.0.113.1'))).status, 200, 'a form without files')
  const byPerson = await door({ signIn: far, upload: { address: far, account: 1 }, search: far })
  const [wanda, walter] = [aBrowser(byPerson.base), aBrowser(byPerson.base)]
  await wanda.signInAs('Wanda')
  await walter.signInAs('Walter')
  const [hers, his] = [await wanda.fieldsOf('/files'), await walter.fieldsOf('/files')]
  assert.equal((await upload(wanda, '203.0.113.1', hers)).status, 200)
  assert.equal((await upload(wanda, '203.0.113.2', hers)).status, 429)
  assert.equal((await upload(walter, '203.0.113.2', his)).status, 200)
})

test('what counts as one address: a whole /64 of IPv6, and IPv4 however it is written', () => {
  assert.equal(addressOf('203.0.113.7'), '203.0.113.7')
  assert.equal(addressOf('::ffff:203.0.113.7'), '203.0.113.7')
  assert.equal(addressOf('2001:db8:1:2:3:4:5:6'), '2001:db8:1:2::/64')
  assert.equal(addressOf('2001:DB8:1:2::1'), addressOf('2001:db8:0001:2:ffff::'))
  assert.notEqual(addressOf('2001:db8:1:2::1'), addressOf('2001:db8:1:3::1'))
  assert.equal(addressOf('2001:db8::1'), '2001:db8:0:0::/64')
  assert.equal(addressOf('::1'), '0:0:0:0::/64')
  assert.equal(addressOf('fe80::1%eth0'), 'fe80:0:0:0::/64')
})

test('limits are settings of the server, and one that makes no sense is refused at the start', () => {
  assert.deepEqual(readConfig({}).limits, usualLimits)
  assert.deepEqual(readConfig({ REMIT_LIMIT_SEARCH: '300/100' }).limits?.search, { address: 300, account: 100 })
  for (const wrong of ['60', '0/10', '60/0', '-1/5', 'many', '1e9/1']) {
    assert.throws(() => readConfig({ REMIT_LIMIT_SIGN_IN: wrong }), /REMIT_LIMIT_SIGN_IN is/u, wrong)
  }
})
