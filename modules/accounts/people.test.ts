import assert from 'node:assert/strict'
import { test } from 'node:test'
import { administrator, decisionMaker, officer } from '#authority'
import { openBrowser } from '../../testing/browser.ts'
import { aCouncil, must, no } from '../../testing/world.ts'
import { journalOf } from './examples.ts'
import {
  addPerson,
  changeRoles,
  closeAccount,
  listPeople,
  readPerson,
  reopenAccount,
  setIdentityService,
} from './index.ts'

const world = await aCouncil({ on: '2022-08-05' })
const { browser } = await openBrowser(world)
const isolde = world.as('Isolde')
const dated = (iso: string) => {
  const [year = '', month = '', day = ''] = iso.split('-')
  return { 'from-day': day, 'from-month': month, 'from-year': year }
}
const findOne = async (q: string) => must(await world.asks(isolde, listPeople, { q })).lines[0]

test('an administrator finds people by name, address, role and account, a page at a time', async () => {
  for (let n = 1; n <= 30; n++)
    must(
      await world.does(isolde, addPerson, {
        name: `Extra ${String(n).padStart(2, '0')}`,
        email: `extra${n}@larkshire.example`,
        roles: [officer],
      }),
    )
  const page = await (await browser().signIn('Isolde Marchbank')).open('/desk/people?q=extra')
  assert.match(page.words(), /30 people/u)
  assert.match(page.words(), /Extra 01.*Extra 25/u)
  assert.doesNotMatch(page.words(), /Extra 26/u)
  const rest = await (
    await browser().signIn('Isolde Marchbank')
  ).open(/href="(\/desk\/people\?[^"]*after=[^"]*)"/u.exec(page.text)?.[1]?.replaceAll('&amp;', '&') ?? '')
  assert.match(rest.words(), /Extra 26.*Extra 30/u)
  const first = await (
    await browser().signIn('Isolde Marchbank')
  ).open(/href="(\/desk\/people\?[^"]*before=[^"]*)"/u.exec(rest.text)?.[1]?.replaceAll('&amp;', '&') ?? '')
  assert.match(first.words(), /Extra 01.*Extra 25/u)
  const deciding = must(await world.asks(isolde, listPeople, { role: decisionMaker })).lines.map(({ name }) => name)
  assert.deepEqual(deciding, ['Ada Quill', 'Desmond Okoro', 'Rosalind Thwaite', 'Tobias Fennimore'])
  assert.equal((await findOne('PRIYA.LARKIN@'))?.name, 'Priya Larkin')
  assert.equal(await findOne('100%'), undefined, 'a percent sign stands for itself')
})

test('a list of people that was asked for with a place that is none says so and does not break', async () => {
  for (const after of ['nonsense', Buffer.from('["a","b"]').toString('base64url')]) {
    assert.match(no(await world.asks(isolde, listPeople, { after })), /Start again from the first page/u)
  }
})

test('a joiner is added on a page, keeps what was typed when something is wrong, and signs in', async () => {
  const admin = await browser().signIn('Isolde Marchbank')
  const form = await admin.open('/desk/people/new')
  const wrong = await form.send({ name: 'Jo Joiner', email: 'jo', roles: [officer] }, 'Add them')
  assert.equal(wrong.status, 422)
  assert.match(wrong.words(), /There is a problem.*Enter an e-mail address/u)
  assert.match(wrong.text, /value="Jo Joiner"/u)
  assert.match(wrong.text, /value="commissioning officer"[^>]*checked/u)
  const taken = await wrong.send({ email: 'PRIYA.larkin@larkshire.example' }, 'Add them')
  assert.match(taken.words(), /Somebody signs in with PRIYA\.larkin@larkshire\.example already/u)
  const added = await taken.send({ email: 'jo.joiner@larkshire.example' }, 'Add them')
  assert.match(added.words(), /Added.*Jo Joiner.*Signs in as commissioning officer/u)
  assert.match((await (await browser().signIn('Jo Joiner')).open('/desk')).words(), /Signed in as Jo Joiner/u)
})

test('a mover’s roles count from the next page on, for sessions that have begun', async () => {
  const jo = await browser().signIn('Jo Joiner')
  const account = (await findOne('Jo Joiner'))?.account ?? ''
  assert.equal((await jo.open('/desk/people')).status, 403)
  const admin = await browser().signIn('Isolde Marchbank')
  const changed = await (await admin.open(`/desk/people/${account}/roles`)).send({ roles: [administrator] }, 'Save')
  assert.match(changed.words(), /Changed.*Signs in as administrator/u)
  assert.equal((await jo.open('/desk/people')).status, 200)
  assert.match((await journalOf(world))[0]?.entry ?? '', /"roles":\["administrator"\]/u)
})

test('a leaver’s sessions end at once, their posts are named, what they did stays, and they can come back', async () => {
  const ada = world.as('Ada')
  const hers = await browser().signIn('Ada Quill')
  assert.equal((await hers.open('/desk')).status, 200)
  const admin = await browser().signIn('Isolde Marchbank')
  const asked = await admin.open(`/desk/people/${ada.account}/leave`)
  assert.match(asked.words(), /Somebody has to take over.*Director of Adult Social Care/u)
  assert.equal((await asked.send(dated('2022-08-04'), 'Close the account')).status, 422)
  const closed = await asked.send(dated('2022-08-05'), 'Close the account')
  assert.match(closed.words(), /signed out everywhere.*Ada Quill has left and still holds a post.*Closed/u)
  assert.match((await hers.open('/desk')).url, /\/sign-in/u)
  assert.doesNotMatch((await browser().open('/sign-in')).text, /Ada Quill/u)
  assert.equal(must(await world.asks(isolde, readPerson, { account: ada.account })).holds[0]?.post, 'director-adults')
  assert.match(
    no(await world.does(isolde, closeAccount, { account: ada.account, from: '2022-08-05' })),
    /closed already/u,
  )
  const back = await closed.send({}, 'Open the account again')
  assert.match(back.words(), /Opened again.*Open/u)
  assert.equal((await (await browser().signIn('Ada Quill')).open('/desk')).status, 200)
})

test('an account that closes on a later day is open until the day before, and shut on the day without anybody’s doing', async () => {
  const { account } = must(
    await world.does(isolde, addPerson, { name: 'Lena Later', email: 'lena@larkshire.example', roles: [officer] }),
  )
  must(await world.does(isolde, closeAccount, { account, from: '2022-08-10' }))
  world.on('2022-08-09')
  const lena = await browser().signIn('Lena Later')
  assert.equal((await lena.open('/desk')).status, 200)
  world.on('2022-08-09T23:30:00Z') // half an hour past midnight in London
  assert.match((await lena.open('/desk')).url, /\/sign-in/u)
  assert.doesNotMatch((await browser().open('/sign-in')).text, /Lena Later/u)
  assert.equal(must(await world.asks(isolde, listPeople, { q: 'Lena', state: 'closed' })).count, 1)
  world.on('2022-08-05')
})

test('nobody closes their own account, and the last administrator neither leaves nor stops being one', async () => {
  const jo = (await findOne('Jo Joiner'))?.account ?? ''
  assert.match(
    no(await world.does(isolde, closeAccount, { account: isolde.account, from: '2022-08-05' })),
    /your own account/u,
  )
  must(await world.does(isolde, changeRoles, { account: jo, roles: [] }))
  assert.match(
    no(await world.does(isolde, changeRoles, { account: isolde.account, roles: [officer] })),
    /only administrator/u,
  )
  must(await world.does(isolde, changeRoles, { account: jo, roles: [administrator] }))
  const joActs = { ...isolde, account: jo, name: 'Jo Joiner' }
  must(await world.does(joActs, closeAccount, { account: isolde.account, from: '2022-08-20' }))
  // Isolde is leaving: on her last day Jo is the only one left, and is so today for every day after it.
  assert.match(no(await world.does(isolde, closeAccount, { account: jo, from: '2022-08-20' })), /only administrator/u)
  must(await world.does(joActs, reopenAccount, { account: isolde.account }))
})

test('a person whose name or address changed is the same person', async () => {
  const { account } = must(
    await world.does(isolde, addPerson, { name: 'Mary Maiden', email: 'mary@larkshire.example', roles: [officer] }),
  )
  const admin = await browser().signIn('Isolde Marchbank')
  const form = await admin.open(`/desk/people/${account}/details`)
  assert.match(
    (await form.send({ email: 'ada.quill@larkshire.example' }, 'Save')).words(),
    /Somebody else signs in with/u,
  )
  const changed = await form.send({ name: 'Mary Married', email: 'mary.married@larkshire.example' }, 'Save')
  assert.match(changed.words(), /Mary Married.*mary\.married@/u)
  assert.equal((await findOne('mary.married@'))?.account, account)
})

test('where roles come from the identity service they are not changed by hand', async () => {
  const roles = { claim: 'groups', map: [{ from: 'officers', role: officer }] }
  must(
    await world.does(isolde, setIdentityService, {
      service: {
        kind: 'oidc',
        name: 'it',
        issuer: 'https://login.larkshire.example',
        clientId: 'remit',
        secret: { in: 'environment' },
        roles,
      },
    }),
  )
  assert.match(
    no(await world.does(isolde, changeRoles, { account: world.as('Ada').account, roles: [officer] })),
    /given by the identity service/u,
  )
  must(await world.does(isolde, setIdentityService, { service: { kind: 'none' } }))
  must(await world.does(isolde, changeRoles, { account: world.as('Ada').account, roles: [officer, decisionMaker] }))
})

test('the identity service is set on a page, from a day on, journalled, and its secret is nowhere', async () => {
  const admin = await browser().signIn('Isolde Marchbank')
  const form = await admin.open('/desk/identity-service')
  assert.match(form.words(), /REMIT_SECRET_LARKSHIRE/u)
  const wrong = await form.send(
    {
      name: 'your council account',
      issuer: 'http://login.larkshire.example',
      clientId: 'remit',
      secretIn: 'file',
      secretName: '../../etc/passwd',
      rolesBy: 'service',
      rolesClaim: 'groups',
      map: 'keepers: administrator',
    },
    'Set the identity service',
  )
  assert.equal(wrong.status, 422)
  assert.match(wrong.words(), /should be a group, =, and one of/u)
  const stillWrong = await wrong.send({ map: 'keepers = administrator' }, 'Set the identity service')
  assert.match(stillWrong.words(), /starts with https/u)
  assert.match(stillWrong.words(), /Use small letters, digits, dots and hyphens/u)
  assert.match(stillWrong.text, /keepers = administrator/u)
  const isSet = await stillWrong.send(
    { issuer: 'https://login.larkshire.example/tenant', secretName: 'sign-in', ...dated('2022-08-10') },
    'Set the identity service',
  )
  assert.match(isSet.words(), /None is set up/u, 'it counts from the tenth')
  assert.match((await browser().open('/sign-in')).words(), /Pick one/u)
  world.on('2022-08-10')
  const later = await (await browser().signIn('Isolde Marchbank')).open('/desk/identity-service')
  assert.match(later.words(), /since Wednesday 10 August 2022.*larkshire\/sign-in of the folder/u)
  assert.match((await browser().open('/sign-in')).words(), /Sign in with your council account.*Priya Larkin/u)
  const line = (await journalOf(world)).find(({ useCase }) => useCase === 'accounts.set-identity-service')
  assert.equal(line?.subject, 'identity-service')
  world.on('2022-08-05')
})

test('an administrator of one council cannot name another’s secret', async () => {
  const set = (secret: unknown) =>
    world.does(isolde, setIdentityService, {
      service: { kind: 'oidc', name: 'it', issuer: 'https://login.larkshire.example', clientId: 'x', secret },
    })
  for (const secret of [
    { in: 'file', name: '../kent/sign-in' },
    { in: 'file', name: '/etc/passwd' },
    { in: 'file', name: '.hidden' },
    { in: 'DATABASE_URL' },
  ]) {
    assert.equal((await set(secret)).ok, false, JSON.stringify(secret))
  }
  // A name of a variable is not taken at all: whatever else is said, it is the council’s own.
  must(await set({ in: 'environment', name: 'DATABASE_URL' }))
  must(await world.does(isolde, setIdentityService, { service: { kind: 'none' } }))
})

test('the chain of the journal holds', async () => {
  assert.deepEqual(await world.breaks(), [])
})
