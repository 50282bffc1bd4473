import { searchAndFilter, select, sortableTable } from '#govuk'
import { html } from '#platform/html.ts'
import type { Page } from '#platform/page.ts'
import { listPosts } from '../list-posts.ts'
import { mandatesPath, postPath, postsFilePath, postsPath } from '../paths.ts'
import { everybody } from '../roles.ts'
import { countWords, listFile, underList } from './listing.ts'

export const kindWords = {
  officer: 'Officer',
  member: 'Member of the executive',
  cabinet: 'Cabinet',
  committee: 'Committee',
  council: 'Council',
} as const
const head = ['post', 'title', 'kind', 'held by', 'mandates in effect']

/** Who can be given authority here, and who are they today? */
export const postsPage: Page = {
  path: postsPath.pattern,
  may: everybody,
  async get(visit) {
    const { q, kind, after, before } = visit.query
    const chosen = { q, kind }
    const outcome = await visit.ask(listPosts, { ...chosen, after, before })
    if (!outcome.ok) return { refusal: outcome.refusal }
    const { lines, count } = outcome.value
    return {
      view: {
        title: 'Posts',
        back: mandatesPath(),
        body: html`<h1 class="govuk-heading-l">Posts</h1>
          <p class="govuk-body-l">
            Authority is given to a post, not to a person. Whoever holds the post on the day uses it.
          </p>
          ${searchAndFilter({
            action: postsPath(),
            search: { name: 'q', label: 'Post or name', value: q },
            filters: select({
              name: 'kind',
              label: 'Kind of post',
              value: kind,
              items: [
                { text: 'Any', value: '' },
                ...Object.entries(kindWords).map(([value, text]) => ({ value, text })),
              ],
            }),
            clear: q || kind ? postsPath() : undefined,
            count: countWords(count, 'post', 'posts'),
            results: html`${sortableTable({
              caption: 'Posts',
              hideCaption: true,
              columns: [
                { key: 'title', text: 'Post' },
                { key: 'kind', text: 'Kind' },
                { key: 'holders', text: 'Held today by' },
                { key: 'mandates', text: 'Mandates', numeric: true },
              ],
              rows: lines.map((line) => [
                html`<a class="govuk-link" href="${postPath({ post: line.post })}">${line.title}</a>`,
                kindWords[line.kind],
                line.holders.length ? line.holders.join(', ') : html`<span class="remit-ref">Nobody</span>`,
                line.mandates,
              ]),
            })}${underList(outcome.value, { address: postsPath(), chosen, file: postsFilePath(), many: 'posts' })}`,
            none:
              count === 0
                ? html`<p class="govuk-body">
                    ${q || kind ? html`No post is like that. <a class="govuk-link" href="${postsPath()}">Look at all posts</a>.` : 'No posts yet. They come with the constitution, which an administrator adopts.'}
                  </p>`
                : undefined,
          })}`,
      },
    }
  },
}

export const postsFile: Page = {
  path: postsFilePath.pattern,
  may: everybody,
  get: (visit) =>
    listFile(visit, {
      name: 'posts',
      head,
      read: (place) => visit.ask(listPosts, { q: visit.query['q'], kind: visit.query['kind'], ...place }),
      cells: ({ post, title, kind, holders, mandates }) => [post, title, kind, holders.join('; '), mandates],
    }),
}
