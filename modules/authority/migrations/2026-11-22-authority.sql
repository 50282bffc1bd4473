create schema authority;
grant usage on schema authority to remit_app, remit_public;

-- A constitution as adopted: the whole document, so that any version can be read again.
create table authority.constitution (
  council text not null references platform.council,
  version integer not null,
  in_force_from date not null,
  adopted_at timestamptz not null,
  document jsonb not null,
  primary key (council, version)
);

-- What a council has settled for itself, dated: call-in rule, key-decision threshold, recording threshold.
create table authority.setting (
  council text not null references platform.council,
  key text not null,
  from_day date not null,
  value jsonb not null,
  source text not null,
  primary key (council, key, from_day)
);

-- What powers are given to. A body (Cabinet, a committee) is a post held by its members.
create table authority.post (
  council text not null references platform.council,
  post text not null check (post ~ '^[a-z0-9][a-z0-9-]{0,80}$'),
  title text not null,
  kind text not null check (kind in ('officer', 'member', 'cabinet', 'committee', 'council')),
  from_day date not null,
  until_day date check (until_day > from_day),
  primary key (council, post)
);

create table authority.holding (
  council text not null,
  post text not null,
  account uuid not null,
  name text not null,
  from_day date not null,
  until_day date check (until_day > from_day),
  primary key (council, post, account, from_day),
  foreign key (council, post) references authority.post,
  foreign key (council, account) references platform.account
);
create index on authority.holding (council, account);

-- What acts are about, as a path: 'adults/care-at-home' lies within 'adults'. The empty path is everything.
create table authority.subject (
  council text not null references platform.council,
  subject text not null check (subject ~ '^([a-z0-9-]+(/[a-z0-9-]+)*)?$'),
  title text not null,
  primary key (council, subject)
);

-- A power granted to a post. `exercised` and `passed_on` are running totals of the ledger, kept in this row so that they are
-- read and written under its lock: what is exercised and passed on can never add up to more than was granted.
create table authority.mandate (
  council text not null references platform.council,
  mandate uuid not null,
  ref text not null,
  source text not null check (source in ('scheme', 'clause', 'sub-delegation')),
  holder text not null,
  powers text[] not null check (cardinality(powers) > 0),
  scope text not null,
  words text not null,
  parent uuid,
  clause uuid,
  decision_ref text,
  clause_label text,
  scheme_entry text,
  constitution_version integer,
  from_day date not null,
  until_day date,
  may_delegate boolean not null,
  conditions jsonb not null default '[]',
  exercised_pence bigint not null default 0 check (exercised_pence >= 0),
  passed_on_pence bigint not null default 0 check (passed_on_pence >= 0),
  granted_at timestamptz not null,
  ended_because text,
  primary key (council, mandate),
  unique (council, ref),
  foreign key (council, holder) references authority.post,
  foreign key (council, parent) references authority.mandate,
  check ((source = 'sub-delegation') = (parent is not null)),
  check ((source = 'scheme') = (scheme_entry is not null)),
  check (source <> 'clause' or (clause is not null and decision_ref is not null))
);
create index on authority.mandate (council, holder);
create index on authority.mandate (council, clause) where clause is not null;
create index on authority.mandate (council, decision_ref) where decision_ref is not null;
create index on authority.mandate (council, parent) where parent is not null;

-- How much, from a day on. No row: no limit was stated, and the post's own constitutional limit applies.
create table authority.ceiling (
  council text not null,
  mandate uuid not null,
  from_day date not null,
  basis text not null check (basis in ('whole-life', 'financial-year', 'each-act', 'no-limit')),
  pence bigint check (pence >= 0),
  primary key (council, mandate, from_day),
  foreign key (council, mandate) references authority.mandate,
  check ((basis = 'no-limit') = (pence is null))
);

-- What was exercised in each financial year (2022 is April 2022 to March 2023), under the mandate's row lock as well.
create table authority.year_use (
  council text not null,
  mandate uuid not null,
  year integer not null,
  -- No check here: an undoing act arrives as a negative row before it meets the one that it lowers.
  exercised_pence bigint not null,
  primary key (council, mandate, year),
  foreign key (council, mandate) references authority.mandate
);

-- An exercise of a power. Never changed: a mistake is undone by another act that cites it.
create table authority.act (
  council text not null references platform.council,
  act uuid not null,
  ref text not null,
  mandate uuid not null,
  post text not null,
  done_by text not null,
  power text not null,
  subject text not null,
  what text not null,
  value_pence bigint not null,
  day date not null,
  evidence jsonb not null default '[]',
  record_ref text,
  undoes uuid,
  recorded_by uuid,
  recorded_at timestamptz not null,
  primary key (council, act),
  unique (council, ref),
  unique (council, undoes),
  foreign key (council, mandate) references authority.mandate,
  foreign key (council, undoes) references authority.act,
  check (value_pence >= 0 or undoes is not null)
);
create index on authority.act (council, mandate, day);
create index on authority.act (council, day desc, ref desc);
create index on authority.act (council, record_ref) where record_ref is not null;

-- Every movement of authority: acts, what is passed on, and what comes back. Its sums are the running totals.
create table authority.ledger (
  council text not null,
  mandate uuid not null,
  seq bigint generated always as identity,
  kind text not null check (kind in ('exercised', 'passed-on')),
  pence bigint not null,
  day date not null,
  act uuid,
  child uuid,
  primary key (council, mandate, seq),
  foreign key (council, mandate) references authority.mandate,
  foreign key (council, act) references authority.act,
  foreign key (council, child) references authority.mandate,
  check ((kind = 'exercised') = (act is not null) and (kind = 'passed-on') = (child is not null))
);

-- What stands in the way of a mandate for a time; the first day is in it, the last is not.
create table authority.hold (
  council text not null,
  hold uuid not null,
  mandate uuid not null,
  kind text not null check (kind in ('call-in', 'statutory')),
  because text not null,
  from_day date not null,
  until_day date,
  primary key (council, hold, mandate),
  foreign key (council, mandate) references authority.mandate
);
create index on authority.hold (council, mandate);

-- Reports that a condition asks for after an act.
create table authority.report (
  council text not null,
  act uuid not null,
  -- The act's mandate, so that what is overdue is found without reading the acts.
  mandate uuid not null,
  condition text not null,
  due date not null,
  given_on date,
  evidence text,
  primary key (council, act, condition),
  foreign key (council, act) references authority.act,
  foreign key (council, mandate) references authority.mandate
);
-- What was still to be given on a day, however many were given before it.
create index outstanding on authority.report (council, mandate, (coalesce(given_on, 'infinity'::date)));

create table authority.counter (
  council text not null references platform.council,
  name text not null,
  n bigint not null,
  primary key (council, name)
);

do $$
declare t text;
begin
  foreach t in array array['constitution', 'setting', 'post', 'holding', 'subject', 'mandate', 'ceiling', 'year_use', 'act',
    'ledger', 'hold', 'report', 'counter'] loop
    execute format('alter table authority.%I enable row level security', t);
    execute format('create policy own on authority.%I using (council = platform.council())', t);
    execute format('grant select, insert on authority.%I to remit_app', t);
  end loop;
end $$;

grant update (title, until_day) on authority.post to remit_app;
grant update (until_day) on authority.holding to remit_app;
grant update (title) on authority.subject to remit_app;
grant update (until_day, ended_because, exercised_pence, passed_on_pence) on authority.mandate to remit_app;
grant update (exercised_pence) on authority.year_use to remit_app;
grant update (until_day) on authority.hold to remit_app;
grant update (given_on, evidence) on authority.report to remit_app;
grant update (n) on authority.counter to remit_app;

-- The public may see who may do what and what was done with it (LGA 1972 s100G(2) asks for the list of officers' powers);
-- not the evidence, and not which account wrote a record.
grant select on authority.constitution, authority.setting, authority.post, authority.subject, authority.mandate,
  authority.ceiling, authority.year_use, authority.ledger, authority.hold to remit_public;
grant select (council, post, name, from_day, until_day) on authority.holding to remit_public;
grant select (council, act, ref, mandate, post, done_by, power, subject, what, value_pence, day, record_ref, undoes, recorded_at)
  on authority.act to remit_public;
grant select (council, act, mandate, condition, due, given_on) on authority.report to remit_public;
