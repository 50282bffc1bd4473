import type { Database } from '#platform/database.ts'

/**
 * Fills Larkshire's register up to `size` published decisions, each with three clauses, reasons of some length and one mandate
 * with a ceiling. Written as SQL over a series, because a hundred thousand use cases would take an hour.
 */
export async function seedRegister(database: Database, size: number): Promise<void> {
  await database.asOwner(async (connection) => {
    const { rows } = await connection.query(
      `select coalesce((select entries from decisions.register_size where council = 'larkshire'), 0) as n`,
      [],
    )
    const have = Number((rows[0] as { n: bigint }).n)
    if (have >= size) return
    await connection.query(
      `
      insert into decisions.register (council, decision, ref, title, maker, maker_title, maker_kind, is_key, subject, decided_on, published_on, effective_on, document, search)
      select 'larkshire', gen_random_uuid(), ref, title, 'cabinet', 'Cabinet', 'cabinet', n % 3 = 0, subject, day, day + 1, day + 9,
        jsonb_build_object('ref', ref, 'title', title, 'identifiers', jsonb_build_array('CAB/' || n), 'maker', jsonb_build_object('post', 'cabinet', 'title', 'Cabinet', 'kind', 'cabinet'),
          'decidedBy', 'Cabinet', 'decidedAct', 'A-2022-0001', 'subject', subject, 'isKey', n % 3 = 0, 'keyReasoning', null, 'value', jsonb_build_object('kind', 'stated', 'pence', (n * 1000)::text),
          'purpose', 'To carry on with decision ' || n, 'reasons', repeat('The need for this support has grown and the present contract ends. ', 8), 'alternatives', 'No alternatives were considered.',
          'conflicts', 'No conflicts declared.', 'dispensations', 'No dispensations were given.', 'author', 'Priya Larkin', 'wards', 'All wards',
          'decidedOn', day::text, 'publishedOn', (day + 1)::text, 'effectiveOn', (day + 9)::text,
          'callIn', jsonb_build_object('rule', '{"lengthDays":5,"unit":"clear-working","start":"publication","countStartDay":false,"effective":"day-after"}'::jsonb, 'source', 'Part 4', 'lastDay', (day + 8)::text),
          'supersedes', null, 'supersededBy', null,
          'clauses', jsonb_build_array(
            jsonb_build_object('label', 'a', 'verb', 'approve', 'words', 'That the commissioning of support be approved.', 'calledIn', false, 'mandates', '[]'::jsonb),
            jsonb_build_object('label', 'b', 'verb', 'delegate', 'words', 'That authority be delegated to the Director of Adult Social Care to enter into contracts.', 'calledIn', false, 'mandates', jsonb_build_array('M-bench-' || n)),
            jsonb_build_object('label', 'c', 'verb', 'note', 'words', 'That the timetable be noted.', 'calledIn', false, 'mandates', '[]'::jsonb)),
          'callIns', '[]'::jsonb),
        setweight(to_tsvector('english', title), 'A')
      from (select n, 'D-bench-' || lpad(n::text, 6, '0') as ref,
          (array['Care at home', 'Short breaks', 'Respite', 'Extra care', 'Advocacy'])[1 + n % 5] || ' decision ' || n as title,
          (array['adults/care-at-home', 'children/short-breaks', 'adults', 'adults/everyday-life', 'children'])[1 + n % 5] as subject,
          date '2013-01-07' + (n % 3400) as day
        from generate_series($1::int, $2::int) n) s`,
      [have + 1, size],
    )
    await connection.query(
      `
      insert into authority.mandate (council, mandate, ref, source, holder, powers, scope, words, clause, decision_ref, clause_label, from_day, may_delegate, granted_at)
      select 'larkshire', md5('mandate' || n)::uuid, 'M-bench-' || n, 'clause', 'director-adults', '{contract}', 'adults', 'That authority be delegated', md5('clause' || n)::uuid,
        'D-bench-' || lpad(n::text, 6, '0'), 'b', date '2013-01-16' + (n % 3400), false, now()
      from generate_series($1::int, $2::int) n`,
      [have + 1, size],
    )
    // The foreign key of each ceiling is looked up: without statistics the server reads the whole table for every one.
    await connection.script('analyze authority.mandate')
    await connection.query(
      `
      insert into authority.ceiling (council, mandate, from_day, basis, pence)
      select 'larkshire', md5('mandate' || n)::uuid, date '2013-01-16' + (n % 3400), 'whole-life', 50000000 from generate_series($1::int, $2::int) n`,
      [have + 1, size],
    )
    await connection.query(
      `insert into decisions.register_size (council, entries) values ('larkshire', $1) on conflict (council) do update set entries = excluded.entries`,
      [size],
    )
    for (const table of ['decisions.register', 'authority.mandate', 'authority.ceiling'])
      await connection.script(`vacuum analyze ${table}`)
  })
}
