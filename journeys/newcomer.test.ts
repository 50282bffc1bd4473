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

// Links to what is taken away rather than looked at.
const isFile = (path: string) =>
  /\.(?:csv|json|atom|ics|pdf|docx)$|\/papers\/[0-9a-f-]{36}(?:\/file)?$|\/documents\/[0-9a-f-]{36}$/u.test(path)

// What names one record: a part of the address with a figure in it, and a post.
const shapeOf = (path: string) => path.replaceAll(/[^/]*\d[^/.]*|(?<=\/posts\/).*/gu, '#')

story('no link on the site leads nowhere, whoever follows it', larkshireItself, async ({ come, inBrowser }) => {
  // There are some hundreds of pages: those that have the same shape of address are one page to whoever made it.
  // A page costs a second in a browser: there the officer, who sees most, is enough.
  const personas = inBrowser ? ['Priya'] : [undefined, 'Priya', 'Rosalind', 'Hugo', 'Marguerite', 'Edmund', 'Isolde']
  const shapes = new Map<string, number>()
  // All of them together: whoever mends one wants to know of the others.
  const lost: string[] = []
  for (const who of personas) {
    const visitor = await come(who)
    const enough = inBrowser || who !== undefined ? 1 : 3
    const found = new Map([['/', 'the beginning'], ...(who === undefined ? [] : ([['/desk', 'signing in']] as const))])
    const own = new Map<string, number>()
    for (const [path, from] of found) {
      const leads = async (to: Promise<unknown>): Promise<boolean> => {
        try {
          await to
          return true
        } catch (cause) {
          lost.push(`The link from ${from} to ${path}, followed by ${who ?? 'a visitor'}: ${String(cause)}`)
          return false
        }
      }
      if (isFile(path)) {
        await leads(visitor.take(path).then(({ status }) => assert.equal(status, 200)))
        continue
      }
      if (!(await leads(visitor.open(path)))) continue
      for (const { href } of await links(visitor)) {
        const to = new URL(href, new URL(path, 'http://here'))
        // Searches and places in a list are without end.
        if (to.host !== 'here' || to.search !== '' || found.has(to.pathname)) continue
        // What anybody may open is followed by a visitor already; what leads on from the desk is followed by each who has one.
        const shape = shapeOf(to.pathname)
        if (who !== undefined && !shape.startsWith('/desk') && shapes.has(shape)) continue
        const seen = own.get(shape) ?? 0
        own.set(shape, seen + 1)
        shapes.set(shape, 1)
        if (seen < enough) found.set(to.pathname, path)
      }
    }
    assert.ok(found.size >= 8, `${who ?? 'a visitor'} found only ${found.size} pages`)
  }
  assert.deepEqual(lost, [])
  assert.ok(shapes.size >= 80, `only ${shapes.size} shapes of page`)
})
