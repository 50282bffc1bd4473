import { asking, button, facts, sortableTable } from '#govuk'
import { withQuery } from '#platform/address.ts'
import { longDay, plainDay } from '#platform/days.ts'
import { html, type Html } from '#platform/html.ts'
import type { Page } from '#platform/page.ts'
import { dayBoxes, typedDay } from '#platform/typed.ts'
import type { z } from 'zod'
import { listMandates } from '../list-mandates.ts'
import { appointPath, leavePostPath, postPath, postsPath, whyPath } from '../paths.ts'
import { powers } from '../powers.ts'
import { readPost } from '../read-post.ts'
import { administrator, everybody } from '../roles.ts'
import { underList } from './listing.ts'
import { mandateTable } from './mandate-table.ts'
import { kindWords } from './posts.ts'

type Answer = z.output<NonNullable<typeof readPost.output>>

/** What may this post do, and who holds it? */
export const postPage: Page = {
  path: postPath.pattern,
  may: everybody,
  async get(visit) {
    const post = visit.params['post'] ?? ''
    const typed = typedDay(visit.query, 'day')
    const day = typed && 'value' in typed ? typed.value : visit.today
    const found = await visit.ask(readPost, { post, day })
    if (!found.ok) return { refusal: found.refusal }
    const mandates = await visit.ask(listMandates, {
      post,
      day,
      after: visit.query['after'],
      before: visit.query['before'],
    })
    if (!mandates.ok) return { refusal: mandates.refusal }
    const error = typed && 'error' in typed ? typed.error : undefined
    const ask = asking({ values: error ? visit.query : dayBoxes('day', day), errors: { day: error } })
    const {
      post: { title },
    } = found.value
    return {
      view: {
        title,
        back: postsPath(),
        hasErrors: error !== undefined,
        body: html`<span class="govuk-caption-l">Post</span>
          <h1 class="govuk-heading-l">${title}</h1>
          ${who(found.value)}
          <form method="get" class="govuk-!-display-none-print" action="${postPath({ post })}" novalidate>
            ${ask.dateInput({ name: 'day', legend: { text: 'See another day', classes: 'govuk-fieldset__legend--s' } })}${button({ text: 'Show this day', classes: 'govuk-button--secondary' })}
          </form>
          <h2 class="govuk-heading-m">What it may do on ${longDay(day)}</h2>
          ${mayDo(found.value)}
          ${
            mandates.value.lines.length
              ? html`${mandateTable(mandates.value.lines, { caption: `Mandates of the ${title}`, withoutPost: true })}${underList(mandates.value, { address: postPath({ post }), chosen: { day: day.toString() }, many: 'mandates' })}`
              : html`<p class="govuk-body">
                  No mandate is in effect for this post on that day. The scheme of delegation or a decision can give it
                  one.
                </p>`
          }
          <h2 class="govuk-heading-m">Who has held it</h2>
          ${visit.actor.roles.includes(administrator) && html`<div class="govuk-button-group govuk-!-display-none-print">${button({ text: 'Appoint somebody', href: appointPath({ post }) })}${button({ text: 'Somebody leaves', href: leavePostPath({ post }), classes: 'govuk-button--secondary' })}</div>`}
          ${holdings(found.value)}`,
      },
    }
  },
}

const who = ({ post, day }: Answer): Html =>
  facts({
    rows: [
      {
        key: 'Held by',
        value: post.holders.length
          ? `${post.holders.join(', ')} on ${longDay(day)}`
          : `Nobody on ${longDay(day)}: a vacant post cannot act`,
      },
      post.agreementOf !== null && {
        key: 'Acts',
        value: `Together: ${post.agreementOf} of those who hold it have to agree`,
      },
      { key: 'Kind', value: kindWords[post.kind] },
      {
        key: 'There',
        value: post.until
          ? `${plainDay(post.from)} to ${plainDay(post.until.subtract({ days: 1 }))}`
          : `from ${plainDay(post.from)}`,
      },
    ],
  })

const mayDo = ({ post: { post }, powers: given, day }: Answer): Html | false =>
  given.length > 0
  && html`<ul class="govuk-list">
    ${given.map(
      (power) =>
        html`<li>
          ${powers[power].title}.
          <a class="govuk-link" href="${withQuery(whyPath(), { post, power, day: day.toString() })}"
            >Why<span class="govuk-visually-hidden"> may it ${powers[power].title.toLowerCase()}</span>?</a
          >
        </li>`,
    )}
  </ul>`

const holdings = ({ holdings: held }: Answer): Html =>
  held.length
    ? sortableTable({
        caption: 'Who has held this post',
        hideCaption: true,
        columns: [
          { key: 'name', text: 'Name' },
          { key: 'from', text: 'From' },
          { key: 'until', text: 'Until' },
        ],
        rows: held.map(({ name, from, until, acting }) => [
          acting ? `${name} (acting)` : name,
          plainDay(from),
          until ? plainDay(until.subtract({ days: 1 })) : 'now',
        ]),
      })
    : html`<p class="govuk-body">Nobody has held it yet. Holders are named in the constitution.</p>`
