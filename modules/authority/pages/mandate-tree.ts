import { authorityTree, type AuthorityNode } from '#govuk'
import { shortDay } from '#platform/days.ts'
import type { Html } from '#platform/html.ts'
import { threadPath } from '#platform/thread.ts'
import type { z } from 'zod'
import { sourceWords } from '../mandate.ts'
import { actPath, mandatePath } from '../paths.ts'
import type { readMandate } from '../read-mandate.ts'
import type { ActLine, MandateLine } from '../shapes.ts'
import { entryRef } from '../trace.ts'
import { valueWords } from './act-table.ts'
import { barAmounts, spanWords, stateWords } from './mandate-table.ts'

export type Answer = z.output<NonNullable<typeof readMandate.output>>

const acts = 6

/** Where a mandate's authority came from and where it went. Of its acts only the newest are drawn; the table has them all. */
export function mandateTree(answer: Answer, newest: readonly ActLine[]): Html {
  const { mandate, parents, children } = answer
  const own: AuthorityNode = {
    ...mandateNode(mandate),
    title: `${mandate.ref}: ${mandate.holderTitle}`,
    href: undefined,
    below: [...children.slice(0, acts).map((child) => mandateNode(child)), ...newest.slice(0, acts).map(actNode)],
  }
  const chain = parents.reduceRight<AuthorityNode>((below, parent) => ({ ...mandateNode(parent), below: [below] }), own)
  return authorityTree({
    title: 'Where this authority came from, and where it went',
    hideTitle: true,
    root: ground(answer, chain),
  })
}

/** What stands above everything: the decision, or the entry in the scheme of delegation. */
function ground({ mandate, parents, constitutionVersion }: Answer, below: AuthorityNode): AuthorityNode {
  const top = parents[0] ?? mandate
  if (top.decisionRef) {
    const clause: AuthorityNode = {
      id: 'clause',
      kind: 'clause',
      title: `Clause ${top.clauseLabel ? `(${top.clauseLabel})` : 'of the decision'}`,
      below: [below],
    }
    return {
      id: 'decision',
      kind: 'decision',
      title: top.decisionRef,
      href: threadPath({ ref: top.decisionRef }),
      below: [clause],
    }
  }
  const href =
    constitutionVersion !== null && top.schemeEntry !== null
      ? threadPath({ ref: entryRef(constitutionVersion, top.schemeEntry) })
      : undefined
  return { id: 'scheme', kind: 'clause', title: `Scheme of delegation, entry ${top.schemeEntry}`, href, below: [below] }
}

const mandateNode = (line: MandateLine): AuthorityNode => ({
  id: `tree-${line.ref}`,
  kind: line.source === 'sub-delegation' ? 'sub-mandate' : 'mandate',
  title: `${line.ref}: ${line.holderTitle}`,
  href: mandatePath({ ref: line.ref }),
  says: `${line.scopeTitle}, ${spanWords(line)}`,
  value: line.ceilingWords,
  status: stateWords(line.state),
  ceiling: barAmounts(line),
})

const actNode = (line: ActLine): AuthorityNode => ({
  id: `tree-${line.ref}`,
  kind: 'act',
  title: line.what,
  href: actPath({ ref: line.ref }),
  says: `${line.ref}, ${shortDay(line.day)}`,
  value: valueWords(line),
  ...(line.undoneBy === null ? {} : { status: { text: 'Undone', tone: 'ended' as const } }),
})

/** Where a mandate comes from, in words that lead there. */
export const groundOf = ({ mandate, parents, constitutionVersion }: Answer): { text: string; href: string | null } => {
  const parent = parents.at(-1)
  if (parent)
    return {
      text: `passed on from ${parent.ref}, held by the ${parent.holderTitle}`,
      href: mandatePath({ ref: parent.ref }),
    }
  if (mandate.decisionRef) return { text: sourceWords(mandate), href: threadPath({ ref: mandate.decisionRef }) }
  return {
    text: mandate.comesFrom,
    href:
      constitutionVersion === null || mandate.schemeEntry === null
        ? null
        : threadPath({ ref: entryRef(constitutionVersion, mandate.schemeEntry) }),
  }
}
