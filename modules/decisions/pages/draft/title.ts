import { html } from '#platform/html.ts'
import { draftQuestion } from '../draft-question.ts'
import { titlePath } from '../paths.ts'

/** What is the decision called? */
export const titlePage = draftQuestion({
  path: titlePath,
  heading: 'What is the decision called?',
  typed: ({ title, identifiers }) => ({ values: { title, identifiers: identifiers.join('\n') } }),
  fields: (ask) => [
    ask.input({
      name: 'title',
      label: 'Title',
      hint: 'As it will stand in the register: what is decided, in a few words',
    }),
    ask.textarea({
      name: 'identifiers',
      label: 'References that it goes by elsewhere (optional)',
      hint: 'One a line, for example a forward plan number. Remit gives it a reference of its own.',
      rows: 3,
    }),
  ],
  read: ({ values }) => ({
    changes: {
      title: values['title'],
      identifiers: (values['identifiers'] ?? '')
        .split('\n')
        .map((one) => one.trim())
        .filter(Boolean),
    },
  }),
  now: ({ title, identifiers }) => html`${title}${identifiers.length > 0 && html` (${identifiers.join(', ')})`}`,
})
