import { z } from 'zod'
import { done, query } from '#platform/use-case.ts'
import { yearsOfActs } from './lists-store.ts'
import { everybody, staff } from './roles.ts'
import { posts, postsHeldBy, subjects } from './store.ts'

/** What the forms offer to choose from: the council's posts and subjects, and the years in which anything was done. */
export const listChoices = query({
  name: 'authority.list-choices',
  title: 'List what can be chosen',
  may: everybody,
  input: z.object({}),
  output: z.object({
    posts: z.array(z.object({ post: z.string(), title: z.string() })),
    subjects: z.array(z.object({ subject: z.string(), title: z.string() })),
    years: z.array(z.int()).meta({ description: 'Financial years, by the calendar year in which each starts' }),
  }),
  async run({ tx, council }) {
    return done({
      posts: (await posts(tx, council)).map(({ post, title }) => ({ post, title })),
      subjects: await subjects(tx, council),
      years: await yearsOfActs(tx, council),
    })
  },
})

/** The posts that whoever asks holds today. */
export const listOwnPosts = query({
  name: 'authority.list-own-posts',
  title: 'List the posts that I hold',
  may: staff,
  input: z.object({}),
  output: z.object({ posts: z.array(z.object({ post: z.string(), title: z.string() })) }),
  async run({ tx, actor, today }) {
    const held = actor.account === null ? [] : await postsHeldBy(tx, actor.council, actor.account, today)
    return done({ posts: held.map(({ post, title }) => ({ post, title })) })
  },
})
