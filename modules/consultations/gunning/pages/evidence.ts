import { decisionMaker, officer, staff } from '#authority'
import { button, facts, summaryList, warningText } from '#govuk'
import { plainDay, shortDay } from '#platform/days.ts'
import { html } from '#platform/html.ts'
import type { Page, Visit } from '#platform/page.ts'
import { deskForm } from '../../pages/desk-form.ts'
import { saidBy } from '../../pages/desk.ts'
import { deskConsultationPath } from '../../pages/paths.ts'
import { doneBanner } from '../../pages/words.ts'
import type { Answer } from '#platform/use-case.ts'
import { evidencePath, groupHeardPath, openMindPath, readPath } from '../paths.ts'
import { viewEvidence } from '../queries.ts'
import { acknowledgeReport, stateOptions, tieGroup } from '../say.ts'

type Seen = Answer<typeof viewEvidence>
const see = (visit: Visit) => visit.ask(viewEvidence, { ref: visit.params['ref'] })
const back = ({ ref }: Seen) => evidencePath({ ref })
const caption = ({ ref, title }: Seen) => `${ref} · ${title}`
const saved = (_: unknown, { ref }: Seen) => `${evidencePath({ ref })}?done=saved`
const lines = (typed: string | undefined): string[] =>
  (typed ?? '')
    .split('\n')
    .map((one) => one.trim())
    .filter(Boolean)

const heardWords = {
  answered: 'Somebody of it answered',
  silent: 'No answer came',
  otherwise: 'Heard otherwise',
  'not-told': 'Not told yet',
} as const

/** Can it be shown that people were asked fairly? */
export const evidencePage: Page = {
  path: evidencePath.pattern,
  may: staff,
  get: async (visit) => {
    const outcome = await see(visit)
    if (!outcome.ok) return { refusal: outcome.refusal }
    const { ref, title, state, findings, nearby, groups, heard, openMinds, readings, decisions } = outcome.value
    const { roles } = visit.actor
    const last = openMinds.at(-1)
    const draft = state === 'draft'
    return {
      view: {
        title: 'Can it be shown that people were asked fairly?',
        back: deskConsultationPath({ ref }),
        body: html`${doneBanner(visit)}<span class="govuk-caption-l">${ref} · ${title}</span>
          <h1 class="govuk-heading-l">Can it be shown that people were asked fairly?</h1>
          ${warningText({ text: 'This gathers evidence and flags what is missing. It does not say whether a consultation is lawful: that is for people, and in the end for a court.' })}
          ${draft ? html`<p class="govuk-body">It has not opened. Say now what is open: whoever is asked afterwards is not asked in time. What the rules find stands here once it has opened.</p>` : saidBy(findings)}
          ${
            nearby.length > 0
            && html`<h2 class="govuk-heading-m">Look at these</h2>
              <p class="govuk-body">
                Done about the same subject before the last day, and linked to nothing that this is for. Do they
                presuppose the outcome?
              </p>
              <ul class="govuk-list govuk-list--bullet">
                ${nearby.map((one) => html`<li>${one.ref}, ${plainDay(one.on)}: ${one.what}</li>`)}
              </ul>`
          }
          <h2 class="govuk-heading-m">What could still be decided</h2>
          ${
            last
              ? facts({
                  rows: [
                    { key: 'Options', value: last.options.join('; ') || 'None' },
                    ...(last.because === null ? [] : [{ key: 'Why no choice', value: last.because }]),
                    { key: 'Could it be decided otherwise?', value: last.couldDiffer },
                    {
                      key: 'Said by',
                      value: `${last.by}, ${plainDay(last.on)}${openMinds.length > 1 ? `; ${openMinds.length - 1} earlier kept` : ''}`,
                    },
                  ],
                })
              : html`<p class="govuk-body">Nobody has said yet.</p>`
          }
          ${(roles.includes(officer) || roles.includes(decisionMaker)) && button({ text: last ? 'Say it anew' : 'Say what was open', href: openMindPath({ ref }), classes: 'govuk-button--secondary' })}
          ${
            !draft
            && html`<h2 class="govuk-heading-m">Groups that it affects</h2>
              ${facts({
                rows: groups.map((one) => {
                  const how = heard.find(({ group }) => group === one.name)
                  return {
                    key: one.name,
                    value: `${heardWords[one.heard]}${one.says === null ? '' : `: ${one.says}`}${how ? ` (${how.by}, ${shortDay(how.on)})` : ''}`,
                  }
                }),
              })}${roles.includes(officer) && groups.length > 0 && button({ text: 'Say how a group was heard', href: groupHeardPath({ ref }), classes: 'govuk-button--secondary' })}
              <h2 class="govuk-heading-m">Read by those who decide</h2>
              ${readings.length ? summaryList({ rows: readings.map((one) => ({ key: one.name, value: `${one.postTitle}, for ${one.decision}, on ${plainDay(one.on)}: ${one.says}` })) }) : html`<p class="govuk-body">Nobody has acknowledged reading the report yet.${decisions.length > 0 && ` It is for ${decisions.map((one) => one.ref).join(', ')}.`}</p>`}`
          }
          ${state === 'reported' && roles.includes(decisionMaker) && button({ text: 'Say that you have read it', href: readPath({ ref }) })}`,
      },
    }
  },
}

/** Could it still be decided otherwise? */
export const openMindPage = deskForm<Seen>({
  path: openMindPath,
  may: [officer, decisionMaker],
  see,
  back,
  caption,
  heading: () => 'Could it still be decided otherwise?',
  lead: () => 'Said in your name and kept. Who is asked when everything is settled is told, not asked.',
  typed: ({ openMinds }) => {
    const last = openMinds.at(-1)
    return {
      values: last
        ? { options: last.options.join('\n'), because: last.because ?? '', couldDiffer: last.couldDiffer }
        : {},
    }
  },
  fields: (ask) => [
    ask.textarea({ name: 'options', label: 'Which options are open?', hint: 'One a line', rows: 4 }),
    ask.textarea({ name: 'because', label: 'If there is one only: why?', rows: 2 }),
    ask.textarea({
      name: 'couldDiffer',
      label: 'Could it still be decided otherwise?',
      hint: 'What has been promised, ordered or put into a budget, and what has not',
      rows: 3,
    }),
  ],
  button: 'Say so',
  send: (visit, form, { ref }) =>
    visit.perform(
      stateOptions,
      {
        ref,
        options: lines(form.values['options']),
        because: form.values['because'],
        couldDiffer: form.values['couldDiffer'],
      },
      form,
    ),
  done: saved,
})

/** How was a group heard? */
export const groupHeardPage = deskForm<Seen>({
  path: groupHeardPath,
  see,
  back,
  caption,
  heading: () => 'How was this group heard?',
  fields: (ask, { groups, choices }) => [
    ask.radios({
      name: 'group',
      legend: { text: 'Which group?', classes: 'govuk-fieldset__legend--s' },
      items: groups.map(({ name }) => ({ value: name, text: name })),
    }),
    ask.select({
      name: 'answer',
      label: 'Which answer tells that somebody is of it?',
      items: [
        { value: '', text: 'None' },
        ...choices.flatMap(({ key, words, options }) =>
          options.map((one) => ({ value: `${key}/${one.key}`, text: `${words} ${one.words}` })),
        ),
      ],
    }),
    ask.textarea({
      name: 'otherwise',
      label: 'Or how else was it heard?',
      hint: 'At a meeting of its own, by those who speak for it',
      rows: 3,
    }),
  ],
  button: 'Save',
  send: (visit, form, { ref }) => {
    const [question = '', choice = ''] = (form.values['answer'] ?? '').split('/')
    return visit.perform(
      tieGroup,
      { ref, group: form.values['group'], question, choice, otherwise: form.values['otherwise'] },
      form,
    )
  },
  done: saved,
})

/** Have you read the report? */
export const readPage = deskForm<Seen>({
  path: readPath,
  may: [decisionMaker],
  see,
  back,
  caption,
  heading: () => 'Say that you have read the report',
  lead: () =>
    'It is sealed in the journal with your name, your post and the day. A decision that rests on the consultation cannot be made without it.',
  fields: (ask, { decisions }) => [
    decisions.length > 0
      ? ask.radios({
          name: 'decision',
          legend: { text: 'For which decision?', classes: 'govuk-fieldset__legend--s' },
          items: decisions.map((one) => ({ value: one.ref, text: one.ref })),
        })
      : ask.input({ name: 'decision', label: 'For which decision?', hint: 'D-2026-0001' }),
    ask.textarea({
      name: 'says',
      label: 'What do you take from it?',
      hint: 'What people said that weighs with you, also against what is proposed',
      rows: 4,
    }),
  ],
  button: 'I have read it',
  send: (visit, form, { ref }) =>
    visit.perform(acknowledgeReport, { ref, decision: form.values['decision'], says: form.values['says'] }, form),
  done: saved,
})

export const gunningPages: Page[] = [evidencePage, openMindPage, groupHeardPage, readPage]
