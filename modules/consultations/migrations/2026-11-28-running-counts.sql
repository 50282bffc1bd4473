-- What a page must not count anew: how each response stands, and running counts of them. All of it follows from `response` and
-- `handling`, is written by triggers in the statement that writes those, and could be worked out again at any time.

-- How a response stands after its last step, so that those which wait, or were excluded, are found without reading the others.
create table consultations.standing (
  council text not null,
  response uuid not null,
  consultation uuid not null,
  channel text not null,
  received_at timestamptz not null,
  received_on date not null,
  what text not null check (what in ('waiting', 'analysed', 'excluded')),
  because text,
  primary key (council, response),
  foreign key (council, response) references consultations.response
);
create index standing_in_order on consultations.standing (council, consultation, received_at, response);
create index by_standing on consultations.standing (council, consultation, what, received_at, response);
create index by_channel on consultations.standing (council, consultation, channel, received_at, response);
create index by_day on consultations.standing (council, consultation, received_on);

-- How many, by the day on which they were received: which of them are late follows from the last day as it stands.
create table consultations.response_count (
  council text not null,
  consultation uuid not null,
  channel text not null,
  received_on date not null,
  what text not null,
  -- Of those that were excluded, why; else empty.
  because text not null,
  -- A reason may be longer than an index takes.
  because_md5 text not null generated always as (md5(because)) stored,
  amount integer not null,
  primary key (council, consultation, channel, received_on, what, because_md5),
  foreign key (council, consultation) references consultations.consultation
);

-- How many were written in the same words: what a campaign counts, and what may be one.
create table consultations.words_count (
  council text not null,
  consultation uuid not null,
  text_hash bytea not null,
  amount integer not null,
  primary key (council, consultation, text_hash),
  foreign key (council, consultation) references consultations.consultation
);
create index most_used on consultations.words_count (council, consultation, amount desc) where amount > 1;

-- How many share something with one that came before (see `twinsOf`).
create table consultations.twin_count (
  council text not null,
  consultation uuid not null,
  reason text not null check (reason in ('same-key', 'same-code', 'same-content', 'same-words')),
  amount integer not null,
  primary key (council, consultation, reason),
  foreign key (council, consultation) references consultations.consultation
);

-- Answers by which it shows that a group spoke, and whether anybody has given them.
create table consultations.telling_answer (
  council text not null,
  consultation uuid not null,
  question text not null,
  choice text not null,
  given boolean not null,
  primary key (council, consultation, question, choice),
  foreign key (council, consultation) references consultations.consultation
);

-- Responses are read in their order through how they stand.
drop index consultations.in_order;
-- The first that came before with the same words or content stands first, however many there are.
drop index consultations.same_content;
drop index consultations.same_text;
create index same_content on consultations.response (council, consultation, content_hash, received_at, response);
create index same_text on consultations.response (council, consultation, text_hash, received_at, response) where text_hash is not null;
-- By the key alone. A table that was not analysed since it was small is taken to have one response of a consultation, so that any index
-- that begins with the consultation seems as good as the right one. Whoever asks by the key writes the rest so that no other serves.
create index same_key on consultations.response (client_key);

-- In the order in which they are settled, so that those of a small consultation are not looked for among those of a large one.
drop index consultations.to_settle;
create index to_settle on consultations.coded (council, consultation, response, question) where state = 'differs';

do $$
declare one regclass;
begin
  foreach one in array array['consultations.standing', 'consultations.response_count', 'consultations.words_count',
    'consultations.twin_count', 'consultations.telling_answer']::regclass[] loop
    execute format('alter table %s enable row level security', one);
    execute format('create policy own on %s using (council = platform.council())', one);
    execute format('grant select, insert, update on %s to remit_app', one);
  end loop;
end $$;

-- Whoever receives, or looks at all that was received, waits for whoever does so at the same moment: of two alike one is then seen
-- to be the second, whichever commits first.
create function consultations.one_at_a_time(council text, consultation uuid) returns void language sql
  begin atomic select pg_advisory_xact_lock(hashtextextended(council || '/' || consultation, 0)); end;

-- A consultation begins with no response and may have thousands within the hour. What a function of this language says is planned
-- once for a connection, and a plan from when there were few reads all of them when there are many, while everybody waits. So what
-- looks into a table that grows is `execute`d, which plans it for what is there.
create function consultations.count_received() returns trigger language plpgsql as $$
begin
  perform consultations.one_at_a_time(c.council, c.consultation) from (select distinct council, consultation from fresh order by 1, 2) c;
  insert into consultations.standing (council, response, consultation, channel, received_at, received_on, what, because)
    select council, response, consultation, channel, received_at, received_on, 'waiting', null from fresh;
  insert into consultations.response_count as t (council, consultation, channel, received_on, what, because, amount)
    select council, consultation, channel, received_on, 'waiting', '', count(*) from fresh group by 1, 2, 3, 4 order by 1, 2, 3, 4
    on conflict (council, consultation, channel, received_on, what, because_md5) do update set amount = t.amount + excluded.amount;
  -- Before the words of these are counted: whether they were there before is asked of the count.
  execute $now$
  with content as (
    select council, consultation, text_hash, content_hash, count(*) as n, exists (
        select from consultations.response r where r.council = f.council and r.consultation = f.consultation and r.content_hash = f.content_hash
          and not exists (select from fresh m where m.response = r.response)) as known
      from fresh f where text_hash is not null group by council, consultation, text_hash, content_hash)
  insert into consultations.twin_count as t (council, consultation, reason, amount)
    select council, consultation, reason, sum(more) from (
      select council, consultation, 'same-key' as reason, count(*) - case when exists (
          select from consultations.response r where r.client_key = f.client_key
            and r.council || '' = f.council and r.consultation::text = f.consultation::text
            and not exists (select from fresh m where m.response = r.response)) then 0 else 1 end as more
        from fresh f group by council, consultation, client_key
      union all
      select council, consultation, 'same-code', count(*) - case when exists (
          select from consultations.response r where r.council = f.council and r.consultation = f.consultation and r.code_digest = f.code_digest
            and not exists (select from fresh m where m.response = r.response)) then 0 else 1 end
        from fresh f where code_digest is not null group by council, consultation, code_digest
      union all
      select council, consultation, 'same-content', n - case when known then 0 else 1 end from content
      union all
      select council, consultation, 'same-words', count(*) filter (where not known) - case when exists (
          select from consultations.words_count w
          where w.council = c.council and w.consultation = c.consultation and w.text_hash = c.text_hash) then 0 else 1 end
        from content c group by council, consultation, text_hash
    ) s where more > 0 group by 1, 2, 3 order by 1, 2, 3
    on conflict (council, consultation, reason) do update set amount = t.amount + excluded.amount
  $now$;
  insert into consultations.words_count as t (council, consultation, text_hash, amount)
    select council, consultation, text_hash, count(*) from fresh where text_hash is not null group by 1, 2, 3 order by 1, 2, 3
    on conflict (council, consultation, text_hash) do update set amount = t.amount + excluded.amount;
  update consultations.telling_answer t set given = true where not given and exists (
    select from fresh f where f.council = t.council and f.consultation = t.consultation
      and (f.answers ->> t.question = t.choice or jsonb_exists(f.answers -> t.question, t.choice)));
  return null;
end $$;
create trigger counted after insert on consultations.response referencing new table as fresh
  for each statement execute function consultations.count_received();

create function consultations.count_handled() returns trigger language plpgsql as $$
begin
  execute $now$
  with now as (
    select distinct on (council, response) council, response,
      case when what in ('analysed', 'excluded') then what else 'waiting' end as what, because
    from fresh order by council, response, n desc),
  moved as (
    select s.council, s.consultation, s.channel, s.received_on, s.what, case when s.what = 'excluded' then coalesce(s.because, '') else '' end as because, -1 as by
      from now join consultations.standing s using (council, response)
    union all
    select s.council, s.consultation, s.channel, s.received_on, now.what, case when now.what = 'excluded' then coalesce(now.because, '') else '' end, 1
      from now join consultations.standing s using (council, response))
  insert into consultations.response_count as t (council, consultation, channel, received_on, what, because, amount)
    select council, consultation, channel, received_on, what, because, sum(by) from moved group by 1, 2, 3, 4, 5, 6 having sum(by) <> 0
    order by 1, 2, 3, 4, 5, 6
    on conflict (council, consultation, channel, received_on, what, because_md5) do update set amount = t.amount + excluded.amount
  $now$;
  execute $now$
  update consultations.standing s set what = now.what, because = now.because
    from (select distinct on (council, response) council, response,
        case when what in ('analysed', 'excluded') then what else 'waiting' end as what, because
      from fresh order by council, response, n desc) now
    where s.council = now.council and s.response = now.response
  $now$;
  return null;
end $$;
create trigger counted after insert on consultations.handling referencing new table as fresh
  for each statement execute function consultations.count_handled();

-- What was received before.
insert into consultations.standing (council, response, consultation, channel, received_at, received_on, what, because)
  select r.council, r.response, r.consultation, r.channel, r.received_at, r.received_on,
    case when h.what in ('analysed', 'excluded') then h.what else 'waiting' end, h.because
  from consultations.response r left join lateral (select what, because from consultations.handling h
    where h.council = r.council and h.response = r.response order by n desc limit 1) h on true;
insert into consultations.response_count (council, consultation, channel, received_on, what, because, amount)
  select council, consultation, channel, received_on, what, case when what = 'excluded' then coalesce(because, '') else '' end, count(*)
  from consultations.standing group by 1, 2, 3, 4, 5, 6;
insert into consultations.words_count (council, consultation, text_hash, amount)
  select council, consultation, text_hash, count(*) from consultations.response where text_hash is not null group by 1, 2, 3;
insert into consultations.twin_count (council, consultation, reason, amount)
  select council, consultation, 'same-key', count(*) - count(distinct client_key) from consultations.response group by 1, 2
  union all select council, consultation, 'same-code', count(code_digest) - count(distinct code_digest) from consultations.response group by 1, 2
  union all select council, consultation, 'same-content', count(*) - count(distinct (text_hash, content_hash))
    from consultations.response where text_hash is not null group by 1, 2
  union all select council, consultation, 'same-words', count(distinct (text_hash, content_hash)) - count(distinct text_hash)
    from consultations.response where text_hash is not null group by 1, 2;
insert into consultations.telling_answer (council, consultation, question, choice, given)
  select distinct g.council, g.consultation, g.question, g.choice, exists (
    select from consultations.response r where r.council = g.council and r.consultation = g.consultation
      and (r.answers ->> g.question = g.choice or jsonb_exists(r.answers -> g.question, g.choice)))
  from consultations.group_heard g where g.question is not null;
