import { staff } from '#authority'
import { layeredThread } from '#govuk'
import { plainDay } from '#platform/days.ts'
import { html, type Html } from '#platform/html.ts'
import type { Page } from '#platform/page.ts'
import { threadPath } from '#platform/thread.ts'
import { anyone } from '#platform/use-case.ts'
import { viewCommissionThread, viewWholeThread } from '../view-thread.ts'
import type { ThreadLayer } from '../thread-of.ts'
import { commissionPath, commissionThreadPath, wholePath, wholeThreadPath } from './paths.ts'

/** How did it go from need to pounds? For everybody, as far as it is published. */
export const threadPage: Page = {
  path: commissionThreadPath.pattern,
  may: [anyone],
  remembered: true,
  get: async (visit) => {
    const outcome = await visit.ask(viewCommissionThread, { ref: visit.params['ref'] })
    if (!outcome.ok) return { refusal: outcome.refusal }
    const { ref, title, layers } = outcome.value
    return {
      view: {
        title: `From need to pounds: ${title}`,
        back: commissionPath({ ref }),
        wide: true,
        body: body(ref, title, layers, 'Only what is published is shown.'),
      },
    }
  },
}

/** The same for people at the desk, whole. */
export const wholeThreadPage: Page = {
  path: wholeThreadPath.pattern,
  may: staff,
  get: async (visit) => {
    const outcome = await visit.ask(viewWholeThread, { ref: visit.params['ref'] })
    if (!outcome.ok) return { refusal: outcome.refusal }
    const { ref, title, layers } = outcome.value
    return {
      view: {
        title: `From need to pounds: ${title}`,
        back: wholePath({ ref }),
        wide: true,
        body: body(ref, title, layers, 'What is not published is marked; the public does not see it.'),
      },
    }
  },
}

const body = (ref: string, title: string, layers: readonly ThreadLayer[], note: string): Html =>
  html`<span class="govuk-caption-l">${ref}</span>
    <h1 class="govuk-heading-l">From need to pounds: ${title}</h1>
    <p class="govuk-body">
      Each box is a record; the line with the arrow in it says which act brought it about. ${note}
    </p>
    ${layeredThread({
      title: `${title}, from need to pounds`,
      hideTitle: true,
      layers: layers.map((layer) => ({
        title: layer.title,
        nodes: layer.boxes.map((box) => ({
          kind: box.kind,
          title: box.title,
          says: box.says,
          ...(box.href !== null && { href: box.href }),
          ...(box.value !== null && { value: box.value }),
          ...(box.act && {
            act: { text: box.act.text, ...(box.act.ref !== null && { href: threadPath({ ref: box.act.ref }) }) },
          }),
          ...(box.isPublic
            ? box.day && layer.layer !== 'pounds'
              ? { status: { text: plainDay(box.day), tone: 'information' as const } }
              : {}
            : { status: { text: 'Not published', tone: 'ended' as const } }),
        })),
      })),
    })}`
