import { draftQuestion } from '../draft-question.ts'
import { subjectPath } from '../paths.ts'

/** What is it about? */
export const subjectPage = draftQuestion({
  path: subjectPath,
  heading: 'What is the decision about?',
  lead: () => 'A power is given for a subject. Choose the narrowest that covers all of what is decided.',
  typed: ({ subject }) => ({ values: { subject: subject ?? undefined } }),
  fields: (ask, { choices: { subjects } }) => [
    ask.radios({
      name: 'subject',
      legend: { text: 'Subject', classes: 'govuk-visually-hidden' },
      items: subjects.map(({ subject, title }) => ({ value: subject, text: title, hint: partOf(subject, subjects) })),
    }),
  ],
  read: ({ values }) =>
    values['subject']
      ? { changes: { subject: values['subject'] } }
      : { errors: { subject: 'Choose what the decision is about.' } },
  now: ({ subject }, { choices: { subjects } }) =>
    subjects.find((one) => one.subject === subject)?.title ?? 'Nothing is chosen yet.',
})

function partOf(subject: string, subjects: readonly { subject: string; title: string }[]): string | undefined {
  const above = subjects.find((one) => one.subject === subject.split('/').slice(0, -1).join('/'))
  return above && `Part of: ${above.title}`
}
