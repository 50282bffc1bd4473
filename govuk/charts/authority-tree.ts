import { classes, html, isPresent, type Html } from '#platform/html.ts'
import { statusTag, type Tone } from '../patterns/status-tag.ts'
import { ceilingBar, type CeilingAmounts } from './ceiling-bar.ts'
import { figure } from './figure.ts'

export type AuthorityKind = 'decision' | 'clause' | 'mandate' | 'sub-mandate' | 'act'

export type AuthorityNode = {
  /** One of its kind on the page where it has a bar. */
  id: string
  kind: AuthorityKind
  /** Its name: a reference, a clause's letter, a post, what was done. */
  title: string
  href?: string | undefined
  /** A line or two more. */
  says?: string | undefined
  /** Money or a day, in words. */
  value?: string | undefined
  status?: { text: string; tone?: Tone | undefined } | undefined
  /** Draws how much of a mandate's ceiling is left. */
  ceiling?: CeilingAmounts | undefined
  below?: readonly AuthorityNode[] | undefined
}

const kinds: Record<AuthorityKind, string> = {
  decision: 'Decision',
  clause: 'Clause',
  mandate: 'Mandate',
  'sub-mandate': 'Sub-delegation',
  act: 'Act',
}

/** More than this many ends side by side are put one under the other, or the boxes would be too thin to read. */
const mostAcross = 4

/**
 * Where authority comes from and where it went: decision, clause, mandate, sub-delegation, act, each a box that leads
 * to its record. It is a nested list drawn as a tree: boxes side by side with arrows from above where there is room,
 * one under the other where there is not. Being a list of links, it needs no alternative for a screen reader.
 */
export const authorityTree = (options: { title: string; hideTitle?: boolean | undefined; root: AuthorityNode }): Html =>
  figure({
    title: options.title,
    hideTitle: options.hideTitle,
    drawing: html`<ul class="remit-tree__list remit-tree__list--root" aria-label="${options.title}">${branch(
      options.root,
    )}</ul>`,
    table: { head: ['What', 'Under', 'Amount', 'State'], rows: rowsOf(options.root, '') },
  })

function branch(node: AuthorityNode): Html {
  const below = node.below ?? []
  const down = below.length > 1 && ends(node) > mostAcross
  const own = classes(
    'remit-tree__branch',
    [2, 3].includes(ends(node)) && `remit-tree__branch--ends-${ends(node)}`,
    down && 'remit-tree__branch--down',
  )
  return html`<li class="${own}">${box(node)}${
    below.length > 0
    && html`<ul class="${classes(
      'remit-tree__list',
      !down && `remit-tree__list--${below.length === 1 ? 'on' : 'across'}`,
    )}">${below.map(branch)}</ul>`
  }</li>`
}

const box = (node: AuthorityNode): Html => html`<div class="${classes(
  'remit-box',
  `remit-box--${node.kind}`,
  node.status?.tone === 'bad' && 'remit-box--bad',
)}"><span
  class="remit-box__kind">${kinds[node.kind]}</span><span class="remit-box__title">${
    node.href ? html`<a class="govuk-link" href="${node.href}">${node.title}</a>` : node.title
  }</span>${isPresent(node.says) && html`<span class="remit-box__says">${node.says}</span>`}${
    isPresent(node.value) && html`<span class="remit-box__value remit-figure">${node.value}</span>`
  }${
    node.ceiling
    && html`<span class="remit-box__bar">${ceilingBar({
      ...node.ceiling,
      id: `${node.id}-ceiling`,
      title: `Ceiling of ${node.title}`,
      compact: true,
    })}</span>`
  }${
    node.status && html`<span class="remit-box__status">${statusTag(node.status.text, node.status.tone)}</span>`
  }</div>`

const ends = (node: AuthorityNode): number =>
  node.below?.length ? node.below.reduce((sum, each) => sum + ends(each), 0) : 1

function rowsOf(node: AuthorityNode, under: string): string[][] {
  const own = [`${kinds[node.kind]}: ${node.title}`, under, node.value ?? '', node.status?.text ?? '']
  return [own, ...(node.below ?? []).flatMap((each) => rowsOf(each, node.title))]
}
