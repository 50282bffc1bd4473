import assert from 'node:assert/strict'
import { people } from '../site/demo/larkshire.ts'
import { tries } from '../site/start.ts'
import { openJourneyHouse } from './house.ts'
import { story } from './story.ts'
import { heading, links, text } from './visitor.ts'

const house = await openJourneyHouse({ demo: '2026-05-05' })
const larkshireItself = async () => house.demo

story('a newcomer finds five things to try, and each of them leads somewhere', larkshireItself, async ({ come }) => {
  const visitor = await come()
  await visitor.open('/')
  assert.match(await text(visitor), /Five things to try/u)
  for (const { title, href } of tries) {
    await visitor.open('/')
    await visitor.follow(title)
    // What only staff may do asks who they are first, and leads there afterwards.
    if (visitor.address().startsWith('/sign-in')) {
      await visitor.press(/^Sign in as Priya/u)
      assert.ok(href === '/sign-in' || visitor.address() === href, `${title} leads to ${visitor.address()}`)
      await visitor.press('Sign out')
    } else assert.equal(visitor.address(), href)
  }
})

story('a newcomer can be anybody in Larkshire, and stop being them', larkshireItself, async ({ come }) => {
  const visitor = await come()
  for (const { name } of people) {
    await visitor.open('/')
    await visitor.follow('Sign in')
    assert.equal(await heading(visitor), 'Who would you like to be?')
    await visitor.press(`Sign in as ${name}`)
    assert.match(await visitor.source(), new RegExp(`Signed in as </span>${name.replace('’', '.')}`, 'u'))
    await visitor.open('/desk/mail')
    assert.equal(await heading(visitor), 'Your mail')
    await visitor.press('Sign out')
    await visitor.open('/desk/mail')
    assert.match(visitor.address(), /^\/sign-in\?next=/u)
  }
})

story('whoever opens a page of the desk first is sent on to it after signing in', larkshireItself, async ({ come }) => {
  const visitor = await come()
  await visitor.open('/demo/clock')
  assert.match(visitor.address(), /^\/sign-in/u)
  await visitor.press('Sign in as Priya Larkin')
  assert.equal(visitor.address(), '/demo/clock')
})

story('no link on the site leads nowhere, whoever follows it', larkshireItself, async ({ come, inBrowser }) => {
  const enough = inBrowser ? 1 : 16
  for (const who of [undefined, 'Priya', 'Rosalind', 'Hugo']) {
    const visitor = await come(who)
    const found = new Map([['/', 'the beginning']])
    const shapes = new Map<string, number>()
    for (const [path, from] of found) {
      await visitor.open(path).catch((cause: unknown) => { throw new Error(`The link from ${from} to ${path}, followed by ${who ?? 'a visitor'}: ${String(cause)}`, { cause }) })
      for (const { href } of await links(visitor)) {
        const to = new URL(href, new URL(path, 'http://here'))
        // Searches and places in a list are without end, and so are records: some of each kind are enough.
        if (to.host !== 'here' || to.search !== '' || /\.(?:csv|json)$/u.test(to.pathname) || found.has(to.pathname)) continue
        const shape = to.pathname.replaceAll(/[A-Z]+-\d{4}-\d+|[0-9a-f-]{36}|\/posts\/.*/gu, '#')
        const seen = shapes.get(shape) ?? 0
        shapes.set(shape, seen + 1)
        if (seen < enough) found.set(to.pathname, path)
      }
    }
    assert.ok(found.size >= (inBrowser ? 10 : 40), `only ${found.size} pages`)
  }
})
