-- How authority ends before its time, comes back, or changes hands.

alter table authority.mandate
  -- An end that waits: the mandate ends on `ends_on` unless what replaces it is suspended by then; `until_before` is the end that it
  -- had before. While one of the clauses is suspended `until_day` is that of before, from then on it is fixed (see ends/).
  add column ends_on date,
  add column ends_unless uuid[],
  add column until_before date,
  -- The first day on which it has lapsed, if nothing was done under it before.
  add column lapses_on date,
  -- What was taken back from it, under the same lock as the other totals: it is no longer there to use.
  add column recalled_pence bigint not null default 0 check (recalled_pence >= 0);
create index waiting_to_end on authority.mandate (council, until_day) where ends_unless is not null;
grant update (ends_on, ends_unless, until_before, recalled_pence) on authority.mandate to remit_app;

-- What comes back is a movement too: negative where it was passed on, and what was recalled where it lay.
alter table authority.ledger drop constraint ledger_kind_check;
alter table authority.ledger add constraint ledger_kind_check check (kind in ('exercised', 'passed-on', 'recalled'));
create index on authority.ledger (council, child) where child is not null;

-- A post whose holders act together: so many of them have to agree.
alter table authority.post add column agreement_of integer check (agreement_of >= 2);
grant update (agreement_of) on authority.post to remit_app;

-- Whoever holds a post for the time being, until it is filled.
alter table authority.holding add column acting boolean not null default false;
grant select (acting) on authority.holding to remit_public;
