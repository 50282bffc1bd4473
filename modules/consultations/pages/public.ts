import { button, facts, findingsList, insetText, pager, scrollRegion, summaryList, stacking, table } from '#govuk'
import { actPath, isStaff } from '#authority'
import { withQuery } from '#platform/address.ts'
import { row, sql } from '#platform/database.ts'
import { longDay, plainDay, shortDay } from '#platform/days.ts'
import { html, type Html } from '#platform/html.ts'
import type { Page, Visit } from '#platform/page.ts'
import { threadPath } from '#platform/thread.ts'
import { anyone, missing, type Answer } from '#platform/use-case.ts'
import { channelNames, channels, packKindNames, packKinds, type Channel, type Standing } from '../consultation.ts'
import type { PublicConsultation } from '../published.ts'
import { listConsultations, viewConsultation } from '../queries.ts'
import { consultationsAtomPath } from './feed.ts'
import { inWording, original } from '../questions/wording.ts'
import { reportPath, youSaidPath } from '../publication/paths.ts'
import {
  answerPath,
  consultationPath,
  consultationsPath,
  deskConsultationsPath,
  packDocumentPath,
  paperFormPath,
  resumePath,
  workshopPath,
} from './paths.ts'
import { doneBanner, leftWords, prose, standingTag, whenWords } from './words.ts'

/** What is the council asking people? */
export const consultationsPage: Page = {
  path: consultationsPath.pattern,
  may: [anyone],
  get: async (visit) => {
    const outcome = await visit.ask(listConsultations, { after: visit.query['after'] || undefined })
    if (!outcome.ok) return { refusal: outcome.refusal }
    const { consultations, next } = outcome.value
    const open = consultations.filter(({ standing }) => standing === 'open' || standing === 'announced')
    const over = consultations.filter(({ standing }) => standing !== 'open' && standing !== 'announced')
    const list = (of: typeof consultations) =>
      html`<ul class="remit-entries">
        ${of.map(
          (one) =>
            html`<li class="remit-entry">
              <p class="govuk-body">
                <a class="govuk-link govuk-!-font-weight-bold" href="${consultationPath(one)}">${one.title}</a>
                ${standingTag(one.standing)}<span class="remit-ref"
                  >${one.ref} ·
                  ${
                    one.standing === 'open'
                      ? `open until ${longDay(one.closesOn)}: ${leftWords(one.closesOn, visit.today)}`
                      : one.standing === 'announced'
                        ? `opens on ${longDay(one.opensOn)}`
                        : `${shortDay(one.opensOn)} to ${shortDay(one.closesOn)}`
                  }</span
                >
              </p>
            </li>`,
        )}
      </ul>`
    return {
      view: {
        title: 'What we are asking people',
        body: html`<h1 class="govuk-heading-l">What we are asking people</h1>
          <p class="govuk-body">
            Before the council decides about care, it asks those whom the decision will touch. You can answer online, on
            paper, by telephone, by letter or at a workshop: it all counts the same.
          </p>
          ${isStaff(visit.actor) && html`<p class="govuk-body"><a class="govuk-link" href="${deskConsultationsPath()}">Consultations on the desk</a></p>`}
          <p class="govuk-body">
            <a class="govuk-link" href="${consultationsAtomPath()}">Follow them by feed (Atom)</a>
          </p>
          <h2 class="govuk-heading-m">Open now, or soon</h2>
          ${open.length ? list(open) : html`<p class="govuk-body">Nothing is open today.</p>`}
          ${
            over.length > 0
            && html`<h2 class="govuk-heading-m">Over</h2>
              ${list(over)}`
          }
          ${(visit.query['after'] || next !== null) && pager({ label: `${consultations.length} shown`, of: 'the consultations', previous: visit.query['after'] ? consultationsPath() : undefined, next: next === null ? undefined : withQuery(consultationsPath(), { after: next }) })}`,
      },
    }
  },
}

/** What is this consultation about, and how do I answer? */
export const consultationPage: Page = {
  path: consultationPath.pattern,
  may: [anyone],
  get: async (visit) => {
    const outcome = await visit.ask(viewConsultation, { ref: visit.params['ref'] })
    if (!outcome.ok) return { refusal: outcome.refusal }
    return {
      view: { title: outcome.value.consultation.title, back: consultationsPath(), body: shown(visit, outcome.value) },
    }
  },
}

function shown(
  visit: Visit,
  { consultation: c, standing, opensOn, closesOn, timeToAnswer }: Answer<typeof viewConsultation>,
): Html {
  const { ref } = c
  const chosen = c.wordings.find(({ wording }) => wording === visit.query['in'])
  const title = chosen?.content.title || c.title
  const languages = [original, ...c.wordings]
  const extended = c.happened.filter(({ what }) => what === 'extended' || what === 'closed-early')
  return html`${doneBanner(visit)}
    <div class="govuk-grid-row">
      <div class="govuk-grid-column-two-thirds">
        <span class="govuk-caption-l">${ref}</span>
        <h1 class="govuk-heading-l" lang="${chosen?.language ?? 'en'}" dir="${chosen?.direction ?? 'ltr'}">${title}</h1>
        <p class="govuk-body">${standingTag(standing)}</p>
        ${
          languages.length > 1
          && html`<p class="govuk-body">
            Read and answer it in:
            ${languages.map(
              (one, at) =>
                html`${at > 0 && ' · '}${
                  one.wording === (chosen?.wording ?? original.wording)
                    ? html`<strong>${one.name}</strong>`
                    : html`<a
                        class="govuk-link"
                        href="${withQuery(consultationPath({ ref }), { in: one.wording === original.wording ? undefined : one.wording })}"
                        lang="${one.language}"
                        >${one.name}</a
                      >`
                }`,
            )}
          </p>`
        }
        ${insetText({
          text:
            standing === 'open'
              ? html`Open until <strong>${longDay(closesOn)}</strong>: ${leftWords(closesOn, visit.today)}.`
              : standing === 'announced'
                ? html`Opens on <strong>${longDay(opensOn)}</strong>.`
                : html`It was open from ${longDay(opensOn)} to ${longDay(closesOn)}. ${afterwards[standing] ?? ''}`,
        })}
        ${standing === 'open' && button({ text: 'Answer online', href: withQuery(answerPath({ ref }), { in: chosen?.wording }), isStartButton: true })}
        ${c.report && html`<p class="govuk-body"><a class="govuk-link govuk-!-font-weight-bold" href="${reportPath({ ref })}">The report</a> · <a class="govuk-link govuk-!-font-weight-bold" href="${youSaidPath({ ref })}">You said, we did</a></p>`}
        <h2 class="govuk-heading-m" id="why">Why do we ask?</h2>
        <div lang="${chosen?.language ?? 'en'}" dir="${chosen?.direction ?? 'ltr'}">
          ${prose(chosen?.content.why || c.why)}
        </div>
        <h2 class="govuk-heading-m" id="who">Whom does it affect?</h2>
        ${c.affected !== '' && prose(c.affected)}${groups(c)}
        <h2 class="govuk-heading-m" id="pack">What you may want to know first</h2>
        ${pack(c)}
        ${
          standing === 'open' || standing === 'announced'
            ? html`<h2 class="govuk-heading-m" id="how">How can I answer?</h2>
                <ul class="govuk-list govuk-list--bullet">
                  ${standing === 'open' && html`<li><a class="govuk-link" href="${answerPath({ ref })}">Online</a>, as far as you like: you can <a class="govuk-link" href="${resumePath({ ref })}">go on later</a> with a code</li>`}
                  <li>
                    On paper: <a class="govuk-link" href="${paperFormPath({ ref })}">print the form</a>, or ask us for
                    one
                  </li>
                  <li>By telephone, by letter or by e-mail</li>
                  ${c.workshops.length > 0 && html`<li>At <a class="govuk-link" href="#workshops">a workshop</a></li>`}
                </ul>`
            : html`<h2 class="govuk-heading-m" id="how">Whom can I ask?</h2>`
        }
        ${prose(c.contact)}
        ${
          c.workshops.length > 0
          && html`<h2 class="govuk-heading-m" id="workshops">Workshops</h2>
            <ul class="remit-entries">
              ${c.workshops.map(
                (one) =>
                  html`<li class="remit-entry">
                    <p class="govuk-body">
                      <a
                        class="govuk-link govuk-!-font-weight-bold"
                        href="${workshopPath({ ref, workshop: one.workshop })}"
                        >${one.title}</a
                      ><span class="remit-ref"
                        >${whenWords(Temporal.Instant.from(one.startsAt), Temporal.Instant.from(one.endsAt))} ·
                        ${one.place}${one.cancelledBecause === null ? '' : ' · cancelled'}</span
                      >
                    </p>
                  </li>`,
              )}
            </ul>`
        }
        <h2 class="govuk-heading-m" id="record">On the record</h2>
        ${summaryList({
          rows: [
            { key: 'Time to answer', value: timeToAnswer },
            {
              key: 'Opened by',
              value: html`${c.openedBy}, act
                <a class="govuk-link" href="${actPath({ ref: c.openedAct })}">${c.openedAct}</a>`,
            },
            ...(c.serves.length
              ? [
                  {
                    key: 'Asked for',
                    value: html`${c.serves.map((one, at) => html`${at > 0 && ', '}<a class="govuk-link" href="${threadPath({ ref: one })}">${one}</a>`)}`,
                  },
                ]
              : []),
            ...(c.happened[0]?.because ? [{ key: 'Opened although', value: c.happened[0].because }] : []),
            ...extended.map((one) => ({
              key: one.what === 'extended' ? 'Extended' : 'Closed early',
              value: html`On ${plainDay(Temporal.PlainDate.from(one.on))}, from
              ${one.was === null ? '' : plainDay(Temporal.PlainDate.from(one.was))} to
              ${one.becomes === null ? '' : plainDay(Temporal.PlainDate.from(one.becomes))}: ${one.because}`,
            })),
            ...c.happened
              .filter(({ what }) => what === 'withdrawn' || what === 'reported')
              .map((one) => ({
                key: one.what === 'withdrawn' ? 'Withdrawn' : 'Reported',
                value: html`On ${plainDay(Temporal.PlainDate.from(one.on))}: ${one.because}`,
              })),
          ],
        })}
        ${c.received !== null && received(c.received)}
        ${
          c.evidence
          && c.evidence.length > 0
          && html`<h2 class="govuk-heading-m" id="evidence">What was found</h2>
            <p class="govuk-body">
              Evidence and flags, gathered from the records by four rules. Whether it was enough is for people, and in
              the end for a court, to judge.
            </p>
            ${findingsList(
              c.evidence.map(({ outcome, says, sources }) => ({
                weight: outcome === 'met' ? 'met' : 'not-met',
                says: says ?? '',
                sources,
              })),
            )}`
        }
        <p class="govuk-body"><a class="govuk-link" href="${threadPath({ ref })}">Follow the thread</a></p>
      </div>
    </div>`
}

/** What becomes of it once nobody can answer any more. */
const afterwards: Partial<Record<Standing, string>> = {
  closed:
    'Everything that came in is being read now. Then a report on this page says what people said, and what the council does about it. What comes late is kept, and marked as late.',
  analysed: 'Everything that came in has been read. A report on this page will say what the council does about it.',
  reported: 'What people said, and what the council does about it, is in the report.',
  withdrawn: 'It was withdrawn: see below why.',
}

const groups = ({ groups: all }: PublicConsultation): Html | false =>
  all.length > 0
  && scrollRegion(
    'Groups that it affects',
    table(
      stacking({
        caption: 'Groups that it affects',
        captionClasses: 'govuk-visually-hidden',
        head: [{ text: 'Group' }, { text: 'How many', format: 'numeric' }, { text: 'Where the figure comes from' }],
        rows: all.map(({ name, population, source }) => [
          { text: name },
          { text: population === null ? 'Not known' : population.toLocaleString('en-GB'), format: 'numeric' },
          { text: source ?? '' },
        ]),
      }),
    ),
    'narrow',
  )

function pack(c: PublicConsultation): Html {
  const newest = (kind: string) =>
    [
      ...Map.groupBy(
        c.pack.filter((one) => one.kind === kind),
        ({ title }) => title,
      ).values(),
    ].flatMap((versions) => versions.at(-1) ?? [])
  return html`${packKindNames.flatMap((kind) =>
    newest(kind).map((one) => {
      const earlier = c.pack.filter(({ title, version }) => title === one.title && version < one.version)
      return html`<h3 class="govuk-heading-s">${one.title}</h3>
        ${one.words === null ? html`<p class="govuk-body"><a class="govuk-link" href="${packDocumentPath({ ref: c.ref, document: one.document })}">${one.file?.name ?? 'The document'}</a> (${Math.ceil((one.file?.size ?? 0) / 1024)} KB)</p>` : prose(one.words)}
        <p class="govuk-body-s remit-quiet">
          ${one.title === packKinds[kind].title ? '' : `${packKinds[kind].title}. `}${one.version > 1 ? `Version ${one.version}, added` : 'Added'}
          on
          ${plainDay(Temporal.Instant.from(one.addedAt).toZonedDateTimeISO('Europe/London').toPlainDate())}${one.because === null ? '' : `: ${one.because}`}${earlier.map(
            (old) =>
              html`;
                <a class="govuk-link" href="${packDocumentPath({ ref: c.ref, document: old.document })}"
                  >version ${old.version}</a
                >`,
          )}
        </p>`
    }),
  )}`
}

const received = (by: Partial<Record<Channel, number>>): Html => {
  const lines = channelNames.flatMap((channel): [Channel, number][] => (by[channel] ? [[channel, by[channel]]] : []))
  return facts({
    title: 'What came in',
    rows: [
      ...lines.map(([channel, n]) => ({ key: channels[channel], value: n })),
      { key: 'In all', value: lines.reduce((sum, [, n]) => sum + n, 0) },
    ],
  })
}

/** A document of the pack, in the version that was asked for. */
export const packDocumentPage: Page = {
  path: packDocumentPath.pattern,
  may: [anyone],
  get: async (visit) => {
    const { ref = '', document = '' } = visit.params
    const outcome = await visit.ask(viewConsultation, { ref })
    if (!outcome.ok) return { refusal: outcome.refusal }
    const found = outcome.value.consultation.pack.find((one) => one.document === document)
    if (!found) return { refusal: missing('There is no such document.').refusal }
    if (found.words !== null) {
      return {
        view: {
          title: found.title,
          back: consultationPath({ ref }),
          body: html`<span class="govuk-caption-l">${outcome.value.consultation.title}</span>
            <h1 class="govuk-heading-l">${found.title}</h1>
            <p class="govuk-body">Version ${found.version}</p>
            ${prose(found.words)}`,
        },
      }
    }
    const file = await visit.house.database.within({ council: visit.council.council, role: 'remit_public' }, (tx) =>
      row<{ name: string; media_type: string; bytes: Uint8Array }>(
        tx,
        sql`select name, media_type, bytes from consultations.pack_file(${document}::uuid)`,
      ),
    )
    return file
      ? { file: file.bytes, type: file.media_type, download: file.name }
      : { refusal: missing('There is no such document.').refusal }
  },
}

/** The same questions, to be printed and filled in with a pen. */
export const paperFormPage: Page = {
  path: paperFormPath.pattern,
  may: [anyone],
  get: async (visit) => {
    const ref = visit.params['ref'] ?? ''
    const outcome = await visit.ask(viewConsultation, { ref })
    if (!outcome.ok) return { refusal: outcome.refusal }
    const { consultation: c, closesOn } = outcome.value
    const chosen = c.wordings.find(({ wording }) => wording === visit.query['in'])
    const { sections, equality } = inWording(c.questionnaire, chosen?.content ?? null)
    const numbers = new Map(sections.flatMap(({ questions }) => questions).map(({ key }, at) => [key, at + 1]))
    const box = html`<span class="remit-paper__box" aria-hidden="true"></span>`
    const lines = (n: number) =>
      html`<div class="remit-paper__lines" aria-hidden="true">
        ${Array.from({ length: n }, () => html`<div></div>`)}
      </div>`
    const question = (one: (typeof equality)[number], name: string) =>
      html`<div class="remit-paper__question">
        <p class="govuk-body"><strong>${name} ${one.words}</strong></p>
        ${one.help !== null && html`<p class="govuk-hint">${one.help}</p>`}${one.showIf.map(
          (condition) =>
            html`<p class="govuk-hint">
              Only if you answered
              ${condition.is.map((key) => `“${wordsOf(sections, condition.question, key)}”`).join(' or ')} to question
              ${numbers.get(condition.question) ?? ''}
            </p>`,
        )}${
          one.kind === 'single' || one.kind === 'multiple'
            ? html`<ul class="govuk-list">
                ${one.options.map(({ words }, at) => html`<li>${box} ${name}${letter(at)} ${words}</li>`)}
              </ul>`
            : one.kind === 'ranking'
              ? html`<p class="govuk-hint">Write 1 for the first, 2 for the second, and so on</p>
                  <ul class="govuk-list">
                    ${one.options.map(({ words }) => html`<li>${box} ${words}</li>`)}
                  </ul>`
              : one.kind === 'scale' && one.scale
                ? html`<p class="govuk-body">
                    ${one.scale.low}
                    ${Array.from({ length: one.scale.to - one.scale.from + 1 }, (_, n) => html`<span class="remit-paper__step">${box}${(one.scale?.from ?? 0) + n}</span> `)}
                    ${one.scale.high}
                  </p>`
                : one.kind === 'matrix'
                  ? scrollRegion(
                      one.words,
                      table({
                        caption: one.words,
                        captionClasses: 'govuk-visually-hidden',
                        head: [{ text: 'Tick one in each line' }, ...one.options.map(({ words }) => ({ text: words }))],
                        rows: one.rows.map(({ words }) => [{ text: words }, ...one.options.map(() => ({ text: box }))]),
                      }),
                      'narrow',
                    )
                  : one.kind === 'upload'
                    ? html`<p class="govuk-hint">Put it into the envelope with this form</p>`
                    : lines(one.kind === 'text' ? 2 : 7)
        }
      </div>`
    return {
      view: {
        title: `Paper form: ${c.title}`,
        back: consultationPath({ ref }),
        body: html`<div class="remit-paper" lang="${chosen?.language ?? 'en'}" dir="${chosen?.direction ?? 'ltr'}">
          <span class="govuk-caption-l">${ref} · for the council: box and form number ____ / ____</span>
          <h1 class="govuk-heading-l">${chosen?.content.title || c.title}</h1>
          <p class="govuk-body">
            Please return this form by <strong>${longDay(closesOn)}</strong>: into the locked box where you found it, or
            by post. ${c.contact}
          </p>
          ${sections.map(
            (section) =>
              html`<h2 class="govuk-heading-m">${section.title}</h2>
                ${section.lead !== null && prose(section.lead)}${section.questions.map((one) => question(one, `${numbers.get(one.key) ?? ''}.`))}`,
          )}
          ${
            equality.length > 0
            && html`<section class="remit-paper__apart">
              <h2 class="govuk-heading-m">About you</h2>
              <p class="govuk-body">
                This sheet is torn off and counted apart. Nobody joins it to your answers. ${box} I agree that these
                answers are kept.
              </p>
              ${equality.map((one, at) => question(one, `E${at + 1}.`))}
            </section>`
          }
        </div>`,
      },
    }
  },
}

const letter = (at: number) => String.fromCharCode(97 + (at % 26))

const wordsOf = (sections: PublicConsultation['questionnaire']['sections'], key: string, option: string): string =>
  sections
    .flatMap(({ questions }) => questions)
    .find((one) => one.key === key)
    ?.options.find((one) => one.key === option)?.words ?? option
