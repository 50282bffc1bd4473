import { ceilingWords, type SchemeEntry } from '#authority'
import { html } from '#platform/html.ts'
import { draftQuestion } from '../draft-question.ts'
import { makerPath } from '../paths.ts'

/** Who decides? */
export const makerPage = draftQuestion({
  path: makerPath,
  heading: 'Who decides?',
  lead: () =>
    html`<p class="govuk-body">
      What each may decide is what the scheme of delegation says today. Whether it may decide this, for this sum, is
      checked when it is signed.
    </p>`,
  typed: ({ maker }) => ({ values: { maker: maker ?? undefined } }),
  fields: (ask, { choices: { posts, scheme } }) => {
    const may = Map.groupBy(
      scheme.filter(({ powers }) => powers.includes('decide') || powers.includes('decide-key')),
      ({ holder }) => holder,
    )
    const able = posts.filter(({ post }) => may.has(post))
    const others = posts.filter(({ post }) => !may.has(post))
    return [
      ask.radios({
        name: 'maker',
        legend: { text: 'Post or body', classes: 'govuk-visually-hidden' },
        items: [
          ...able.map(({ post, title }) => ({
            value: post,
            text: title,
            hint: (may.get(post) ?? []).map(entryWords).join(' '),
          })),
          ...(others.length > 0 && able.length > 0 ? [{ divider: 'or, where a decision gave it the power' }] : []),
          ...others.map(({ post, title }) => ({
            value: post,
            text: title,
            hint: 'May decide nothing under the scheme of delegation.',
          })),
        ],
      }),
    ]
  },
  read: ({ values }) =>
    values['maker'] ? { changes: { maker: values['maker'] } } : { errors: { maker: 'Choose who decides.' } },
  now: ({ maker }, { choices: { posts } }) =>
    posts.find(({ post }) => post === maker)?.title ?? 'Nobody is chosen yet.',
})

const entryWords = ({ entry, words, ceiling, powers }: SchemeEntry): string =>
  `${words} (entry ${entry}; ${ceiling ? ceilingWords(ceiling) : 'no limit stated'}${powers.includes('decide-key') ? '' : '; not key decisions'}).`
