import { ceilingWords, powerWords } from '#authority'
import { authorityTree, type AuthorityNode } from '#govuk'
import { longDay } from '#platform/days.ts'
import { html, type Html } from '#platform/html.ts'
import { operative, type Clause, type Decision, type Grant } from '../decision.ts'
import { fallbacksOf } from '../fallbacks.ts'
import type { Choices } from './draft-question.ts'
import { conditionWords, fallbackWords, listWords } from './grants.ts'
import { verbTitle } from './state-tag.ts'

/** One delegation in plain sentences: who may do what, for what, how much, from when, on what conditions. */
export function grantSentences(grant: Grant, { posts, subjects, scheme }: Choices): string[] {
  const post = posts.find((one) => one.post === grant.holder)?.title ?? grant.holder
  const subject =
    grant.scope === ''
      ? 'everything the council does'
      : (subjects.find((one) => one.subject === grant.scope)?.title ?? grant.scope)
  const from = grant.from
    ? `from ${longDay(grant.from)}, or from the day the decision takes effect if that is later`
    : 'from the day the decision takes effect'
  const until = grant.until ? `, until ${longDay(grant.until.subtract({ days: 1 }))}` : ''
  const fallbacks = fallbacksOf(scheme, grant)
  return [
    `The ${post} may ${listWords(grant.powers.map(powerWords))} for ${subject}, ${from}${until}.`,
    ...(fallbacks.length === 0
      ? ['No money is committed by this power itself.']
      : grant.ceiling
        ? [
            grant.ceiling.basis === 'no-limit'
              ? 'The decision says in so many words that there is no limit.'
              : `Up to ${ceilingWords(grant.ceiling)}.`,
          ]
        : [`No limit is stated, and silence is not permission: ${listWords(fallbacks.map(fallbackWords))}.`]),
    ...grant.conditions.map(
      (one) => `Only ${one.kind === 'report-back' ? 'with a report: ' : ''}${conditionWords(one)}.`,
    ),
    ...(grant.mayDelegate ? ['It may pass the power on to another post.'] : []),
  ]
}

/** What a decision will authorise once it takes effect: a drawing, then each clause in sentences. */
export function willAuthorise(decision: Decision, choices: Choices): Html {
  const giving = decision.clauses.filter(({ grants }) => grants.length > 0)
  if (giving.length === 0)
    return html`<p class="govuk-body">
      It gives no post a power that it did not have before. Where a clause is meant to delegate something, say under
      that clause what it gives.
    </p>`
  return html`${authorityTree({ title: 'What each clause gives, and to whom', root: { id: 'root', kind: 'decision', title: decision.ref, says: decision.title, below: giving.map((clause) => clauseNode(clause, choices)) } })}
    <ul class="remit-entries">
      ${decision.clauses.map(
        (clause) =>
          html`<li class="remit-entry">
            <p class="govuk-body">
              <strong>Clause ${clauseName(clause)}</strong>,
              ${verbTitle(clause.verb).toLowerCase()}:${
                clause.grants.length === 0
                && (operative.includes(clause.verb)
                  ? ' gives no post a power of its own.'
                  : ' decides nothing by itself.')
              }
            </p>
            ${clause.grants.map(
              (grant) =>
                html`<ul class="govuk-list govuk-list--bullet">
                  ${grantSentences(grant, choices).map((sentence) => html`<li>${sentence}</li>`)}
                </ul>`,
            )}
          </li>`,
      )}
    </ul>`
}

export const clauseName = ({ label }: Pick<Clause, 'label'>): string =>
  label === null ? 'without a letter' : `(${label})`

const clauseNode = (clause: Clause, choices: Choices): AuthorityNode => ({
  id: clause.clause,
  kind: 'clause',
  title: `Clause ${clauseName(clause)}`,
  says: verbTitle(clause.verb),
  below: clause.grants.map((grant) => ({
    id: grant.grant,
    kind: 'mandate' as const,
    title: choices.posts.find(({ post }) => post === grant.holder)?.title ?? grant.holder,
    says: listWords(grant.powers.map(powerWords)),
    value: grant.ceiling
      ? ceilingWords(grant.ceiling)
      : fallbacksOf(choices.scheme, grant).length
        ? 'No limit stated'
        : undefined,
    ...(grant.conditions.length > 0 && {
      status: {
        text: `${grant.conditions.length} ${grant.conditions.length === 1 ? 'condition' : 'conditions'}`,
        tone: 'waiting' as const,
      },
    }),
  })),
})
