import { definitionList, insetText, statusTag, threadDrawing, type ThreadStep } from '#govuk'
import { longDay, plainDay } from '#platform/days.ts'
import { html, type Html } from '#platform/html.ts'
import type { Page } from '#platform/page.ts'
import { threadPath, type Thread, type ThreadNode } from '#platform/thread.ts'
import { anyone } from '#platform/use-case.ts'
import type { traceRecord } from '../trace-record.ts'

/** Who allowed this? The chain behind any record, drawn and as a list. */
export const threadPage = (traced: ReturnType<typeof traceRecord>): Page => ({
  path: threadPath.pattern,
  may: [anyone],
  async get(visit) {
    const outcome = await visit.ask(traced, { ref: visit.params['ref'] })
    if (!outcome.ok) return { refusal: outcome.refusal }
    const thread = outcome.value
    const asked = thread.nodes.at(-1)
    return { view: { title: `Who allowed ${thread.ref}?`, ...(asked ? { back: asked.href } : {}), body: body(thread) } }
  },
})

function body({ ref, nodes, unknown, cut }: Thread): Html {
  const root = nodes[0]
  const asked = nodes.at(-1)
  return html`<span class="govuk-caption-l">Thread</span>
    <h1 class="govuk-heading-l">Who allowed ${ref}?</h1>
    ${
      root
      && asked
      && html`<p class="govuk-body-l">
        ${
          nodes.length === 1
            ? `${asked.kind} ${ref} stands on its own: nothing above it is recorded.`
            : `${asked.kind} ${ref} goes back to “${root.title}”, in ${nodes.length - 1} ${nodes.length === 2 ? 'step' : 'steps'}.`
        }
      </p>`
    }
    ${threadDrawing({ title: `From the first ground to ${ref}`, steps: nodes.map((node, at) => step(node, nodes[at - 1], ref)) })}
    ${unknown.length > 0 && insetText({ text: html`Not published, or not known here: ${unknown.join(', ')}. The thread ends there.` })}
    ${cut && insetText({ text: 'This thread is longer than is followed here. Open one of the records above to go on from it.' })}
    <h2 class="govuk-heading-m">Record by record</h2>
    ${definitionList(nodes.map(entry))}`
}

function step(node: ThreadNode, before: ThreadNode | undefined, asked: string): ThreadStep {
  const grounds = node.from.filter(({ ref }) => ref === before?.ref)
  const shown = grounds.length ? grounds : node.from
  return {
    kind: node.kind,
    title: `${node.ref}: ${node.title}`,
    href: node.href,
    here: node.ref === asked,
    says: html`${node.says === node.title ? '' : node.says}${node.people.map(({ name, did }) => html`<br />${name} ${did}`)}`,
    ...(node.day ? { status: { text: plainDay(node.day), tone: 'information' as const } } : {}),
    ...(shown.length ? { act: { text: shown.map(({ says }) => says).join('; ') } } : {}),
  }
}

function entry(node: ThreadNode) {
  return {
    term: html`<a class="govuk-link" href="${node.href}">${node.ref}</a> ${statusTag(node.kind)}`,
    means: [
      node.title,
      ...(node.day ? [longDay(node.day)] : []),
      ...(node.says === node.title ? [] : [node.says]),
      ...node.people.map(({ name, did }) => `${name} ${did}`),
      ...node.from.map(
        ({ ref, says }) => html`${says}: <a class="govuk-link" href="${threadPath({ ref })}">${ref}</a>`,
      ),
    ],
  }
}
