import { officer, staff } from '#authority'
import { asking, facts, questionPage } from '#govuk'
import { html, type Html } from '#platform/html.ts'
import type { Form, Page, Reply, Visit } from '#platform/page.ts'
import type { Refusal } from '#platform/use-case.ts'
import { fieldErrors, onDesk, shownRefusal, type OnDesk } from '../../pages/draft-question.ts'
import { recordPath } from '../../pages/paths.ts'
import { prose } from '../../pages/prose.ts'
import { verbTitle } from '../../pages/state-tag.ts'
import { answerClearance, mayClear } from '../answer.ts'
import { outcomeWords, timeWords } from '../clearance.ts'
import { clearancePath, clearancesPath, withdrawClearancePath } from '../paths.ts'
import { viewClearance } from '../queries.ts'
import { grantWords, valueText, type ClearedText } from '../text.ts'
import { changesShown } from './changes-shown.ts'
import { clearanceTag } from './standing-tag.ts'

/** Do you clear this text? */
export const clearancePage: Page = {
  path: clearancePath.pattern,
  may: staff,
  get: (visit) => show(visit, null, null),
  post: async (visit, form) => {
    const { ref = '', clearance = '' } = visit.params
    const { hash, outcome: given, says } = form.values
    const outcome = await visit.perform(
      answerClearance,
      { ref, clearance, hash, outcome: given, says: given === 'refused' ? form.values['reasons'] : says },
      form,
    )
    return outcome.ok ? { redirect: `${recordPath({ ref })}?done=answered` } : show(visit, form, outcome.refusal)
  },
}

async function show(visit: Visit, form: Form | null, refusal: Refusal | null): Promise<Reply> {
  const desk = await onDesk(visit)
  if (!desk.ok) return { refusal: desk.refusal }
  const found = await visit.ask(viewClearance, { ref: visit.params['ref'], clearance: visit.params['clearance'] })
  if (!found.ok) return { refusal: found.refusal }
  const seen = found.value
  const { ref, clearance: one } = seen
  const able =
    seen.standing === 'waiting'
    && seen.state === 'draft'
    && seen.yours
    && visit.actor.roles.some((role) => mayClear.includes(role))
  const heading = able ? 'Do you clear this text?' : `${one.title}: the text that was sent`
  const lead = html`<p class="govuk-body">
      ${clearanceTag(seen.standing)} ${seen.says}${seen.late !== null && html` <strong>${seen.late}.</strong>`}
    </p>
    ${one.note !== null && html`<div class="govuk-inset-text">${prose(one.note)}</div>`}${
      one.says !== null
      && html`<p class="govuk-body">What was answered:</p>
        <div class="govuk-inset-text">${prose(one.says)}</div>`
    }${
      seen.since.length > 0
      && seen.standing === 'void'
      && html`<h2 class="govuk-heading-m">What has changed since it was sent</h2>
        ${changesShown(seen.since, seen.wordsKept)}`
    }${
      seen.earlier
      && html`<h2 class="govuk-heading-m">
          What changed since the text of ${timeWords(seen.earlier.askedAt)}, which you
          ${outcomeWords(seen.earlier.outcome ?? '')}
        </h2>
        ${
          seen.earlier.changes.length > 0
            ? changesShown(seen.earlier.changes, seen.wordsKept)
            : html`<p class="govuk-body">Nothing: it is the same text.</p>`
        }`
    }
    <h2 class="govuk-heading-m">The text of ${timeWords(one.askedAt)}</h2>
    ${seen.text === null ? textKept : textRead(seen.text, desk.value)}`
  const back = clearancesPath({ ref })
  if (!able) {
    const open = one.withdrawnAt === null && seen.state === 'draft' && visit.actor.roles.includes(officer)
    return {
      view: {
        title: heading,
        back,
        body: html`<span class="govuk-caption-l">${ref} · ${seen.title}</span>
          <h1 class="govuk-heading-l">${heading}</h1>
          ${lead}${open && html`<p class="govuk-body"><a class="govuk-link" href="${withdrawClearancePath({ ref, clearance: one.clearance })}">Withdraw this request</a></p>`}`,
      },
    }
  }
  const ask = asking({ values: form?.values, errors: refusal ? errorsOf(refusal, form) : {} })
  const [comments, reasons] = [
    ask.textarea({ name: 'says', label: 'Your comments', rows: 4 }),
    ask.textarea({ name: 'reasons', label: 'Your reasons', rows: 4 }),
  ]
  const fields = [
    ask.radios({
      name: 'outcome',
      legend: { text: `Do you clear it for the ${one.postTitle}?`, classes: 'govuk-fieldset__legend--m' },
      items: [
        { value: 'cleared', text: 'Yes, I clear this text' },
        { value: 'cleared-with-comments', text: 'Yes, with comments', conditional: comments },
        { value: 'refused', text: 'No, I refuse', conditional: reasons },
      ],
    }),
  ]
  return {
    status: refusal ? 422 : 200,
    view: {
      title: heading,
      back,
      hasErrors: refusal !== null,
      body: questionPage({
        ask,
        caption: `${ref} · ${seen.title}`,
        heading,
        refusal: shownRefusal(refusal),
        lead,
        fields,
        hidden: html`${visit.formFields()}<input type="hidden" name="hash" value="${one.hash}" />`,
        buttonText: 'Send your answer',
        cancel: { text: 'Cancel', href: recordPath({ ref }) },
      }),
    },
  }
}

// One field in the use case, two boxes on the page.
function errorsOf(refusal: Refusal, form: Form | null): Record<string, string> {
  const { says, ...rest } = fieldErrors(refusal)
  return {
    ...rest,
    ...(says === undefined ? {} : { [form?.values['outcome'] === 'refused' ? 'reasons' : 'says']: says }),
  }
}

const yesNo = (answer: boolean | null): string | null => (answer === null ? null : answer ? 'Yes' : 'No')

// What is withheld is withheld from the record as it is now; an older text may say the same in other words.
const textKept = html`<p class="govuk-body">
  Parts of this record are withheld from you, and this is not the text that stands now. It may say what is withheld in
  other words, and so it is not shown. Ask democratic services if you need to read it.
</p>`

/** A text as it was sent, whole: not the record as it is now. */
function textRead(t: ClearedText, { choices: { posts, subjects } }: OnDesk): Html {
  const title = (post: string) => posts.find((one) => one.post === post)?.title ?? post
  const words = (given: string | null) => (given === null ? null : prose(given))
  return html`<ol class="remit-entries">
      ${t.clauses.map(
        ({ label, verb, words: says, grants }) =>
          html`<li class="remit-entry">
            <p class="govuk-body remit-entry__head">
              ${label !== null && html`<strong>(${label})</strong> `}${verbTitle(verb)}
            </p>
            ${prose(says)}${
              grants.length > 0
              && html`<ul class="govuk-list govuk-list--bullet">
                ${grants.map((grant) => html`<li>${grantWords({ ...grant, holder: title(grant.holder) })}</li>`)}
              </ul>`
            }
          </li>`,
      )}
    </ol>
    ${facts({
      rows: [
        { key: 'Title', value: t.title },
        {
          key: 'Who decides',
          value: [t.maker, ...t.jointly].flatMap((post) => (post === null ? [] : title(post))).join('; '),
        },
        { key: 'About', value: subjects.find(({ subject }) => subject === t.subject)?.title ?? t.subject },
        { key: 'Value', value: valueText(t.value) },
        { key: 'Key decision', value: [yesNo(t.isKey), t.keyReasoning].filter((one) => one !== null) },
        { key: 'Can be called in', value: yesNo(t.subjectToCallIn) },
        { key: 'Purpose', value: words(t.purpose) },
        { key: 'Reasons', value: words(t.reasons) },
        { key: 'Alternatives', value: words(t.alternatives) },
        ...t.answers.map(({ label, answer }) => ({ key: label, value: prose(answer) })),
        { key: 'Report by', value: t.author },
        { key: 'Wards', value: t.wards },
        t.supersedes !== null && { key: 'Supersedes', value: t.supersedes },
        { key: 'Other references', value: t.identifiers.join(', ') },
        {
          key: 'Papers',
          value:
            t.papers.length === 0
              ? 'None'
              : t.papers.map(
                  ({ title: name, sha256 }) =>
                    html`${name} <span class="remit-ref">SHA-256 ${sha256.slice(0, 16)}…</span>`,
                ),
        },
      ],
    })}`
}
