import { officer, staff } from '#authority'
import { button, facts, insetText, scrollRegion, statusTag, summaryList, stacking, table } from '#govuk'
import { longDay, shortDay } from '#platform/days.ts'
import { html, type Html } from '#platform/html.ts'
import type { Page } from '#platform/page.ts'
import type { Answer } from '#platform/use-case.ts'
import { deskConsultationPath, reconciliationPath } from '../../pages/paths.ts'
import { apartWords } from '../../campaigns/pages/words.ts'
import { alikePath } from '../../campaigns/paths.ts'
import { dayOf, doneBanner } from '../../pages/words.ts'
import {
  analysisHistoryPath,
  analysisPath,
  answerThemePath,
  frameCodePath,
  nextToCodePath,
  releasePath,
  secondCodingPath,
  themePath,
  toSettlePath,
  wordlessPath,
} from '../paths.ts'
import { viewAnalysis, viewAnalysisHistory } from '../queries.ts'
import { answerKinds, type ThemeNow, type Trace } from '../store.ts'
import { releasedCampaigns, releasedTables } from './tables.ts'

type Seen = Answer<typeof viewAnalysis>
const count = (n: number) => n.toLocaleString('en-GB')

/** What did people say, and what do we answer? */
export const analysisPage: Page = {
  path: analysisPath.pattern,
  may: staff,
  get: async (visit) => {
    const { ref = '' } = visit.params
    const outcome = await visit.ask(viewAnalysis, { ref })
    if (!outcome.ok) return { refusal: outcome.refusal }
    const seen = outcome.value
    const may = visit.actor.roles.includes(officer) && seen.state !== 'reported' && seen.state !== 'withdrawn'
    return {
      view: {
        title: 'What did people say?',
        back: deskConsultationPath({ ref }),
        body: html`${doneBanner(visit)}<span class="govuk-caption-l">${ref} · ${seen.title}</span>
          <h1 class="govuk-heading-l">What did people say?</h1>
          ${left(seen)}${alike(seen)}${frame(seen, may)}${coding(seen, may)}${themes(seen, may)}${tables(seen, visit.actor.roles.includes(officer))}
          <p class="govuk-body">
            <a class="govuk-link" href="${analysisHistoryPath({ ref })}">Every change, with who made it and why</a> ·
            <a class="govuk-link" href="${reconciliationPath({ ref })}">Does it add up?</a>
          </p>`,
      },
    }
  },
}

const left = ({ stops, codes }: Seen): Html | false =>
  codes.length > 0
  && (stops.analysed.length + stops.reported.length > 0
    ? html`<h2 class="govuk-heading-m">Still to be done</h2>
        <ul class="govuk-list govuk-list--bullet">
          ${[...stops.analysed, ...stops.reported].slice(0, 20).map((says) => html`<li>${says}</li>`)}
        </ul>`
    : insetText({
        text: 'Whatever was coded belongs to a theme, two coders agree or are settled, and every theme is answered.',
      }))

const alike = ({ ref, received, alike: found }: Seen): Html =>
  html`<h2 class="govuk-heading-m" id="alike">Written alike</h2>
    <p class="govuk-body">
      ${found.look ? apartWords(received, found) : 'Nobody has looked yet for what campaigns, or people of one house, have written alike.'}
      <a class="govuk-link" href="${alikePath({ ref })}"
        >${found.look ? 'See them, and code each group at once' : 'Look for it'}</a
      >
    </p>`

const inGroups = (n: number): Html | false =>
  n > 0 && html`<span class="remit-ref">${count(n)} of them coded as a group</span>`

const frame = ({ ref, codes }: Seen, may: boolean): Html =>
  html`<h2 class="govuk-heading-m" id="codes">Coding frame</h2>
    ${
      codes.length === 0
        ? html`<p class="govuk-body">
            There are no codes yet. Read a few dozen responses, then put down what comes up.
          </p>`
        : scrollRegion(
            'Coding frame',
            table(
              stacking({
                caption: 'Codes',
                captionClasses: 'govuk-visually-hidden',
                firstCellIsHeader: true,
                head: [
                  { text: 'Code' },
                  { text: 'Answers', format: 'numeric' },
                  { text: 'Agreement', format: 'numeric' },
                ],
                rows: codes.map((one) => [
                  {
                    text: html`${may ? html`<a class="govuk-link" href="${frameCodePath({ ref, code: one.code })}">${one.title}</a>` : one.title}${one.retired && html` ${statusTag('Retired', 'ended')}`}<span
                        class="remit-ref"
                        >${one.means}</span
                      >`,
                  },
                  { text: html`${count(one.used)}${inGroups(one.grouped)}`, format: 'numeric' },
                  { text: one.agreement.words ?? '–', format: 'numeric' },
                ]),
              }),
            ),
          )
    }${may && button({ text: 'Add a code', href: frameCodePath({ ref, code: 'new' }), classes: 'govuk-button--secondary' })}`

function coding({ ref, codes, answers, agreement, share }: Seen, may: boolean): Html {
  const coded = Object.values(answers).reduce((sum, n) => sum + n, 0)
  return html`<h2 class="govuk-heading-m" id="coding">Coding</h2>
    ${facts({
      rows: [
        { key: 'Answers coded', value: count(coded) },
        { key: 'Waiting for a second coder', value: count(answers.second) },
        {
          key: 'Coded by two',
          value: `${count(answers.agreed + answers.differs + answers.settled)}: ${count(answers.agreed)} alike, ${count(answers.settled)} settled, ${count(answers.differs)} to be settled`,
        },
        {
          key: 'Share for a second coder',
          value: html`${share} of a
          hundred${may && html` <a class="govuk-link" href="${secondCodingPath({ ref })}">Change<span class="govuk-visually-hidden"> the share</span></a>`}`,
        },
        {
          key: 'Cohen’s kappa, all codes',
          value:
            agreement.words === null
              ? 'Nothing to compare yet'
              : html`<strong>${agreement.words}</strong>
                  <ol class="remit-working">
                    ${agreement.working.map((step) => html`<li>${step}</li>`)}
                  </ol>`,
        },
      ],
    })}
    <p class="govuk-body-s remit-quiet">
      1 is full agreement, 0 what chance would bring. For example: of 50 answers two people put a code to 20 together, 5
      the one and 10 the other alone, 15 neither. They agree on 35; chance brings 1,250 of 2,500; kappa is (50 × 35 −
      1,250) ÷ (2,500 − 1,250) = 0.40.
    </p>
    ${
      may
      && codes.length > 0
      && html`<div class="govuk-button-group">
        ${button({ text: 'Code the next response', href: nextToCodePath({ ref, as: 'first' }) })}${
          answers.second > 0
          && button({
            text: 'Code as second person',
            href: nextToCodePath({ ref, as: 'second' }),
            classes: 'govuk-button--secondary',
          })
        }${
          answers.differs > 0
          && button({ text: 'Settle differences', href: toSettlePath({ ref }), classes: 'govuk-button--secondary' })
        }
      </div>`
    }
    ${may && html`<p class="govuk-body"><a class="govuk-link" href="${wordlessPath({ ref })}">Responses without words</a></p>`}`
}

export const traceWords = ({ kind, ref, label }: Trace): string =>
  kind === 'decision' ? `${ref}, clause (${label})` : `${ref}, clause ${label}`

/** What the council answers, and where it is written. */
export const answerOf = ({ answer }: Pick<ThemeNow, 'answer'>): Html =>
  answer === null
    ? statusTag('Not answered', 'bad')
    : html`<strong>${answerKinds[answer.answer]}${answer.answer === 'we-will-not' ? ', because' : ''}:</strong>
        ${answer.says}${
          answer.traces.length > 0 && html`<span class="remit-ref">${answer.traces.map(traceWords).join('; ')}</span>`
        }`

const themes = ({ ref, themes: all, codes }: Seen, may: boolean): Html =>
  html`<h2 class="govuk-heading-m" id="themes">Themes</h2>
    ${
      all.length === 0
        ? html`<p class="govuk-body">There are none yet.</p>`
        : all.map((one) =>
            facts({
              title: one.title,
              card: may
                ? {
                    actions: {
                      items: [
                        { href: themePath({ ref, theme: one.theme }), text: 'Change' },
                        { href: answerThemePath({ ref, theme: one.theme }), text: 'Answer' },
                      ],
                    },
                  }
                : {},
              rows: [
                { key: 'What people say', value: one.says },
                {
                  key: 'Codes',
                  value: one.codes.map((code) => codes.find((known) => known.code === code)?.title ?? '').join('; '),
                },
                {
                  key: 'Raised',
                  value: html`${count(one.used)} ${one.used === 1 ? 'time' : 'times'}${inGroups(one.grouped)}`,
                },
                { key: 'What we answer', value: answerOf(one) },
              ],
            }),
          )
    }${may && codes.length > 0 && button({ text: 'Add a theme', href: themePath({ ref, theme: 'new' }), classes: 'govuk-button--secondary' })}`

const tables = ({ ref, release, state }: Seen, may: boolean): Html =>
  html`<h2 class="govuk-heading-m" id="tables">Tables</h2>
    ${
      release
        ? html`<p class="govuk-body">Release ${release.n}, on ${longDay(release.on)} by ${release.by}.</p>
            ${releasedTables(release.tables, release.source)}
            ${
              release.tables.campaigns
              && html`<h3 class="govuk-heading-m">Organised campaigns</h3>
                ${releasedCampaigns(release.tables.campaigns, release.tables.people)}`
            }`
        : html`<p class="govuk-body">None is released yet.</p>`
    }
    ${may && (state === 'analysed' || state === 'reported') && button({ text: release ? 'Release them anew' : 'Release the tables', href: releasePath({ ref }), classes: 'govuk-button--secondary' })}`

/** Who changed what of the analysis, when and why? */
export const analysisHistoryPage: Page = {
  path: analysisHistoryPath.pattern,
  may: staff,
  get: async (visit) => {
    const { ref = '' } = visit.params
    const outcome = await visit.ask(viewAnalysisHistory, { ref })
    if (!outcome.ok) return { refusal: outcome.refusal }
    const { title, codes, themes: all, answers } = outcome.value
    const line = (one: { at: Temporal.Instant; by: string; because?: string | null }, what: string) => ({
      key: shortDay(dayOf(one.at)),
      value: `${what}, by ${one.by}${one.because ? `: ${one.because}` : ''}`,
    })
    const change = (n: number, retired: boolean) => (retired ? 'retired' : n === 1 ? 'added' : `version ${n}`)
    return {
      view: {
        title: 'How the analysis came about',
        back: analysisPath({ ref }),
        body: html`<span class="govuk-caption-l">${ref} · ${title}</span>
          <h1 class="govuk-heading-l">How the analysis came about</h1>
          <h2 class="govuk-heading-m">Codes</h2>
          ${summaryList({ rows: codes.map((one) => line(one, `“${one.title}” (${one.means}): ${change(one.n, one.retired)}`)) })}
          <h2 class="govuk-heading-m">Themes</h2>
          ${summaryList({ rows: all.map((one) => line(one, `“${one.title}”: ${change(one.n, one.retired)}`)) })}
          <h2 class="govuk-heading-m">Answers</h2>
          ${summaryList({ rows: answers.map((one) => line(one, `“${all.findLast(({ theme }) => theme === one.theme)?.title ?? ''}”: ${answerKinds[one.answer]}. ${one.says}`)) })}`,
      },
    }
  },
}
