import { randomUUID } from 'node:crypto'
import { row, rows, sql } from '#platform/database.ts'
import { canonicalJson, toJson } from '#platform/json.ts'
import { done, refused, useCase, type Work } from '#platform/use-case.ts'
import { constitutionInput, type Constitution } from './constitution.ts'
import { endTree } from './ends/end-tree.ts'
import { sealedMandate } from './grant.ts'
import { administrator } from './roles.ts'
import { insertMandate, nextRef, type NewMandate } from './store.ts'

/**
 * Adopts a constitution, or its next version. Posts, holdings and settings are dated, so an earlier day is still judged by what
 * was in force then. A scheme entry that says the same as before keeps its mandate and its use; one that changed or went ends on
 * the day the new version comes into force, and its successor starts there.
 */
export const adoptConstitution = useCase({
  name: 'authority.adopt-constitution',
  title: 'Adopt a constitution',
  may: [administrator],
  input: constitutionInput,
  async run(work, given) {
    const { tx, council } = work
    const before = await row<{ version: number; from: Temporal.PlainDate }>(
      tx,
      sql`select version, in_force_from as "from" from authority.constitution
      where council = ${council} order by version desc limit 1`,
    )
    if (before && Temporal.PlainDate.compare(given.inForceFrom, before.from) <= 0) {
      return refused(
        'A new version comes into force after the one before.',
        `Version ${before.version} is in force from ${before.from.toString()}.`,
        'Give a later day.',
      )
    }
    const version = (before?.version ?? 0) + 1
    await sql`insert into authority.constitution (council, version, in_force_from, adopted_at, document)
      values (${council}, ${version}, ${given.inForceFrom}, ${work.now}, ${toJson(given)}::jsonb)`.execute(tx)
    work.seal('constitution', String(version), given)

    await adoptPosts(work, given)
    const strangers = await adoptHolders(work, given)
    if (strangers.length)
      return refused(
        'Some holders are not known here.',
        strangers.map((email) => `Nobody signs in as ${email}.`),
        'Add these people first, or leave them out.',
      )
    for (const { subject, title } of given.subjects) {
      await sql`insert into authority.subject (council, subject, title) values (${council}, ${subject}, ${title})
        on conflict (council, subject) do update set title = excluded.title`.execute(tx)
    }
    for (const { key, from, value, source } of given.settings) {
      await sql`insert into authority.setting (council, key, from_day, value, source)
        values (${council}, ${key}, ${from}, ${toJson(value)}::jsonb, ${source})
        on conflict do nothing`.execute(tx)
    }
    await adoptScheme(work, given, version)
    work.about(`constitution ${version}`)
    work.announce('authority.constitution-adopted', { version })
    return done({ version })
  },
})

async function adoptPosts({ tx, council }: Work, { posts }: Constitution) {
  for (const { post, title, kind, from, until, agreementOf = null } of posts) {
    await sql`insert into authority.post (council, post, title, kind, from_day, until_day, agreement_of)
      values (${council}, ${post}, ${title}, ${kind}, ${from}, ${until}, ${agreementOf})
      on conflict (council, post) do update set title = excluded.title, until_day = excluded.until_day,
        agreement_of = excluded.agreement_of`.execute(tx)
  }
}

async function adoptHolders({ tx, council }: Work, { holders }: Constitution): Promise<string[]> {
  const strangers: string[] = []
  for (const { post, email, from, until, acting = false } of holders) {
    const written = await row(
      tx,
      sql`insert into authority.holding (council, post, account, name, from_day, until_day, acting)
      select ${council}, ${post}, account, name, ${from}::date, ${until}::date, ${acting}::boolean from platform.account
        where council = ${council} and lower(email) = lower(${email})
      on conflict (council, post, account, from_day) do update set until_day = excluded.until_day returning post`,
    )
    if (!written) strangers.push(email)
  }
  return strangers
}

async function adoptScheme(work: Work, { scheme, inForceFrom }: Constitution, version: number) {
  const { tx, council } = work
  const standing = await rows<{ mandate: string; ref: string; entry: string; said: string }>(
    tx,
    sql`
    select m.mandate, m.ref, m.scheme_entry as entry, s.said from authority.mandate m
    join lateral (select e.value::text as said
      from authority.constitution c, jsonb_array_elements(c.document -> 'scheme') e
      where c.council = m.council and c.version = m.constitution_version
        and e.value ->> 'entry' = m.scheme_entry) s on true
    where m.council = ${council} and m.source = 'scheme' and m.until_day is null`,
  )
  const kept = new Set<string>()
  for (const old of standing) {
    const now = scheme.find(({ entry }) => entry === old.entry)
    if (now && canonicalJson(JSON.parse(old.said)) === canonicalJson(now)) kept.add(old.entry)
    else
      await endTree(
        tx,
        council,
        old.mandate,
        inForceFrom,
        now
          ? `entry ${old.entry} changed with version ${version} of the constitution`
          : `entry ${old.entry} left the scheme with version ${version}`,
      )
  }
  for (const { entry, post, ...grant } of scheme) {
    if (kept.has(entry)) continue
    const mandate: NewMandate = {
      ...grant,
      mandate: randomUUID(),
      ref: await nextRef(tx, council, 'M', inForceFrom),
      source: 'scheme',
      holder: post,
      parent: null,
      clause: null,
      decisionRef: null,
      clauseLabel: null,
      schemeEntry: entry,
      constitutionVersion: version,
      from: inForceFrom,
      until: null,
      lapsesOn: null,
    }
    await insertMandate(tx, council, mandate, work.now)
    work.seal('mandate', mandate.ref, sealedMandate(mandate))
  }
}
