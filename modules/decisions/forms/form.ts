import type { FormItem, RecordForm } from '#authority'

/** A form as a record uses it: what it was when it was chosen, and where the council has settled it. */
export type FormUsed = { form: RecordForm; source: string }

/** A field that only the form has. */
export type OwnField = Extract<FormItem, { key: string }>

/** What stands in one of the form’s own fields, under the form’s own words for it. */
export type FormAnswer = { key: string; label: string; answer: string }

/** The council’s words for a question that every record has. */
export type OwnWords = Extract<FormItem, { field: string }>

export const itemsOf = ({ sections }: RecordForm): FormItem[] => sections.flatMap(({ items }) => items)

export const ownFieldsOf = (form: RecordForm): OwnField[] => itemsOf(form).filter((item) => 'key' in item)

/** The answers in the order in which the form asks; what the form does not ask is no part of the record. */
export const inOrder = (form: RecordForm, given: ReadonlyMap<string, string>): FormAnswer[] =>
  ownFieldsOf(form).flatMap(({ key, label }) => {
    const answer = given.get(key)
    return answer === undefined ? [] : [{ key, label, answer }]
  })

/** What is wrong with an answer, or null. An empty one is for the rules to miss, not for the page to refuse. */
export function wrongWith({ kind, choices }: OwnField, answer: string): string | null {
  switch (kind) {
    case 'yes-no':
      return answer === 'Yes' || answer === 'No' ? null : 'Answer yes or no.'
    case 'choice':
      return choices.includes(answer) ? null : 'Choose one of those on the form.'
    case 'text':
      return answer.length > 300 ? 'Shorten this to 300 characters or fewer.' : null
    case 'long-text':
      return null
  }
}
