import { officer } from '#authority'
import { asking, questionPage, type Asking } from '#govuk'
import { html, type Content, type Html } from '#platform/html.ts'
import type { Form, Page, Reply, Visit } from '#platform/page.ts'
import type { Typed } from '#platform/typed.ts'
import type { Outcome, Refusal } from '#platform/use-case.ts'

/** What is wrong with a form, by the name of the field. */
export type Wrong = Record<string, string>

/** What came of sending a form: done, said no to, wrong in places, or something to look at before it is sent again. */
export type Sent = { outcome: Outcome<unknown> } | { wrong: Wrong } | { look: Html; token: string }

/** One question about a commission: what must be known, its boxes, and what is done with what was typed. */
export type Question<Seen> = {
  path: { pattern: string }
  may?: readonly string[]
  see(visit: Visit): Promise<Outcome<Seen>>
  heading(seen: Seen): string
  caption(seen: Seen): string
  lead?(seen: Seen): Content
  /** The boxes as they are filled before anybody typed. */
  first(seen: Seen, visit: Visit): { values: Typed; lists?: Record<string, readonly string[]> }
  fields(ask: Asking, seen: Seen): Content | readonly Content[]
  send(visit: Visit, form: Form, seen: Seen): Promise<Sent>
  /** Under which name of the form a field of the use case stands. */
  nameOf?(path: string): string
  /** The number of what was looked at, sent along as `edition`; of two people the second is told. */
  edition?(seen: Seen): number
  back(seen: Seen): string
  /** Where it leads once it is done; `back` unless told. */
  onward?(seen: Seen, value: unknown): string
  done?: string
  button: string
  warning?: boolean
}

/** The page of a question: works without a script, keeps what was typed, says beside each box what is wrong with it. */
export const question = <Seen>(asked: Question<Seen>): Page => ({
  path: asked.path.pattern,
  may: asked.may ?? [officer],
  get: (visit) => show(visit, asked, null, null),
  post: async (visit, form) => {
    const seen = await asked.see(visit)
    if (!seen.ok) return { refusal: seen.refusal }
    const sent = await asked.send(visit, form, seen.value)
    if ('outcome' in sent && sent.outcome.ok) {
      const to = asked.onward?.(seen.value, sent.outcome.value) ?? asked.back(seen.value)
      return { redirect: `${to}${to.includes('?') ? '&' : '?'}done=${asked.done ?? 'saved'}` }
    }
    return show(visit, asked, form, sent)
  },
})

async function show<Seen>(visit: Visit, asked: Question<Seen>, form: Form | null, sent: Sent | null): Promise<Reply> {
  const outcome = await asked.see(visit)
  if (!outcome.ok) return { refusal: outcome.refusal }
  const seen = outcome.value
  const refusal = sent && 'outcome' in sent && !sent.outcome.ok ? sent.outcome.refusal : null
  const errors =
    sent && 'wrong' in sent ? sent.wrong : refusal?.kind === 'invalid' ? errorsOf(refusal, asked.nameOf) : {}
  const ask = asking({ ...(form ? { values: form.values, lists: form.lists } : asked.first(seen, visit)), errors })
  const look = sent && 'look' in sent ? sent : null
  const edition = asked.edition?.(seen)
  // Once somebody was shown what another changed, the form carries the new number: sending it again is then a choice.
  const known = form && refusal?.kind !== 'changed' ? form.values['edition'] : edition
  const body = questionPage({
    ask,
    heading: asked.heading(seen),
    caption: asked.caption(seen),
    lead: html`${look?.look}${asked.lead && leadOf(asked.lead(seen))}`,
    refusal: refusal && refusal.kind !== 'invalid' ? refusal : undefined,
    fields: asked.fields(ask, seen),
    hidden: html`${visit.formFields()}${
      edition !== undefined && html`<input type="hidden" name="edition" value="${known ?? edition}" />`
    }${look && html`<input type="hidden" name="looked" value="${look.token}" />`}`,
    buttonText: look ? `${asked.button} as shown` : asked.button,
    warning: asked.warning,
    cancel: { text: 'Cancel', href: asked.back(seen) },
  })
  const bad = Boolean(refusal) || ask.hasErrors
  return {
    status: refusal?.kind === 'changed' ? 409 : bad ? 422 : 200,
    view: { title: asked.heading(seen), back: asked.back(seen), hasErrors: bad, body },
  }
}

const leadOf = (lead: Content): Html => (typeof lead === 'string' ? html`<p class="govuk-body">${lead}</p>` : lead)

/** The sentence for each field, under the name that it has in the form; the last word of a path unless told. */
const errorsOf = ({ fields }: Refusal, nameOf = lastWord): Wrong =>
  Object.fromEntries(Object.entries(fields).map(([path, says]) => [nameOf(path), says]))

export const lastWord = (path: string): string => path.split('.').findLast((one) => !/^\d+$/u.test(one)) ?? path

/** Why something is changed; asked on every page that makes a new edition. */
export const whyField = (
  ask: Asking,
  hint = 'One sentence. It is kept with this edition, and earlier ones stay to be seen.',
): Html => ask.input({ name: 'why', label: 'Why this change?', hint })

/** A name for a new entry, from its title: small letters, digits and hyphens, and not yet taken. */
export function nameFor(title: string, taken: readonly string[]): string {
  const plain =
    title
      .toLowerCase()
      .normalize('NFKD')
      .replaceAll(/[^a-z0-9]+/gu, '-')
      .replaceAll(/^-+|-+$/gu, '')
      .slice(0, 32) || 'entry'
  let name = plain
  for (let at = 2; taken.includes(name); at++) name = `${plain}-${at}`
  return name
}
