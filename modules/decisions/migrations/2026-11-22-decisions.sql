create schema decisions;
grant usage on schema decisions to remit_app, remit_public;

-- A decision record from its first draft on. What is signed never changes afterwards: see the sealed copy in `signed`.
create table decisions.decision (
  council text not null references platform.council,
  decision uuid not null,
  ref text not null,
  state text not null check (state in ('draft', 'proposed', 'refused', 'withdrawn', 'decided', 'published', 'superseded')),
  -- Grows with every change, so that of two people at one draft the later is told.
  version integer not null default 1,
  title text not null,
  identifiers text[] not null default '{}',
  maker text,
  subject text,
  is_key boolean,
  key_reasoning text,
  -- 'stated' has a sum; 'none' commits no money; 'not-stated' is the honest gap of many records.
  value_kind text check (value_kind in ('stated', 'none', 'not-stated')),
  value_pence bigint check (value_pence >= 0),
  subject_to_call_in boolean,
  purpose text,
  reasons text,
  alternatives text,
  conflicts text,
  dispensations text,
  author text,
  wards text,
  supersedes text,
  -- The reading that it was drafted from, if any.
  reading uuid,
  drafted_by uuid not null,
  drafted_at timestamptz not null,
  changed_at timestamptz not null,
  changed_by text not null,
  decided_on date,
  decided_by text,
  decided_act text,
  -- The record as it was signed, word for word.
  signed jsonb,
  refused_because text,
  published_on date,
  effective_on date,
  call_in_rule jsonb,
  call_in_source text,
  call_in_last_day date,
  superseded_by text,
  primary key (council, decision),
  unique (council, ref),
  foreign key (council, drafted_by) references platform.account,
  foreign key (council, maker) references authority.post,
  check ((value_kind = 'stated') = (value_pence is not null) or value_kind is null)
);
create index on decisions.decision (council, state, changed_at desc);

create table decisions.clause (
  council text not null,
  clause uuid not null,
  decision uuid not null,
  position integer not null,
  label text,
  verb text not null check (verb in ('approve', 'authorise', 'delegate', 'agree', 'note', 'consider', 'recommend', 'refuse', 'defer', 'other')),
  words text not null,
  primary key (council, clause),
  foreign key (council, decision) references decisions.decision
);
create index on decisions.clause (council, decision, position);

-- What a clause will give to a post when the decision takes effect.
create table decisions.clause_grant (
  council text not null,
  clause_grant uuid not null,
  clause uuid not null,
  holder text not null,
  powers text[] not null,
  scope text not null,
  basis text check (basis in ('whole-life', 'financial-year', 'each-act', 'no-limit')),
  pence bigint check (pence >= 0),
  from_day date,
  until_day date,
  may_delegate boolean not null default false,
  conditions jsonb not null default '[]',
  -- The mandate that it became.
  mandate text,
  primary key (council, clause_grant),
  foreign key (council, clause) references decisions.clause,
  foreign key (council, holder) references authority.post
);
create index on decisions.clause_grant (council, clause);

create table decisions.call_in (
  council text not null,
  call_in uuid not null,
  decision uuid not null,
  called_on date not null,
  callers text not null,
  grounds text not null,
  by_account uuid not null,
  outcome text check (outcome in ('released', 'withdrawn')),
  released_on date,
  outcome_says text,
  primary key (council, call_in),
  foreign key (council, decision) references decisions.decision,
  check ((outcome is null) = (released_on is null))
);
create index on decisions.call_in (council, decision);

-- Which clauses a call-in hits, each with the hold that suspends what hangs on it.
create table decisions.called_clause (
  council text not null,
  call_in uuid not null,
  clause uuid not null,
  hold uuid not null,
  primary key (council, call_in, clause),
  foreign key (council, call_in) references decisions.call_in,
  foreign key (council, clause) references decisions.clause
);
create index on decisions.called_clause (council, clause);

-- What the public sees of a decision: written when it is published and whenever that changes. The public role can read this
-- table and no other of this schema, so that a draft cannot be shown by mistake.
create table decisions.register (
  council text not null references platform.council,
  decision uuid not null,
  ref text not null,
  title text not null,
  maker text not null,
  maker_title text not null,
  maker_kind text not null,
  is_key boolean not null,
  subject text not null,
  decided_on date not null,
  published_on date not null,
  effective_on date not null,
  called_in boolean not null default false,
  superseded_by text,
  document jsonb not null,
  search tsvector not null,
  primary key (council, decision),
  unique (council, ref)
);
create index newest on decisions.register (council, published_on desc, ref desc);
create index decided on decisions.register (council, decided_on desc, ref desc);
create index by_title on decisions.register (council, lower(title), ref);
create index by_maker on decisions.register (council, maker, published_on desc, ref desc);
create index by_effect on decisions.register (council, effective_on desc, ref desc);
create index words on decisions.register using gin (search);

-- How many entries each council's register has, so that a page need not count them.
create table decisions.register_size (
  council text primary key references platform.council,
  entries bigint not null
);

do $$
declare t text;
begin
  foreach t in array array['decision', 'clause', 'clause_grant', 'call_in', 'called_clause', 'register', 'register_size'] loop
    execute format('alter table decisions.%I enable row level security', t);
    execute format('create policy own on decisions.%I using (council = platform.council())', t);
    execute format('grant select, insert on decisions.%I to remit_app', t);
  end loop;
end $$;

grant update on decisions.decision, decisions.clause, decisions.register, decisions.register_size to remit_app;
grant update (mandate) on decisions.clause_grant to remit_app;
grant update (outcome, released_on, outcome_says) on decisions.call_in to remit_app;
grant delete on decisions.clause, decisions.clause_grant to remit_app;
grant select on decisions.register, decisions.register_size to remit_public;

-- What was signed stays as it was signed, whoever asks: only drafts lose or change clauses.
create function decisions.only_drafts_change() returns trigger language plpgsql as $$
declare stands text;
begin
  select d.state into stands from decisions.decision d join decisions.clause c on c.council = d.council and c.decision = d.decision
  where c.council = old.council and c.clause = old.clause;
  if stands not in ('draft') then
    raise exception 'Decision is %, its clauses no longer change', stands using errcode = 'restrict_violation';
  end if;
  return case when tg_op = 'DELETE' then old else new end;
end $$;
create trigger only_drafts_change before update or delete on decisions.clause for each row execute function decisions.only_drafts_change();
create trigger only_drafts_lose before delete on decisions.clause_grant for each row execute function decisions.only_drafts_change();
