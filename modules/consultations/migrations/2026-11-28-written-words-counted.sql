-- How what people wrote stands on its way to being published, beside the responses: see docs/decisions/0017. Written by triggers in the
-- statement that handles a response or takes a step with its words; it could be worked out again at any time.

-- Of whoever permits it, once the response is analysed or its words were looked at. A response that only came in has none.
create table consultations.words_standing (
  council text not null,
  response uuid not null,
  consultation uuid not null,
  analysed boolean not null,
  stands text not null check (stands in ('to-read', 'to-agree', 'agreed', 'kept-back', 'withdrawn')),
  -- Who took the last step; whoever reads first does not agree.
  by_account uuid,
  primary key (council, response),
  foreign key (council, response) references consultations.response
);
create index words_by_standing on consultations.words_standing (council, consultation, stands, by_account, response)
  where analysed or stands = 'withdrawn';
create index words_in_order on consultations.words_standing (council, consultation, stands, response)
  where analysed or stands = 'withdrawn';

create table consultations.words_stand_count (
  council text not null,
  consultation uuid not null,
  stands text not null,
  amount integer not null,
  primary key (council, consultation, stands),
  foreign key (council, consultation) references consultations.consultation
);

-- How many answers in words are published under each question; under '' how many responses they are of.
create table consultations.published_words_count (
  council text not null,
  consultation uuid not null,
  question text not null,
  amount integer not null,
  primary key (council, consultation, question),
  foreign key (council, consultation) references consultations.consultation
);

do $$
declare one regclass;
begin
  foreach one in array array['consultations.words_standing', 'consultations.words_stand_count',
    'consultations.published_words_count']::regclass[] loop
    execute format('alter table %s enable row level security', one);
    execute format('create policy own on %s using (council = platform.council())', one);
    execute format('grant select, insert, update on %s to remit_app', one);
  end loop;
end $$;
grant select on consultations.published_words_count to remit_public;

-- Words of one question, in the order in which they are read.
create index words_of_question on consultations.published_words (council, consultation, question, words);

-- Planned each time: see the running counts.
create function consultations.stand_analysed() returns trigger language plpgsql as $$
begin
  execute $now$
  insert into consultations.words_standing as t (council, response, consultation, analysed, stands, by_account)
    select distinct on (f.council, f.response) f.council, f.response, r.consultation, f.what = 'analysed', 'to-read', null::uuid
    from fresh f join consultations.response r using (council, response)
    where r.answers ->> 'publish-my-words' = 'yes' order by f.council, f.response, f.n desc
    on conflict (council, response) do update set analysed = excluded.analysed where t.analysed <> excluded.analysed
  $now$;
  return null;
end $$;
create trigger stands after insert on consultations.handling referencing new table as fresh
  for each statement execute function consultations.stand_analysed();

create function consultations.stand_read() returns trigger language plpgsql as $$
begin
  execute $now$
  insert into consultations.words_standing as t (council, response, consultation, analysed, stands, by_account)
    select distinct on (f.council, f.response) f.council, f.response, r.consultation, s.what = 'analysed',
      case f.what when 'permission-withdrawn' then 'withdrawn' when 'read' then 'to-agree'
        else case when (select l.publish from consultations.words_step l where l.council = f.council and l.response = f.response
          and l.what = 'read' order by l.n desc limit 1) then 'agreed' else 'kept-back' end end,
      f.by_account
    from fresh f join consultations.response r using (council, response) join consultations.standing s using (council, response)
    where r.answers ->> 'publish-my-words' = 'yes' order by f.council, f.response, f.n desc
    on conflict (council, response) do update set stands = excluded.stands, by_account = excluded.by_account
      where t.stands <> 'withdrawn'
  $now$;
  return null;
end $$;
create trigger stands after insert on consultations.words_step referencing new table as fresh
  for each statement execute function consultations.stand_read();

create function consultations.count_standing() returns trigger language plpgsql as $$
begin
  insert into consultations.words_stand_count as t (council, consultation, stands, amount)
    select council, consultation, stands, count(*) from fresh where analysed or stands = 'withdrawn' group by 1, 2, 3 order by 1, 2, 3
    on conflict (council, consultation, stands) do update set amount = t.amount + excluded.amount;
  return null;
end $$;
create trigger counted after insert on consultations.words_standing referencing new table as fresh
  for each statement execute function consultations.count_standing();
create function consultations.count_restanding() returns trigger language plpgsql as $$
begin
  insert into consultations.words_stand_count as t (council, consultation, stands, amount)
    select council, consultation, stands, sum(by) from (
      select council, consultation, stands, 1 as by from fresh where analysed or stands = 'withdrawn'
      union all select council, consultation, stands, -1 from was where analysed or stands = 'withdrawn') m
    group by 1, 2, 3 having sum(by) <> 0 order by 1, 2, 3
    on conflict (council, consultation, stands) do update set amount = t.amount + excluded.amount;
  return null;
end $$;
create trigger recounted after update on consultations.words_standing referencing old table as was new table as fresh
  for each statement execute function consultations.count_restanding();

create function consultations.count_published() returns trigger language plpgsql as $$
declare each_one integer := case tg_op when 'INSERT' then 1 else -1 end;
begin
  -- A response is published with its first answer, and no more with its last: those of this statement are not counted beside it.
  execute $now$
  insert into consultations.published_words_count as t (council, consultation, question, amount)
    select council, consultation, question, $1 * count(*) from moved group by 1, 2, 3
    union all
    select council, consultation, '', $1 * count(distinct response) from moved m
    where not exists (select from consultations.published_words w where w.council = m.council and w.response = m.response
      and not exists (select from moved o where o.council = w.council and o.consultation = w.consultation and o.words = w.words))
    group by 1, 2 order by 1, 2, 3
    on conflict (council, consultation, question) do update set amount = t.amount + excluded.amount
  $now$ using each_one;
  return null;
end $$;
create trigger counted after insert on consultations.published_words referencing new table as moved
  for each statement execute function consultations.count_published();
create trigger uncounted after delete on consultations.published_words referencing old table as moved
  for each statement execute function consultations.count_published();

-- What was there before. The triggers count it.
insert into consultations.words_standing (council, response, consultation, analysed, stands, by_account)
  select r.council, r.response, r.consultation, s.what = 'analysed',
    case when exists (select from consultations.words_step w where w.council = r.council and w.response = r.response
        and w.what = 'permission-withdrawn') then 'withdrawn'
      when l.what is null then 'to-read' when l.what = 'read' then 'to-agree'
      when (select w.publish from consultations.words_step w where w.council = r.council and w.response = r.response
        and w.what = 'read' order by w.n desc limit 1) then 'agreed' else 'kept-back' end, l.by_account
  from consultations.response r join consultations.standing s using (council, response)
    left join lateral (select w.what, w.by_account from consultations.words_step w
      where w.council = r.council and w.response = r.response order by w.n desc limit 1) l on true
  where r.answers ->> 'publish-my-words' = 'yes' and (s.what = 'analysed' or l.what is not null);
insert into consultations.published_words_count (council, consultation, question, amount)
  select council, consultation, question, count(*) from consultations.published_words group by 1, 2, 3
  union all select council, consultation, '', count(distinct response) from consultations.published_words group by 1, 2;
-- Those who permit it are found through how they stand.
drop index consultations.permitted;
