import { html, isPresent, type Content, type Html } from '#platform/html.ts'
import { statusTag, type Tone } from '../patterns/status-tag.ts'
import { figure } from './figure.ts'

export type LayeredNode = {
  kind: string
  title: string
  href?: string | undefined
  says?: Content | undefined
  value?: string | undefined
  status?: { text: string; tone?: Tone | undefined } | undefined
  /** How it came out of the layer above: "Granted by clause (c) of D-2025-0004". */
  act?: { text: string; href?: string | undefined } | undefined
}

export type Layer = { title: string; nodes: readonly LayeredNode[] }

/**
 * Records in layers, each brought about by one above it: from need at the top to pounds at the bottom. Every box names the act
 * that made it, so that the drawing reads the same as a list, on a phone and on paper.
 */
export const layeredThread = (options: {
  title: string
  hideTitle?: boolean | undefined
  layers: readonly Layer[]
}): Html => {
  const layers = options.layers.filter(({ nodes }) => nodes.length > 0)
  return figure({
    title: options.title,
    hideTitle: options.hideTitle,
    drawing: html`<ol class="remit-layers" aria-label="${options.title}">${layers.map(
      ({ title, nodes }, at) =>
        html`<li>${
          at > 0 && html`<div class="remit-layer__arrow"><span class="remit-arrow" aria-hidden="true"></span></div>`
        }<span class="remit-layer__title">${title}</span><ul class="remit-layer__nodes">${nodes.map(box)}</ul></li>`,
    )}</ol>`,
    table: {
      head: ['Layer', 'Record', 'Amount', 'Made by'],
      rows: layers.flatMap(({ title, nodes }) =>
        nodes.map((node) => [title, `${node.kind}: ${node.title}`, node.value ?? '', node.act?.text ?? '']),
      ),
    },
  })
}

const box = ({ kind, title, href, says, value, status, act }: LayeredNode): Html =>
  html`<li class="remit-layer__node"><div class="remit-box remit-box--record"><span class="remit-box__kind">${kind}</span><span
    class="remit-box__title">${href ? html`<a class="govuk-link" href="${href}">${title}</a>` : title}</span>${
      isPresent(says) && html`<span class="remit-box__says">${says}</span>`
    }${isPresent(value) && html`<span class="remit-box__value remit-figure">${value}</span>`}${
      act
      && html`<span class="remit-box__says remit-layer__act">↑ ${
        act.href ? html`<a class="govuk-link" href="${act.href}">${act.text}</a>` : act.text
      }</span>`
    }${status && html`<span class="remit-box__status">${statusTag(status.text, status.tone)}</span>`}</div></li>`
