import type { Database } from '#platform/database.ts'

/**
 * Fills a consultation up to `size` responses: of a hundred, five excluded for one of four reasons, a few late, ten in the words of
 * a campaign, half coded and analysed, the rest waiting; of three two permit that their words are published, and one in ten of those analysed has been
 * read for that, most by two people. Written as SQL over a series, because a hundred thousand use cases would
 * take an hour; they are not sealed.
 */
export async function seedResponses(
  database: Database,
  ref: string,
  size: number,
  codes: readonly string[],
): Promise<void> {
  await database.asOwner(async (connection) => {
    const { rows } = await connection.query(
      `select c.consultation, count(r.response)::int as n from consultations.consultation c left join consultations.response r using (council, consultation)
      where c.council = 'larkshire' and c.ref = $1 group by 1`,
      [ref],
    )
    const { consultation, n: have } = rows[0] as { consultation: string; n: number }
    if (have >= size) return
    const series = [consultation, have + 1, size]
    await connection.query(
      `insert into consultations.response (council, response, consultation, receipt, channel, received_at, received_on, late, questionnaire, wording, answers, client_key, content_hash, text_hash)
      select 'larkshire', md5($1::text || 'response' || n)::uuid, $1::uuid, 'R-' || left($1::text, 4) || '-' || n, (array['online', 'online', 'online', 'telephone', 'letter'])[1 + n % 5], at, at::date, late, 1, 'en',
        jsonb_build_object('q1', 'a' || 1 + n % 2, 'q2', jsonb_build_array('a' || 1 + n % 3), 'q10', words) || case when n % 3 = 0 then '{}' else '{"publish-my-words": "yes"}'::jsonb end, gen_random_uuid(),
        sha256(convert_to('content' || n, 'UTF8')), sha256(convert_to(words, 'UTF8'))
      from (select n, late, now() - interval '49 days' + case when late then interval '45 days' else n * interval '20 seconds' end as at,
          case when n % 10 = 0 then 'We, who sign this letter, ask for the same carer every day.' else 'Response ' || n || ': time to stay for a cup of tea, and the same carer every day.' end as words
        from (select n, n % 250 = 0 or n <= 1000 and n % 15 = 0 as late from generate_series($2::int, $3::int) n) n) s`,
      series,
    )
    await connection.query(
      `insert into consultations.handling (council, response, n, what, because, at, by_name)
      select 'larkshire', md5($1::text || 'response' || n)::uuid, 1, case when n % 20 = 0 then 'excluded' else 'analysed' end,
        case when n % 20 = 0 then 'Reason ' || 1 + n % 4 end, now(), 'Priya Larkin'
      from generate_series($2::int, $3::int) n where n % 2 = 0`,
      series,
    )
    await connection.query(
      `insert into consultations.coded (council, response, question, consultation, codes, first_coder, state)
      select 'larkshire', md5($1::text || 'response' || n)::uuid, 'q10', $1::uuid, array[($4::uuid[])[1 + n % cardinality($4::uuid[])]], md5('coder' || n % 2)::uuid,
        case n % 50 when 2 then 'second' when 4 then 'differs' when 6 then 'agreed' else 'first' end
      from generate_series($2::int, $3::int) n where n % 2 = 0 and n % 20 <> 0`,
      [...series, codes],
    )
    await connection.query(
      `insert into consultations.coding_tally (council, consultation, kind, key, amount)
      select 'larkshire', $1::uuid, 'state', state, count(*) from consultations.coded where council = 'larkshire' and consultation = $1 group by state
      union all select 'larkshire', $1::uuid, 'used', code::text, count(*) from consultations.coded, unnest(codes) code where council = 'larkshire' and consultation = $1 group by code
      on conflict (council, consultation, kind, key) do update set amount = excluded.amount`,
      [consultation],
    )
    for (const step of ['read', 'agreed'])
      await connection.query(
        `insert into consultations.words_step (council, response, n, what, publish, passages, at, by_account, by_name)
        select council, response, case $2 when 'read' then 1 else 2 end, $2, case $2 when 'read' then true end,
          case $2 when 'read' then '[]'::jsonb end, now(), md5('coder' || $2)::uuid, 'Priya Larkin'
        from consultations.response join consultations.standing s using (council, response)
        where council = 'larkshire' and s.consultation = $1 and s.what = 'analysed' and answers ->> 'publish-my-words' = 'yes'
          and get_byte(content_hash, 0) < case $2 when 'read' then 26 else 20 end`,
        [consultation, step],
      )
    for (const table of ['response', 'handling', 'coded', 'words_standing', 'words_step'])
      await connection.script(`vacuum analyze consultations.${table}`)
  })
}

/** Has everything that waits analysed, and every second coder agree with the first. */
export async function analyseAll(database: Database, ref: string): Promise<void> {
  await database.asOwner(async (connection) => {
    await connection.query(
      `insert into consultations.handling (council, response, n, what, at, by_name)
      select council, response, 1, 'analysed', now(), 'Priya Larkin' from consultations.standing
      join consultations.consultation using (council, consultation) where ref = $1 and what = 'waiting'`,
      [ref],
    )
    await connection.query(
      `update consultations.coded d set state = 'agreed' from consultations.consultation c
      where c.council = d.council and c.consultation = d.consultation and c.ref = $1 and d.state in ('second', 'differs')`,
      [ref],
    )
    await connection.query(
      `update consultations.coding_tally t set amount = 0 from consultations.consultation c
      where c.council = t.council and c.consultation = t.consultation and c.ref = $1 and t.kind = 'state' and t.key in ('second', 'differs')`,
      [ref],
    )
  })
}
