import { button, details, facts, insetText, searchAndFilter, select, sortableTable } from '#govuk'
import { withQuery } from '#platform/address.ts'
import { plainDay } from '#platform/days.ts'
import { html, type Html } from '#platform/html.ts'
import { act } from '#platform/law.ts'
import type { Page } from '#platform/page.ts'
import { done } from '#platform/use-case.ts'
import type { z } from 'zod'
import { powersWords } from '../mandate.ts'
import {
  constitutionChangesPath,
  constitutionPath,
  importPath,
  mandatePath,
  officersPowersPath,
  postPath,
  postsPath,
  schemeFilePath,
} from '../paths.ts'
import { readConstitution } from '../read-constitution.ts'
import { administrator, everybody } from '../roles.ts'
import { countWords, listFile, underList } from './listing.ts'

type Answer = z.output<NonNullable<typeof readConstitution.output>>

/** The list of officers' powers that councils keep open to the public. */
const listOfPowers = act('Local Government Act 1972', 's100G(2)')

/** By which rules does this council run? */
export const constitutionPage: Page = {
  path: constitutionPath.pattern,
  may: everybody,
  async get(visit) {
    const { version, q, after, before } = visit.query
    const outcome = await visit.ask(readConstitution, { version, q, after, before })
    if (!outcome.ok) {
      return outcome.refusal.kind === 'missing' && version === undefined
        ? {
            view: {
              title: 'Constitution',
              body: html`<p class="govuk-body">
                No constitution has been adopted yet. An administrator
                <a class="govuk-link" href="${importPath()}">gives one</a>, here or with
                <code>remit constitution import FILE</code>.
              </p>`,
            },
          }
        : { refusal: outcome.refusal }
    }
    const { title, scheme, inForceFrom } = outcome.value
    const chosen = { version, q }
    return {
      view: {
        title: 'Constitution',
        wide: true,
        body: html`<span class="govuk-caption-l"
            >Version ${outcome.value.version}, in force from ${plainDay(inForceFrom)}</span
          >
          <h1 class="govuk-heading-l">${title}</h1>
          <h2 class="govuk-heading-m">What the council has settled for itself</h2>
          ${settled(outcome.value)}${earlier(outcome.value)}
          <h2 class="govuk-heading-m">The scheme of delegation</h2>
          <p class="govuk-body">
            Which powers each post has of itself. The
            <a class="govuk-link" href="${officersPowersPath()}">powers of officers</a>, with what decisions gave them,
            are the list that <a class="govuk-link" href="${listOfPowers.href ?? ''}">${listOfPowers.words}</a> asks
            for. What decisions add to it stands under <a class="govuk-link" href="${postsPath()}">each post</a>.
          </p>
          ${searchAndFilter({
            action: constitutionPath(),
            search: { name: 'q', label: 'Entry, post or words', value: q },
            filters:
              outcome.value.versions.length < 2
                ? undefined
                : select({
                    name: 'version',
                    label: 'Version',
                    value: String(outcome.value.version),
                    items: outcome.value.versions.map((one) => ({
                      text: `${one.version}, from ${plainDay(one.inForceFrom)}`,
                      value: one.version,
                    })),
                  }),
            clear: q || version ? constitutionPath() : undefined,
            count: countWords(scheme.count, 'entry', 'entries'),
            results: html`${schemeTable(scheme.lines)}${underList(scheme, { address: constitutionPath(), chosen, file: schemeFilePath(), many: 'entries' })}`,
            none:
              scheme.count === 0
                ? html`<p class="govuk-body">
                    ${q ? html`No entry says that. <a class="govuk-link" href="${constitutionPath()}">Look at the whole scheme</a>.` : 'This version delegates nothing.'}
                  </p>`
                : undefined,
          })}
          <h2 class="govuk-heading-m">Versions</h2>
          <p class="govuk-body">
            <a class="govuk-link" href="${constitutionChangesPath()}">What a version changed, in words</a>
          </p>
          ${visit.actor.roles.includes(administrator) && button({ text: 'Give the next version', href: importPath(), classes: 'govuk-button--secondary' })}
          ${sortableTable({
            caption: 'Versions of the constitution',
            hideCaption: true,
            columns: [
              { key: 'version', text: 'Version' },
              { key: 'from', text: 'In force from' },
              { key: 'adopted', text: 'Put into Remit on' },
              { key: 'entries', text: 'Entries', numeric: true },
            ],
            rows: outcome.value.versions.map((one) => [
              html`<a class="govuk-link" href="${withQuery(constitutionPath(), { version: String(one.version) })}"
                >${one.version}: ${one.title}</a
              >`,
              plainDay(one.inForceFrom),
              plainDay(one.adoptedOn),
              one.entries,
            ]),
          })}`,
      },
    }
  },
}

const settled = ({ settings }: Answer): Html =>
  settings.length
    ? facts({ rows: rowsOf(settings) })
    : insetText({
        text: 'Nothing yet. Until the council settles its call-in rule and its thresholds, no clock that depends on them can run.',
      })

const earlier = ({ history, day }: Answer): Html | false =>
  history.length > 0
  && details({
    summary: `What was settled before, and what is to come after ${plainDay(day)}`,
    text: facts({ rows: rowsOf(history) }),
  })

const rowsOf = (settings: Answer['settings']) =>
  settings.map(({ title, from, words, source }) => ({
    key: title,
    value: [words, html`<span class="remit-ref">From ${plainDay(from)}. ${source}</span>`],
  }))

const schemeTable = (lines: Answer['scheme']['lines']): Html =>
  html`<div class="remit-lines">
    ${sortableTable({
      caption: 'Scheme of delegation',
      hideCaption: true,
      columns: [
        { key: 'entry', text: 'Entry' },
        { key: 'post', text: 'Post' },
        { key: 'words', text: 'May' },
        { key: 'ceiling', text: 'Limit' },
        { key: 'mandate', text: 'Mandate' },
      ],
      rows: lines.map((line) => [
        line.entry,
        html`<a class="govuk-link" href="${postPath({ post: line.post })}">${line.postTitle}</a>`,
        html`${line.words}<span class="remit-ref"
            >${powersWords(line.powers)};
            ${line.scopeTitle}${line.conditions.map((words) => html`; ${words}`)}${line.mayDelegate && '; may be passed on'}</span
          >`,
        line.ceilingWords,
        line.mandate === null
          ? 'Ended'
          : html`<a class="govuk-link remit-day" href="${mandatePath({ ref: line.mandate })}">${line.mandate}</a>`,
      ]),
    })}
  </div>`

/** The list of powers as a file. */
export const schemeFile: Page = {
  path: schemeFilePath.pattern,
  may: everybody,
  get: (visit) =>
    listFile(visit, {
      name: 'scheme-of-delegation',
      read: async (place) => {
        const outcome = await visit.ask(readConstitution, {
          version: visit.query['version'],
          q: visit.query['q'],
          ...place,
        })
        return outcome.ok ? done(outcome.value.scheme) : outcome
      },
      head: ['entry', 'post', 'powers', 'subject', 'words', 'limit', 'conditions', 'may be passed on', 'mandate'],
      cells: (line) => [
        line.entry,
        line.postTitle,
        line.powers.join('; '),
        line.scope,
        line.words,
        line.ceilingWords,
        line.conditions.join('; '),
        line.mayDelegate ? 'yes' : 'no',
        line.mandate,
      ],
    }),
}
