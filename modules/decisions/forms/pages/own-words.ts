import type { formFields } from '#authority'
import type { Visit } from '#platform/page.ts'
import {
  alternativesPath,
  authorPath,
  clausesPath,
  keyPath,
  makerPath,
  purposePath,
  reasonsPath,
  subjectPath,
  supersedesPath,
  titlePath,
  valuePath,
} from '../../pages/paths.ts'
import { itemsOf, type OwnWords } from '../form.ts'
import { viewForm } from '../queries.ts'

/** Where each question that every record has is asked. */
export const pathOf: Record<(typeof formFields)[number], { (at: { ref: string }): string; pattern: string }> = {
  title: titlePath,
  maker: makerPath,
  subject: subjectPath,
  value: valuePath,
  key: keyPath,
  purpose: purposePath,
  reasons: reasonsPath,
  alternatives: alternativesPath,
  author: authorPath,
  supersedes: supersedesPath,
  clauses: clausesPath,
}

/** The council’s words for the question at an address, where the draft is on a form that has some. */
export async function ownWordsAt(
  visit: Visit,
  ref: string,
  pattern: string,
): Promise<Pick<OwnWords, 'label' | 'hint'>> {
  const found = await visit.ask(viewForm, { ref })
  const items = found.ok && found.value.used ? itemsOf(found.value.used.form) : []
  for (const item of items) if ('field' in item && pathOf[item.field].pattern === pattern) return item
  return {}
}
