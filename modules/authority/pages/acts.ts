import { button, details, searchAndFilter, select } from '#govuk'
import { withQuery } from '#platform/address.ts'
import { csvPounds } from '#platform/csv.ts'
import { html } from '#platform/html.ts'
import type { Page, Visit } from '#platform/page.ts'
import { listActs } from '../list-acts.ts'
import { listChoices } from '../list-choices.ts'
import { actsFilePath, actsPath, mandatesPath, newActPath } from '../paths.ts'
import { everybody, officer } from '../roles.ts'
import { actTable } from './act-table.ts'
import { postItems, powerItems, subjectItems, yearItems } from './choices.ts'
import { countWords, listFile, underList, type Chosen } from './listing.ts'

// “/acts?retrospective” is an address to be passed on: its bare name says yes.
const chosenIn = ({
  query: { q, power, subject, post, year, mandate, record, retrospective, order },
}: Visit): Chosen => ({
  q,
  power,
  subject,
  post,
  year,
  mandate,
  record,
  retrospective: retrospective === undefined || retrospective === 'no' ? undefined : 'yes',
  order,
})

/** What was done with authority here? */
export const actsPage: Page = {
  path: actsPath.pattern,
  may: everybody,
  async get(visit) {
    const chosen = chosenIn(visit)
    const choices = await visit.ask(listChoices, {})
    if (!choices.ok) return { refusal: choices.refusal }
    const outcome = await visit.ask(listActs, { ...chosen, after: visit.query['after'], before: visit.query['before'] })
    if (!outcome.ok) return { refusal: outcome.refusal }
    const { lines, count } = outcome.value
    const narrowed = Object.values(chosen).some(Boolean)
    const late = chosen['retrospective'] !== undefined
    return {
      view: {
        title: late ? 'Done before there was authority' : 'Acts',
        wide: true,
        body: html`<h1 class="govuk-heading-l">${late ? 'Done before there was authority' : 'Acts'}</h1>
          <p class="govuk-body-l">
            ${late ? 'Acts that came before the mandate which they count against took effect, each with how many days too early it was. They stay here for ever.' : html`What was decided, bought, signed, extended or paid, and the mandate that each was done under.`}
          </p>
          ${visit.actor.roles.includes(officer) && button({ text: 'Record an act', href: newActPath() })}
          ${searchAndFilter({
            action: actsPath(),
            search: { name: 'q', label: 'Words or reference', value: chosen['q'] },
            filters: details({
              summary: 'Narrow the search',
              classes: 'remit-filters',
              open: narrowed,
              text: html`${[
                select({ name: 'power', label: 'Kind of act', value: chosen['power'], items: powerItems('Any') }),
                select({
                  name: 'post',
                  label: 'Done by the post',
                  value: chosen['post'],
                  items: postItems(choices.value, 'Any'),
                }),
                select({
                  name: 'subject',
                  label: 'Subject',
                  value: chosen['subject'],
                  items: subjectItems(choices.value, 'Any'),
                }),
                select({
                  name: 'retrospective',
                  label: 'Authority',
                  value: chosen['retrospective'],
                  items: [
                    { text: 'Either', value: 'no' },
                    { text: 'Done before there was any', value: 'yes' },
                  ],
                }),
                select({
                  name: 'year',
                  label: 'Financial year',
                  value: chosen['year'],
                  items: yearItems(choices.value, 'Any'),
                }),
              ]}`,
            }),
            chosen: (['mandate', 'record'] as const).flatMap((name) =>
              chosen[name]
                ? [
                    {
                      text: `${name === 'mandate' ? 'under' : 'about'} ${chosen[name]}`,
                      href: withQuery(actsPath(), { ...chosen, [name]: undefined }),
                    },
                  ]
                : [],
            ),
            clear: narrowed ? actsPath() : undefined,
            count: countWords(count, 'act', 'acts'),
            results: html`${actTable(lines, { caption: 'Acts', order: chosen['order'], sortHref: (order) => withQuery(actsPath(), { ...chosen, order }) })}${underList(
              outcome.value,
              { address: actsPath(), chosen, file: actsFilePath(), many: 'acts' },
            )}`,
            none:
              count === 0
                ? html`<p class="govuk-body">
                    ${
                      narrowed
                        ? html`No act is like that. Choose less, or
                            <a class="govuk-link" href="${actsPath()}">look at all acts</a>.`
                        : html`Nothing has been done yet. See
                            <a class="govuk-link" href="${mandatesPath()}">who may do what</a>.`
                    }
                  </p>`
                : undefined,
          })}`,
      },
    }
  },
}

export const actsFile: Page = {
  path: actsFilePath.pattern,
  may: everybody,
  get: (visit) =>
    listFile(visit, {
      name: 'acts',
      read: (place) => visit.ask(listActs, { ...chosenIn(visit), ...place }),
      head: [
        'act',
        'day',
        'power',
        'what was done',
        'value (pounds)',
        'subject',
        'post',
        'done by',
        'mandate',
        'record',
        'undoes',
        'undone by',
        'days before there was authority',
        'why',
      ],
      cells: (line) => [
        line.ref,
        line.day.toString(),
        line.power,
        line.what,
        line.value === null ? 'withheld' : csvPounds(line.value),
        line.subject,
        line.postTitle,
        line.doneBy,
        line.mandate,
        line.recordRef,
        line.undoes,
        line.undoneBy,
        line.retrospective?.daysLate,
        line.retrospective?.because,
      ],
    }),
}
