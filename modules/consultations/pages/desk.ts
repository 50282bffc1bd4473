import { officer, staff } from '#authority'
import { plainWordsPath } from '../plain/page.ts'
import {
  button,
  findingsList,
  pager,
  scrollRegion,
  statusTag,
  summaryList,
  stacking,
  table,
  tasks,
  type Task,
} from '#govuk'
import { withQuery } from '#platform/address.ts'
import { longDay, shortDay } from '#platform/days.ts'
import { html, type Html } from '#platform/html.ts'
import type { Explanation } from '#platform/law.ts'
import type { Page, Visit } from '#platform/page.ts'
import { analysisPath } from '../analysis/paths.ts'
import { publishReportPath } from '../publication/paths.ts'
import { evidencePath } from '../gunning/paths.ts'
import { wordsDeskPath } from '../words/paths.ts'
import { viewConsultations, viewDraft } from '../queries.ts'
import type { Answer } from '#platform/use-case.ts'
import type { Standing, State } from '../consultation.ts'
import { startConsultation } from '../start-consultation.ts'
import { deskForm } from './desk-form.ts'
import {
  aboutPath,
  closeEarlyPath,
  codesPath,
  consultationPath,
  daysPath,
  deskConsultationPath,
  deskConsultationsPath,
  enterPath,
  equalityPath,
  extendPath,
  finishPath,
  groupsPath,
  newConsultationPath,
  openPath,
  packPath,
  paperPath,
  previewPath,
  questionsPath,
  reconciliationPath,
  responsesPath,
  withdrawPath,
  wordingsPath,
  workshopsPath,
} from './paths.ts'
import { dayOf, doneBanner, leftWords, standingTag } from './words.ts'

export type OnDesk = Answer<typeof viewDraft>

/** What are we asking, and what stands to be asked? */
export const deskConsultationsPage: Page = {
  path: deskConsultationsPath.pattern,
  may: staff,
  get: async (visit) => {
    const outcome = await visit.ask(viewConsultations, { before: visit.query['before'] || undefined })
    if (!outcome.ok) return { refusal: outcome.refusal }
    const { consultations, next } = outcome.value
    return {
      view: {
        title: 'Consultations on the desk',
        back: '/desk',
        body: html`<h1 class="govuk-heading-l">Consultations</h1>
          ${visit.actor.roles.includes(officer) && button({ text: 'Start a consultation', href: newConsultationPath() })}
          ${
            consultations.length === 0
              ? html`<p class="govuk-body">There are none yet.</p>`
              : scrollRegion(
                  'Consultations',
                  table(
                    stacking({
                      caption: 'Consultations, the latest change first',
                      captionClasses: 'govuk-visually-hidden',
                      firstCellIsHeader: true,
                      head: [{ text: 'Consultation' }, { text: 'Open' }, { text: 'Changed' }, { text: 'State' }],
                      rows: consultations.map((one) => [
                        {
                          text: html`<a class="govuk-link" href="${deskConsultationPath(one)}">${one.title}</a
                            ><span class="remit-ref">${one.ref}</span>`,
                        },
                        {
                          text:
                            one.opensOn && one.closesOn
                              ? `${shortDay(one.opensOn)} to ${shortDay(one.closesOn)}`
                              : 'No days yet',
                        },
                        { text: `${shortDay(dayOf(one.changedAt))}, ${one.changedBy}` },
                        { text: standingTag(one.standing) },
                      ]),
                    }),
                  ),
                )
          }${(visit.query['before'] || next !== null) && pager({ label: `${consultations.length} shown`, of: 'the consultations', previous: visit.query['before'] ? deskConsultationsPath() : undefined, next: next === null ? undefined : withQuery(deskConsultationsPath(), { before: next }) })}`,
      },
    }
  },
}

/** What is it called? */
export const newConsultationPage = deskForm({
  path: newConsultationPath,
  see: async () => ({ ok: true as const, value: null }),
  heading: () => 'What is the consultation called?',
  back: () => deskConsultationsPath(),
  fields: (ask) =>
    ask.input({
      name: 'title',
      label: 'Title',
      hint: 'In the words of those who are asked: “Short breaks: who can have one”',
    }),
  button: 'Start the draft',
  send: (visit, form) => visit.perform(startConsultation, { title: form.values['title'] }, form),
  done: ({ ref }: { ref: string }) => `${deskConsultationPath({ ref })}?done=started`,
})

/** What is left to do with this consultation? */
export const deskConsultationPage: Page = {
  path: deskConsultationPath.pattern,
  may: staff,
  get: async (visit) => {
    const outcome = await visit.ask(viewDraft, { ref: visit.params['ref'] })
    if (!outcome.ok) return { refusal: outcome.refusal }
    const { consultation: c, standing } = outcome.value
    return {
      view: {
        title: c.title,
        back: deskConsultationsPath(),
        body: html`${doneBanner(visit)}<span class="govuk-caption-l">${c.ref}</span>
          <h1 class="govuk-heading-l">${c.title}</h1>
          <p class="govuk-body">
            ${standingTag(standing)}
            <span class="remit-quiet">Last changed by ${c.changedBy} on ${longDay(dayOf(c.changedAt))}</span>
          </p>
          ${c.state === 'draft' ? taskList(outcome.value, visit.actor.roles.includes(officer)) : running(visit, outcome.value)}`,
      },
    }
  },
}

// Officers alone have the pages behind the tasks; whoever else works for the council sees how far it is.
const counted = (n: number, what: string) => `${n} ${what}${n === 1 ? '' : 's'}`

function taskList(
  { consultation: c, findings, pack, workshops, codes, saidWhatIsOpen, timeToAnswer }: OnDesk,
  may: boolean,
): Html {
  const { ref } = c
  const forOfficers = (href: string) => (may ? href : undefined)
  const state = (there: boolean, half = false): Task['state'] => (there ? 'done' : half ? 'in-progress' : 'not-started')
  const stops = findings.needed.filter(({ outcome }) => outcome === 'not-met')
  const lacking = findings.fair.find(
    ({ rule, outcome }) => rule === 'consultation-pack-is-whole' && outcome === 'not-met',
  )
  return html`${tasks([
    {
      title: 'What it is',
      tasks: [
        {
          title: 'What, why and whom to ask',
          href: forOfficers(aboutPath({ ref })),
          state: state(Boolean(c.subject && c.why && c.contact), Boolean(c.subject || c.why || c.contact)),
        },
        { title: 'Whom it affects', href: forOfficers(groupsPath({ ref })), state: state(c.groups.length > 0) },
        {
          title: 'First and last day',
          href: forOfficers(daysPath({ ref })),
          hint: timeToAnswer ?? undefined,
          state: state(Boolean(c.opensOn && c.closesOn)),
        },
        { title: 'What could still be decided', href: evidencePath({ ref }), state: state(saidWhatIsOpen) },
      ],
    },
    {
      title: 'What is asked',
      tasks: [
        {
          title: 'Questions',
          href: forOfficers(questionsPath({ ref })),
          hint: `${counted(findings.facts.questions, 'question')} in ${counted(c.questionnaire.sections.length, 'part')}`,
          state: findings.faults.length ? 'problem' : state(findings.facts.questions > 0),
        },
        {
          title: 'Who people are, asked apart',
          href: forOfficers(equalityPath({ ref })),
          state: state(c.questionnaire.equality.length > 0),
        },
        {
          title: 'Easy Read and other languages',
          href: forOfficers(wordingsPath({ ref })),
          state: state(c.wordings.length > 0),
        },
        {
          title: 'See it as others will',
          href: previewPath({ ref, wording: 'en' }),
          state: findings.facts.questions > 0 ? 'in-progress' : 'cannot-start',
          stateText: 'Look',
        },
        { title: 'Can people read it?', href: plainWordsPath({ ref }), state: 'in-progress', stateText: 'Look' },
      ],
    },
    {
      title: 'What goes with it',
      tasks: [
        {
          title: 'Supporting pack',
          href: forOfficers(packPath({ ref })),
          hint: lacking?.says ?? undefined,
          state: lacking ? state(false, pack.length > 0) : 'done',
        },
        { title: 'Workshops', href: forOfficers(workshopsPath({ ref })), state: state(workshops.length > 0) },
        { title: 'One-time codes for letters', href: forOfficers(codesPath({ ref })), state: state(codes.length > 0) },
      ],
    },
    {
      title: 'Open it',
      tasks: [
        stops.length
          ? { title: 'Open it', hint: stops.map(({ says }) => says).join(' '), state: 'cannot-start' }
          : { title: 'Open it', href: forOfficers(openPath({ ref })), state: 'not-started' },
      ],
    },
  ])}${may && html`<p class="govuk-body"><a class="govuk-link" href="${withdrawPath({ ref })}">Withdraw it</a></p>`}`
}

/** What rules say, with where that is written. */
export const saidBy = (explanations: readonly Explanation[]): Html =>
  findingsList(
    explanations.map(({ outcome, says, working, sources }) => ({
      weight: outcome === 'met' ? 'met' : 'not-met',
      says: says ?? '',
      working,
      sources,
    })),
  )

/** What an officer does next, in a sentence or two. */
function nextWords(standing: Standing, state: State): string {
  switch (standing) {
    case 'draft':
    case 'withdrawn':
      return 'Nothing more can be done with it.'
    case 'announced':
      return 'It opens by itself on its first day. Until then look at it as others will, and add what is missing in the pack.'
    case 'open':
      return 'Enter what comes by telephone, letter and e-mail, take in paper forms, and see whom you have not heard. You can start coding while answers come in.'
    case 'closed':
      return state === 'open'
        ? 'Its last day is over. Close it, so that the count is sealed; then code what waits.'
        : 'Code what people wrote, make themes of the codes, and settle where two coders differ. When nothing waits, say that it is analysed.'
    case 'analysed':
      return 'Answer every theme, release the tables, and publish the report.'
    case 'reported':
      return 'Whoever decides reads the report and says so on the evidence page. What the council said it would do is in “You said, we did”.'
  }
}

function running(visit: Visit, { consultation: c, standing, findings, timeToAnswer }: OnDesk): Html {
  const { ref } = c
  const may = visit.actor.roles.includes(officer)
  const late = findings.open.filter(({ outcome }) => outcome === 'not-met')
  const actions: Html[] = []
  if (may) {
    if (c.state === 'open')
      actions.push(
        button({
          text: 'Extend it',
          href: extendPath({ ref }),
          classes: late.length ? undefined : 'govuk-button--secondary',
        }),
      )
    if (standing === 'open')
      actions.push(
        button({ text: 'Close it early', href: closeEarlyPath({ ref }), classes: 'govuk-button--secondary' }),
      )
    if (standing === 'closed' && c.state === 'open')
      actions.push(button({ text: 'Close it and seal the count', href: finishPath({ ref }) }))
    if (c.state === 'closed') actions.push(button({ text: 'Say that it is analysed', href: finishPath({ ref }) }))
    if (c.state === 'analysed')
      actions.push(
        button({ text: 'Publish the report', href: publishReportPath({ ref }) }),
        button({ text: 'It is reported elsewhere', href: finishPath({ ref }), classes: 'govuk-button--secondary' }),
      )
    if (c.state === 'reported')
      actions.push(
        button({
          text: 'Publish a new edition of the report',
          href: publishReportPath({ ref }),
          classes: 'govuk-button--secondary',
        }),
      )
  }
  const link = (href: string, text: string, says: string) =>
    html`<li><a class="govuk-link" href="${href}">${text}</a>: ${says}</li>`
  return html`${c.opensOn && c.closesOn && html`<p class="govuk-body">From ${longDay(c.opensOn)} to ${longDay(c.closesOn)}${standing === 'open' && `: ${leftWords(c.closesOn, visit.today)}`}. ${timeToAnswer}.</p>`}
    ${
      late.length > 0
      && html`<h2 class="govuk-heading-m">More time is needed</h2>
        ${saidBy(late)}`
    }
    ${
      may
      && html`<h2 class="govuk-heading-m">What to do next</h2>
        <p class="govuk-body">${nextWords(standing, c.state)}</p>`
    }${actions.length > 0 && html`<div class="govuk-button-group">${actions}</div>`}
    <h2 class="govuk-heading-m">All about it</h2>
    <ul class="govuk-list govuk-list--spaced">
      ${link(consultationPath({ ref }), 'Its public page', 'what everybody sees')}
      ${link(reconciliationPath({ ref }), 'Reconciliation', 'what came in, and what became of it')}
      ${link(analysisPath({ ref }), 'Analysis', 'codes, themes and what the council answers')}
      ${link(evidencePath({ ref }), 'Evidence', 'that people were asked in time, told enough, given time and heard')}
      ${may && html`${link(responsesPath({ ref }), 'Responses', 'each as it was received')}${link(enterPath({ ref }), 'Enter a response', 'by telephone, letter, e-mail or from a workshop')}${link(paperPath({ ref }), 'Paper forms', 'boxes, keying in, and how well it is done')}${link(wordsDeskPath({ ref }), 'Publish what people wrote', 'of those who permit it, read by two people')}${link(packPath({ ref }), 'Supporting pack', 'add a document or a newer version')}${link(wordingsPath({ ref }), 'Easy Read and other languages', 'also while it is open')}${link(workshopsPath({ ref }), 'Workshops', 'who comes, and what they need')}${link(codesPath({ ref }), 'One-time codes', 'for letters')}`}
      ${link(previewPath({ ref, wording: 'en' }), 'The questions', 'as they are asked')}
    </ul>
    <h2 class="govuk-heading-m">What was found when it opened</h2>
    ${saidBy([...findings.needed, ...findings.fair])}
    <h2 class="govuk-heading-m">What happened</h2>
    ${summaryList({ rows: c.happened.map((one) => ({ key: longDay(one.on), value: html`${statusTag(one.what)} ${one.by}${one.becomes !== null && `, until ${longDay(one.becomes)}`}${one.because !== null && `: ${one.because}`}` })) })}
    ${c.state === 'open' && may && html`<p class="govuk-body"><a class="govuk-link" href="${withdrawPath({ ref })}">Withdraw it</a></p>`}`
}
