import { printedBlocks } from '#govuk'
import { heading, type Block } from '#platform/document/index.ts'
import { html, type Html } from '#platform/html.ts'
import type { Visit } from '#platform/page.ts'
import type { Answer } from '#platform/use-case.ts'
import { amendmentShown, callInsInPublic } from '../call-in/pages/shown.ts'
import { publicCorrections } from '../corrections/pages/shown.ts'
import { publicParts, type PublicPart } from '../pages/parts.ts'
import { publicPapers } from '../papers/pages/shown.ts'
import type { viewDecision } from '../queries.ts'
import { publicRetention } from '../retention/pages/shown.ts'
import { publicSecrecy } from '../secrecy/pages/shown.ts'

// The document says these in the words of councils' own records.
const saidThere: readonly PublicPart[] = [publicPapers, publicSecrecy, publicCorrections, publicRetention]

/** What the page shows of a decision beyond its record: call-ins and what came of them, notices, meeting, duties, who was consulted. */
export function sectionsOf(visit: Visit, found: Answer<typeof viewDecision>): Block[] {
  const { decision } = found
  const under = (title: string, body: Html): Block[] => {
    const blocks = printedBlocks(body, visit.origin)
    return blocks.length === 0 ? [] : [heading(2, title), ...blocks]
  }
  return [
    ...under(
      'Call-in',
      html`${callInsInPublic(decision, html``)}${decision.clauses.map((_, place) => amendmentShown(place, decision))}`,
    ),
    ...publicParts
      .filter((part) => !saidThere.includes(part))
      .flatMap((part) => part.section?.(visit, found) ?? [])
      .flatMap(({ heading: title, body }) => under(title, body)),
  ]
}
