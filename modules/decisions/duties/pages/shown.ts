import { button, facts, statusTag } from '#govuk'
import { plainDay } from '#platform/days.ts'
import { html, type Html } from '#platform/html.ts'
import type { Citation } from '#platform/law.ts'
import type { DeskPart, PublicPart } from '../../pages/parts.ts'
import { prose } from '../../pages/prose.ts'
import { characteristics, impactWords, type Impact } from '../duty.ts'
import type { PublicDuty } from '../part.ts'
import { dutiesPath, dutiesSeenPath } from '../paths.ts'
import { viewDuties } from '../queries.ts'

const cited = ({ words, href }: Pick<Citation, 'words' | 'href'>): Html =>
  href === null ? html`${words}` : html`<a class="govuk-link" href="${href}">${words}</a>`

type Shown = Omit<PublicDuty, 'source' | 'on'> & { source: Pick<Citation, 'words' | 'href'>; on: string; by?: string }

/** How one duty was considered, with its impact where that was looked at. */
export const dutyShown = ({ title, source, how, writtenIn, paragraph, on, version, impacts, by }: Shown): Html =>
  html`${facts({
    title: html`${title}`,
    rows: [
      { key: 'Written in', value: cited(source) },
      { key: 'How it was considered', value: prose(how) },
      { key: 'Where that is set out', value: paragraph === null ? writtenIn : `${writtenIn}, ${paragraph}` },
      {
        key: 'Version',
        value: `${version}, of ${plainDay(Temporal.PlainDate.from(on))}${by === undefined ? '' : `, by ${by}`}`,
      },
    ],
  })}${impacts.length > 0 && impactTable(title, impacts)}`

const impactTable = (title: string, impacts: readonly Impact[]): Html =>
  html`<div class="remit-scroll" role="region" tabindex="0" aria-label="${`Impact: ${title}`}">
    <table class="govuk-table">
      <caption class="govuk-table__caption govuk-table__caption--s">
        Impact on people, by characteristic
      </caption>
      <thead class="govuk-table__head">
        <tr class="govuk-table__row">
          <th scope="col" class="govuk-table__header">Characteristic</th>
          <th scope="col" class="govuk-table__header">Impact</th>
          <th scope="col" class="govuk-table__header">Evidence</th>
          <th scope="col" class="govuk-table__header">What is done about it</th>
        </tr>
      </thead>
      <tbody class="govuk-table__body">
        ${impacts.map(
          ({ characteristic, impact, evidence, mitigation }) =>
            html`<tr class="govuk-table__row">
              <th scope="row" class="govuk-table__header">${characteristics[characteristic]}</th>
              <td class="govuk-table__cell">
                ${statusTag(impactWords[impact], impact === 'negative' ? 'bad' : impact === 'positive' ? 'good' : impact === 'unknown' ? 'waiting' : 'ended')}
              </td>
              <td class="govuk-table__cell">${evidence}</td>
              <td class="govuk-table__cell">${mitigation ?? '–'}</td>
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`

/** What a record’s page says of the duties. */
export const dutiesOnDesk: DeskPart = {
  async tasks(visit, { decision: { ref } }) {
    const found = await visit.ask(viewDuties, { ref })
    const lines = found.ok ? found.value.lines : []
    const left = lines.filter(({ required, entry }) => required && entry === null).length
    return {
      title: 'Before it is decided',
      tasks: [
        {
          title: 'Duties considered',
          href: dutiesPath({ ref }),
          state: left > 0 ? 'not-started' : lines.length > 0 ? 'done' : 'not-started',
          ...(left > 0 ? { stateText: `${left} to consider` } : lines.length > 0 ? {} : { stateText: 'Optional' }),
        },
      ],
    }
  },
  async actions(visit, { decision: { ref, state } }) {
    if (state !== 'proposed') return []
    const found = await visit.ask(viewDuties, { ref })
    return found.ok && found.value.toRead
      ? [
          button({
            text: 'Read the duties considered',
            href: dutiesSeenPath({ ref }),
            classes: 'govuk-button--secondary',
          }),
        ]
      : []
  },
  async section(visit, { decision: { ref, state } }) {
    if (state === 'draft') return null
    const found = await visit.ask(viewDuties, { ref })
    if (!found.ok || !found.value.lines.some(({ entry }) => entry)) return null
    return html`<h2 class="govuk-heading-m" id="duties">Which duties were considered?</h2>
      ${found.value.lines.map(
        ({ entry, source }) =>
          entry && dutyShown({ ...entry, source, on: entry.on.toString(), by: entry.recordedByName }),
      )}${receipts(found.value.seen)}`
  },
}

/** Who confirmed that they read it. */
export const receipts = (seen: readonly { by: string; at: Temporal.Instant; current: boolean }[]): Html =>
  seen.length === 0
    ? html`<p class="govuk-body">Nobody who decides has confirmed yet that they read this.</p>`
    : html`<ul class="govuk-list govuk-list--bullet">
        ${seen.map(
          ({ by, at, current }) =>
            html`<li>
              Read by ${by} on
              ${plainDay(at.toZonedDateTimeISO('Europe/London').toPlainDate())}${!current && ', in an earlier version'}
            </li>`,
        )}
      </ul>`

/** Which duties were considered, as the public sees it. */
export const dutiesInPublic: PublicPart = {
  section(_, { decision: { dutiesConsidered } }) {
    if (!dutiesConsidered) return null
    return {
      id: 'duties',
      heading: 'Which duties were considered?',
      body: html`${dutiesConsidered.duties.map((one) => dutyShown(one))}${dutiesConsidered.seen.length > 0 && html`<p class="govuk-body">Read before the decision by ${dutiesConsidered.seen.map(({ by, on }) => `${by}, on ${plainDay(Temporal.PlainDate.from(on))}`).join('; ')}.</p>`}`,
    }
  },
}
