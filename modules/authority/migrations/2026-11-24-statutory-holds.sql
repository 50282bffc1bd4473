-- A statutory report or a court order that stops acts. One row, however much it freezes: what it reaches is weighed by its scope
-- when somebody acts, so that what is granted while it runs is held too. A call-in stays a row for each mandate (authority.hold).
create table authority.statutory_hold (
  council text not null references platform.council,
  hold uuid not null,
  ref text not null,
  section text not null check (section in ('s5', 's5A', 's114', 's114A', 'court')),
  reach text not null check (reach in ('clauses', 'decision', 'subject', 'council')),
  decision_ref text,
  labels text[],
  subject text,
  -- Null stops everything; else only these powers.
  powers text[],
  -- Whether an act may go on that the s151 officer consents to in writing.
  consent boolean not null,
  reason text not null,
  issued_by text not null,
  issued_post text not null,
  issued_on date not null,
  consider_by date,
  -- The law as it was applied, with its source and the working of the day.
  law jsonb not null,
  issued_at timestamptz not null,
  considered_on date,
  considered_says text,
  considered_by text,
  -- The first day on which it no longer holds.
  until_day date check (until_day >= issued_on),
  released_by text,
  released_because text,
  primary key (council, hold),
  unique (council, ref),
  check ((reach in ('clauses', 'decision')) = (decision_ref is not null)),
  check ((reach = 'clauses') = (labels is not null)),
  check ((reach = 'subject') = (subject is not null))
);
create index on authority.statutory_hold (council, issued_on desc, ref desc);

alter table authority.statutory_hold enable row level security;
create policy own on authority.statutory_hold using (council = platform.council());
grant select, insert on authority.statutory_hold to remit_app;
grant update (considered_on, considered_says, considered_by, until_day, released_by, released_because) on authority.statutory_hold to remit_app;
-- Anybody may read it: a report under these sections is sent to every member of the council and is open to inspection.
grant select on authority.statutory_hold to remit_public;
