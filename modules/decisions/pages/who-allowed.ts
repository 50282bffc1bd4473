import { actPath, amountWithheld, ceilingWords, mandatePath, powerWords, type Granted } from '#authority'
import { authorityTree, type AuthorityNode } from '#govuk'
import { plainDay } from '#platform/days.ts'
import type { Html } from '#platform/html.ts'
import { operative } from '../decision.ts'
import type { viewDecision } from '../queries.ts'
import type { Answer } from '#platform/use-case.ts'
import { listWords, neverBegan } from './grants.ts'

const mostClauses = 12

/** Who decided this, who allowed them to, and whom they allowed in turn: one drawing, from the ground up to each post. */
export function whoAllowed({ decision, decidedUnder, mandates }: Answer<typeof viewDecision>): Html {
  const { ref, title, decidedAct, decidedBy, decidedOn, isKey, clauses } = decision
  const giving = clauses.flatMap(({ label, verb, words }): AuthorityNode[] => {
    if (!operative.includes(verb)) return []
    const given = mandates.filter((one) => one.clauseLabel === label && one.parentRef === null && !neverBegan(one))
    const short = words.length > 90 ? `${words.slice(0, 87).trimEnd()}…` : words
    return [
      {
        id: `who-${label ?? 'clause'}`,
        kind: 'clause',
        title: label === null ? 'A clause' : `Clause (${label})`,
        href: '#what',
        says: short,
        below: given.map((one) => granted(one, mandates)),
      },
    ]
  })
  const below = giving.filter((one) => one.below?.length).slice(0, mostClauses)
  const decided: AuthorityNode = {
    id: 'who-decision',
    kind: 'decision',
    title: `${ref}: ${title}`,
    says: `${decidedBy}, ${plainDay(Temporal.PlainDate.from(decidedOn))}`,
    below,
  }
  const act: AuthorityNode = {
    id: 'who-act',
    kind: 'act',
    title: `Used the power to ${powerWords(isKey ? 'decide-key' : 'decide')}`,
    href: actPath({ ref: decidedAct }),
    says: `Act ${decidedAct}`,
    below: [decided],
  }
  const root: AuthorityNode =
    decidedUnder === null
      ? act
      : {
          id: 'who-mandate',
          kind: 'mandate',
          title: `${decision.maker.title} may decide`,
          href: mandatePath({ ref: decidedUnder }),
          says: `Mandate ${decidedUnder}`,
          below: [act],
        }
  return authorityTree({ title: 'Who decided this, and who allowed them to', root })
}

const granted = (one: Granted, all: readonly Granted[]): AuthorityNode => ({
  id: `who-${one.ref}`,
  kind: one.parentRef === null ? 'mandate' : 'sub-mandate',
  title: one.holderTitle,
  href: mandatePath({ ref: one.ref }),
  says: `May ${listWords(one.powers.map(powerWords))}`,
  ...(one.withheld === 'ceiling and use'
    ? { value: amountWithheld }
    : one.ceiling === null
      ? {}
      : { value: ceilingWords(one.ceiling) }),
  below: all.filter(({ parentRef }) => parentRef === one.ref).map((child) => granted(child, all)),
})
