-- A call-in is a request that goes through stages: judged, heard, and where scrutiny refers the decision back, reconsidered.
alter table decisions.call_in drop constraint call_in_outcome_check;
alter table decisions.call_in alter column grounds drop not null;
alter table decisions.call_in
  add column state text not null default 'received' check (state in ('received', 'valid', 'referred-back', 'referred-to-council',
    'invalid', 'withdrawn', 'released', 'confirmed', 'amended', 'rescinded', 'lapsed')),
  add column received_at timestamptz,
  -- Who calls it in, each with the post that lets them: name, account, post, title, withdrawn.
  add column called_by jsonb not null default '[]',
  -- Grounds chosen from the council's list, and the decision that they would put in its place.
  add column chosen text[] not null default '{}',
  add column substitute text,
  -- The day by which the next step is due under the council's rule; null where the rule sets none.
  add column due date,
  add column body text,
  add column hearing date,
  -- The last day on which a request that was judged not to be valid may be put right.
  add column correct_by date,
  add foreign key (council, body) references authority.post;
update decisions.call_in set state = outcome where outcome is not null;
alter table decisions.call_in add constraint closes_as check (outcome is null or outcome in
  ('invalid', 'withdrawn', 'released', 'confirmed', 'amended', 'rescinded', 'lapsed'));
grant update (state, called_by, due, body, hearing, correct_by) on decisions.call_in to remit_app;
create index open_call_ins on decisions.call_in (council, called_on) where outcome is null;

-- What was done, step by step. Never changed.
create table decisions.call_in_step (
  council text not null,
  call_in uuid not null,
  step integer not null,
  -- The state that it led to, or what else happened: a hearing was fixed, a name withdrawn.
  what text not null,
  on_day date not null,
  at timestamptz not null,
  by_name text not null,
  by_account uuid,
  says text,
  detail jsonb not null default '{}',
  primary key (council, call_in, step),
  foreign key (council, call_in) references decisions.call_in
);

-- What reconsideration made of a clause. The record as it was signed stays; this stands beside it, sealed.
create table decisions.amendment (
  council text not null,
  amendment text not null,
  call_in uuid not null,
  clause uuid not null,
  kind text not null check (kind in ('amended', 'rescinded')),
  words text,
  -- The mandates that ended and those that took their place.
  ended text[] not null,
  given text[] not null,
  made_on date not null,
  from_day date not null,
  made_by text not null,
  act text not null,
  reasons text not null,
  sealed jsonb not null,
  primary key (council, amendment),
  foreign key (council, call_in) references decisions.call_in,
  foreign key (council, clause) references decisions.clause,
  check ((kind = 'amended') = (words is not null))
);
create index on decisions.amendment (council, clause);

-- An urgent decision that cannot be called in: who agreed, and why it could not wait.
create table decisions.call_in_waiver (
  council text not null,
  decision uuid not null,
  post text not null,
  agreed_by text not null,
  agreed_on date not null,
  reasons text not null,
  recorded_by uuid not null,
  recorded_at timestamptz not null,
  primary key (council, decision),
  foreign key (council, decision) references decisions.decision,
  foreign key (council, post) references authority.post
);

-- Until when what may be called in: what scrutiny's desk and the calendar are made from. `clauses` counts those still open to it.
create table decisions.call_in_window (
  council text not null,
  decision uuid not null,
  ref text not null,
  last_day date not null,
  closes_at text,
  effective_on date not null,
  clauses integer not null check (clauses >= 0),
  -- Grows with every change, so that a calendar that has an older one takes the newer.
  sequence integer not null default 0,
  changed_at timestamptz not null,
  primary key (council, decision),
  unique (council, ref),
  foreign key (council, decision) references decisions.decision
);
create index on decisions.call_in_window (council, last_day, ref);

insert into decisions.call_in_window (council, decision, ref, last_day, closes_at, effective_on, clauses, changed_at)
  select d.council, d.decision, d.ref, d.call_in_last_day, d.call_in_rule->>'cutoffTime', d.effective_on,
    (select count(*) from decisions.clause c where c.council = d.council and c.decision = d.decision
      and c.verb in ('approve', 'authorise', 'delegate', 'agree')
      and not exists (select from decisions.called_clause k join decisions.call_in i on i.council = k.council and i.call_in = k.call_in
        where k.council = c.council and k.clause = c.clause and i.outcome is null)),
    d.changed_at
  from decisions.decision d where d.call_in_last_day is not null and d.effective_on is not null and d.state = 'published';

do $$
declare t text;
begin
  foreach t in array array['call_in_step', 'amendment', 'call_in_waiver', 'call_in_window'] loop
    execute format('alter table decisions.%I enable row level security', t);
    execute format('create policy own on decisions.%I using (council = platform.council())', t);
    execute format('grant select, insert on decisions.%I to remit_app', t);
  end loop;
end $$;
grant update on decisions.call_in_window to remit_app;
grant select on decisions.call_in_window to remit_public;
