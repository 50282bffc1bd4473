import { z } from 'zod'
import { staff } from '#authority'
import { done, query } from '#platform/use-case.ts'
import { allDue } from '../store.ts'
import { titlesOfPosts } from '../titles-of-posts.ts'

/** What is due or overdue in all commissions, the longest overdue first. */
export const viewDue = query({
  name: 'commissions.view-due',
  title: 'See what is due under any commission',
  may: staff,
  input: z.object({}),
  async run(work) {
    const titles = await titlesOfPosts(work)
    const due = await allDue(work.tx, work.actor.council, work.today, 200)
    return done({ due: due.map((one) => ({ ...one, ownerTitle: titles.get(one.owner) ?? one.owner })) })
  },
})
