import assert from 'node:assert/strict'
import { test } from 'node:test'
import { splitPosts } from './posts.ts'

const told: [run: string, posts: string[]][] = [
  [
    'the Corporate Director Adult Social Care and Health and Corporate Director Children, Young People and Education',
    ['Corporate Director Adult Social Care and Health', 'Corporate Director Children, Young People and Education'],
  ],
  ['the Service Director: Legal & Governance', ['Service Director: Legal & Governance']],
  [
    'the Director of Finance, the Cabinet Member for Adults and the Head of Legal Services',
    ['Director of Finance', 'Cabinet Member for Adults', 'Head of Legal Services'],
  ],
  ['the Interim Director of Finance and Section 151 Officer', ['Interim Director of Finance and Section 151 Officer']],
  ['the Director of Finance and the Section 151 Officer', ['Director of Finance', 'Section 151 Officer']],
  ['the Deputy Leader and Cabinet Member for Finance', ['Deputy Leader and Cabinet Member for Finance']],
  ['the Director of Care (or their delegate)', ['Director of Care']],
  ['relevant officers', ['relevant officers']],
  [
    'the Director of Infrastructure or the Corporate Director of Growth, Environment and Transport',
    ['Director of Infrastructure', 'Corporate Director of Growth, Environment and Transport'],
  ],
]

for (const [run, posts] of told) {
  test(`“${run}” is ${posts.length === 1 ? 'one post' : `${posts.length} posts`}`, () =>
    assert.deepEqual(splitPosts(run), posts))
}
