import { z } from 'zod'
import { longDay } from '#platform/days.ts'
import { row, rows, sql } from '#platform/database.ts'
import { isoDay, optionalDay, text, yesNo } from '#platform/input.ts'
import { done, invalid, missing, query, refused, useCase } from '#platform/use-case.ts'
import { administrator } from '../roles.ts'
import { findPost } from '../store.ts'

/** Appoints somebody to a post from a day on, for good or for the time being. Until then nothing changes. */
export const appoint = useCase({
  name: 'authority.appoint',
  title: 'Appoint somebody to a post',
  may: [administrator],
  input: z.object({
    post: text(81),
    email: z.email('Choose who is appointed.'),
    from: isoDay,
    until: optionalDay.default(null),
    acting: yesNo.default(false),
  }),
  async run(work, { post: asked, email, from, until, acting }) {
    const { tx, council } = work
    work.about(asked)
    const post = await findPost(tx, council, asked)
    if (!post) return missing(`The council has no post called ${asked}.`)
    if (until && Temporal.PlainDate.compare(until, from) <= 0)
      return invalid({ until: 'The last day comes before the first.' })
    if (Temporal.PlainDate.compare(from, post.from) < 0)
      return invalid({ from: `The post of ${post.title} is there from ${longDay(post.from)}.` })
    if (post.until && Temporal.PlainDate.compare(from, post.until) >= 0)
      return invalid({ from: `The post of ${post.title} ended on ${longDay(post.until.subtract({ days: 1 }))}.` })
    const person = await row<{ account: string; name: string }>(
      tx,
      sql`select account, name from platform.account
      where council = ${council} and active and lower(email) = lower(${email})`,
    )
    if (!person) return invalid({ email: `Nobody signs in as ${email}.` })
    const standing = await row<{ from: Temporal.PlainDate }>(
      tx,
      sql`select from_day as "from" from authority.holding
      where council = ${council} and post = ${asked} and account = ${person.account}
        and (until_day is null or until_day > ${from}) and (${until}::date is null or from_day < ${until}::date)
          limit 1`,
    )
    if (standing)
      return refused(
        `${person.name} holds the post of ${post.title} already.`,
        `Since ${longDay(standing.from)}.`,
        'End that first, or choose another day.',
      )
    await sql`insert into authority.holding (council, post, account, name, from_day, until_day, acting)
      values (${council}, ${asked}, ${person.account}, ${person.name}, ${from}, ${until}, ${acting})`.execute(tx)
    work.announce('authority.appointed', { post: asked, account: person.account, from: from.toString(), acting })
    return done({ post: asked, name: person.name })
  },
})

/** Ends somebody's holding of a post: from this day on they no longer have it. */
export const leavePost = useCase({
  name: 'authority.leave-post',
  title: 'End somebody’s holding of a post',
  may: [administrator],
  input: z.object({ post: text(81), name: text(200), from: isoDay, on: isoDay }),
  async run(work, { post: asked, name, from, on }) {
    const { tx, council } = work
    work.about(asked)
    const post = await findPost(tx, council, asked)
    if (!post) return missing(`The council has no post called ${asked}.`)
    const held = await row<{ account: string; until: Temporal.PlainDate | null }>(
      tx,
      sql`select account, until_day as until from authority.holding
      where council = ${council} and post = ${asked} and name = ${name} and from_day = ${from} for update`,
    )
    if (!held) return missing(`${name} does not hold the post of ${post.title} from ${longDay(from)}.`)
    if (held.until && Temporal.PlainDate.compare(held.until, on) <= 0)
      return refused(
        `${name} left the post of ${post.title} before that.`,
        `Their last day was ${longDay(held.until.subtract({ days: 1 }))}.`,
      )
    if (Temporal.PlainDate.compare(on, from) <= 0)
      return invalid({
        on: `They hold it from ${longDay(from)}: the first day on which they no longer do comes after that.`,
      })
    // What was done is not left without somebody who did it.
    const orphan = await row<{ ref: string; day: Temporal.PlainDate }>(
      tx,
      sql`select a.ref, a.day from authority.act a
      where a.council = ${council} and a.post = ${asked} and a.day >= ${on}::date
        and not exists (select from authority.holding h
        where h.council = a.council and h.post = a.post and h.from_day <= a.day
          and (h.until_day is null or h.until_day > a.day)
          and not (h.account = ${held.account} and h.from_day = ${from}::date))
      order by a.day desc limit 1`,
    )
    if (orphan)
      return refused(
        `${name} cannot have left the post of ${post.title} by ${longDay(on)}.`,
        `${orphan.ref} was done on ${longDay(orphan.day)} and nobody else held the post.`,
        'Appoint whoever held it then first, or choose a later day.',
      )
    await sql`update authority.holding set until_day = ${on} where council = ${council} and post = ${asked}
      and account = ${held.account} and from_day = ${from}`.execute(tx)
    work.announce('authority.left-post', { post: asked, account: held.account, on: on.toString() })
    return done({ post: asked, name })
  },
})

/** Everybody who can sign in, for whoever appoints. */
export const listPeople = query({
  name: 'authority.list-people',
  title: 'List the people who sign in',
  may: [administrator],
  input: z.object({}),
  output: z.object({ people: z.array(z.object({ name: z.string(), email: z.string() })) }),
  run: async ({ tx, council }) =>
    done({
      people: await rows<{ name: string; email: string }>(
        tx,
        sql`select name, email from platform.account where council = ${council} and active order by name, email
          limit 5000`,
      ),
    }),
})
