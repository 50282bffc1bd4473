import { button, facts, pager, select, sortableTable } from '#govuk'
import { withQuery } from '#platform/address.ts'
import { longDay, plainDay } from '#platform/days.ts'
import { html } from '#platform/html.ts'
import type { Page, Visit } from '#platform/page.ts'
import { answerIssue, giveIssue, raiseIssue, showIssue, tellBack } from '../issues.ts'
import { contacts, outcomes } from '../network.ts'
import { listIssues, listMembers, viewIssue, viewRun } from '../queries.ts'
import { runners } from '../the-network.ts'
import { formPage, reading } from './form-page.ts'
import {
  answerIssuePath,
  giveIssuePath,
  issuePath,
  issuesPath,
  memberPath,
  newIssuePath,
  runPath,
  showIssuePath,
  tellBackPath,
} from './paths.ts'
import { standingTag } from './public.ts'
import { doneBanner } from './run.ts'

/** What was raised, and what came of it? */
export const issuesPage: Page = {
  path: issuesPath.pattern,
  may: runners,
  async get(visit) {
    const { topic, open, after } = visit.query
    const outcome = await visit.ask(listIssues, { ref: visit.params['ref'], topic, open, after })
    if (!outcome.ok) return { refusal: outcome.refusal }
    const {
      network: { ref, title, topics },
      issues,
      next,
    } = outcome.value
    const here = issuesPath({ ref })
    return {
      view: {
        title: 'What was raised',
        back: runPath({ ref }),
        wide: true,
        body: html`${doneBanner(visit)}<span class="govuk-caption-l">${title}</span>
          <h1 class="govuk-heading-l">What was raised</h1>
          <form method="get" action="${here}">
            ${select({ name: 'topic', label: 'Topic', value: topic, items: [{ value: '', text: 'Any' }, ...topics.map((one) => ({ value: one.topic, text: one.title }))] })}
            ${select({
              name: 'open',
              label: 'Stands',
              value: open,
              items: [
                { value: '', text: 'Any' },
                { value: 'yes', text: 'Not yet told back' },
                { value: 'no', text: 'Told back' },
              ],
            })}
            <div class="govuk-button-group">
              ${button({ text: 'Apply', classes: 'govuk-button--secondary' })}${button({ text: 'Take down an issue', href: newIssuePath({ ref }) })}
            </div>
          </form>
          ${
            issues.length === 0
              ? html`<p class="govuk-body">Nothing.</p>`
              : sortableTable({
                  caption: 'Issues',
                  hideCaption: true,
                  columns: [
                    { key: 'says', text: 'What was said' },
                    { key: 'topic', text: 'Topic' },
                    { key: 'owner', text: 'Owner' },
                    { key: 'stands', text: 'Stands' },
                  ],
                  rows: issues.map((one) => [
                    html`<a class="govuk-link" href="${issuePath({ issue: one.ref })}"
                        >${one.says.length > 120 ? `${one.says.slice(0, 120)}…` : one.says}</a
                      >
                      <span class="remit-quiet">${one.ref}, ${plainDay(one.raisedOn)}</span>`,
                    topics.find((each) => each.topic === one.topic)?.title ?? one.topic,
                    one.ownerBody ?? 'Nobody yet',
                    standingTag(one.standing),
                  ]),
                })
          }${pager({ label: 'Issues', next: next === null ? undefined : withQuery(here, { topic, open, after: next }) })}`,
      },
    }
  },
}

const topicOf = (
  { topics }: { topics: readonly { topic: string; title: string }[] },
  { topic: about }: { topic: string },
): string => (topics.find(({ topic }) => topic === about)?.title ?? about).toLowerCase()

const seenIssue = (visit: Visit) => visit.ask(viewIssue, { issue: visit.params['issue'] })

/** What was said, who deals with it, and was whoever said it told? */
export const issuePage: Page = {
  path: issuePath.pattern,
  may: runners,
  async get(visit) {
    const outcome = await seenIssue(visit)
    if (!outcome.ok) return { refusal: outcome.refusal }
    const { network, issue: i, standing, raiser } = outcome.value
    const at = { issue: i.ref }
    return {
      view: {
        title: `What was raised about ${topicOf(network, i)}`,
        back: issuesPath({ ref: network.ref }),
        body: html`${doneBanner(visit)}<span class="govuk-caption-l">${network.title} · ${i.ref}</span>
          <h1 class="govuk-heading-l">What was raised about ${topicOf(network, i)}</h1>
          <p class="govuk-body">${standingTag(standing)}</p>
          <p class="govuk-body-l">“${i.says}”</p>
          ${facts({
            rows: [
              {
                key: 'Raised',
                value: `${longDay(i.raisedOn)}, ${i.how === 'anonymous' ? 'without a name' : i.how === 'workshop' ? 'at a workshop' : 'by a member'}`,
              },
              {
                key: 'Tell back',
                value: raiser
                  ? html`<a class="govuk-link" href="${memberPath({ ref: network.ref, member: raiser.member })}"
                        >${raiser.name}</a
                      >, by ${contacts[raiser.contactBy].toLowerCase()}`
                  : 'Nobody by name: on the network’s page and at the next workshop',
              },
              {
                key: 'Owner',
                value:
                  i.ownerBody === null
                    ? 'Nobody yet'
                    : `${i.ownerBody}${i.ownerName ? `, ${i.ownerName}` : ''}, by ${i.answerBy ? longDay(i.answerBy) : ''}`,
              },
              i.outcome !== null && {
                key: outcomes[i.outcome],
                value: [i.answer ?? '', i.answeredOn ? plainDay(i.answeredOn) : ''],
              },
              i.toldOn !== null && { key: 'Told back', value: `${longDay(i.toldOn)}: ${i.toldHow ?? ''}` },
              { key: 'In public', value: i.public ? 'On the network’s page' : 'Not shown' },
            ],
          })}
          <div class="govuk-button-group">
            ${i.answeredOn === null && button({ text: i.ownerBody === null ? 'Give it to its owner' : 'Change the owner', href: giveIssuePath(at), ...(i.ownerBody !== null && { classes: 'govuk-button--secondary' }) })}${
              i.ownerBody !== null
              && i.answeredOn === null
              && button({ text: 'Write down the answer', href: answerIssuePath(at) })
            }${i.answeredOn !== null && i.toldOn === null && button({ text: 'They were told', href: tellBackPath(at) })}<a
              class="govuk-link"
              href="${showIssuePath(at)}"
              >${i.public ? 'Take it off the public page' : 'Show it to everybody'}</a
            >
          </div>`,
      },
    }
  },
}

/** What was said, about what, by whom? */
export const newIssuePage: Page = formPage({
  path: newIssuePath,
  may: runners,
  does: raiseIssue,
  button: 'Take it down',
  async seen(visit) {
    const run = await visit.ask(viewRun, { ref: visit.params['ref'] })
    if (!run.ok) return run
    const members = await visit.ask(listMembers, { ref: visit.params['ref'] })
    return members.ok ? { ok: true, value: { ...run.value, people: members.value.members } } : members
  },
  heading: () => 'Take down an issue',
  caption: ({ network }) => network.title,
  fields: (ask, { network, workshops, people }) => [
    ask.radios({
      name: 'topic',
      legend: 'What is it about?',
      items: network.topics.map(({ topic, title }) => ({ value: topic, text: title })),
    }),
    ask.textarea({ name: 'says', label: 'What was said?', hint: 'In the person’s words as far as possible', rows: 5 }),
    ask.select({
      name: 'workshop',
      label: 'At which workshop?',
      items: [
        { value: '', text: 'None' },
        ...workshops.map(({ ref, title }) => ({ value: ref, text: `${title} (${ref})` })),
      ],
    }),
    ask.select({
      name: 'member',
      label: 'Who is to be told back?',
      hint: 'Kept apart from the issue. Nobody, if it was said without a name',
      items: [
        { value: '', text: 'Nobody by name' },
        ...people.map(({ member, name }) => ({ value: member, text: name })),
      ],
    }),
  ],
  read: ({ values }, visit) => ({
    input: { ...values, ref: visit.params['ref'] },
    wrong: values['topic'] ? {} : { topic: 'Choose what it is about.' },
  }),
  back: (_, { network }) => issuesPath({ ref: network.ref }),
  leadsTo: (_, __, value) => `${issuePath({ issue: (value as { issue: string }).issue })}?done=raised`,
})

const backToIssue = (visit: Visit) => issuePath({ issue: visit.params['issue'] ?? '' })
const saved = (visit: Visit) => `${backToIssue(visit)}?done=saved`

/** Who can do something about it? */
export const giveIssuePage: Page = formPage({
  path: giveIssuePath,
  may: runners,
  does: giveIssue,
  button: 'Give it to them',
  seen: seenIssue,
  heading: () => 'Who can do something about it?',
  caption: ({ issue }) => issue.ref,
  before: ({ issue }) => ({ values: { body: issue.ownerBody ?? '', name: issue.ownerName ?? '' } }),
  fields: (ask) => [
    ask.input({
      name: 'body',
      label: 'The body',
      hint: 'For example: council housing, the hospital trust, a housing association',
    }),
    ask.input({ name: 'name', label: 'Who there?', hint: 'A post rather than a name. Leave empty if you do not know' }),
    ask.dateInput({ name: 'answerBy', legend: 'By when do they answer?' }),
  ],
  read(form, visit) {
    const { wrong, day } = reading(form)
    return {
      wrong,
      input: {
        issue: visit.params['issue'],
        body: form.values['body'],
        name: form.values['name'],
        answerBy: day('answerBy', 'Enter the day by which they answer.'),
      },
    }
  },
  back: backToIssue,
  leadsTo: saved,
})

/** What do they answer? */
export const answerIssuePage: Page = formPage({
  path: answerIssuePath,
  may: runners,
  does: answerIssue,
  button: 'Write it down',
  seen: seenIssue,
  heading: () => 'What is the answer?',
  caption: ({ issue }) => issue.ref,
  lead: ({ issue }) => html`<p class="govuk-body">“${issue.says}”</p>`,
  fields: (ask) => [
    ask.radios({
      name: 'outcome',
      legend: 'What will happen?',
      items: Object.entries(outcomes).map(([value, text]) => ({ value, text })),
    }),
    ask.textarea({
      name: 'answer',
      label: 'What exactly, or why not?',
      hint: 'An answer without its reason is none',
      rows: 5,
    }),
  ],
  read: ({ values }, visit) => ({
    input: { issue: visit.params['issue'], outcome: values['outcome'], answer: values['answer'] },
    wrong: values['outcome'] ? {} : { outcome: 'Say what will happen.' },
  }),
  back: backToIssue,
  leadsTo: saved,
})

/** How were they told? */
export const tellBackPage: Page = formPage({
  path: tellBackPath,
  may: runners,
  does: tellBack,
  button: 'They were told',
  seen: seenIssue,
  heading: () => 'How were they told?',
  caption: ({ issue }) => issue.ref,
  fields: (ask) => [
    ask.input({ name: 'how', label: 'How?', hint: 'For example: by telephone, at the spring workshop' }),
  ],
  read: ({ values }, visit) => ({ input: { issue: visit.params['issue'], how: values['how'] }, wrong: {} }),
  back: backToIssue,
  leadsTo: saved,
})

/** Does everybody see it? */
export const showIssuePage: Page = formPage({
  path: showIssuePath,
  may: runners,
  does: showIssue,
  button: 'Save',
  seen: seenIssue,
  heading: ({ issue }) => (issue.public ? 'Take it off the public page?' : 'Show it to everybody?'),
  caption: ({ issue }) => issue.ref,
  lead: ({ issue }) => html`<div class="govuk-inset-text">${issue.says}</div>`,
  fields: (ask, { issue }) =>
    issue.public
      ? []
      : [
          ask.checkboxes({
            name: 'namesNobody',
            legend: 'Read it once more',
            items: [{ value: 'yes', text: 'It names nobody, and nobody can be told from it' }],
          }),
        ],
  read: ({ values }, visit, { issue }) => ({
    input: { issue: visit.params['issue'], show: !issue.public, namesNobody: values['namesNobody'] === 'yes' },
    wrong: {},
  }),
  back: backToIssue,
  leadsTo: saved,
})
