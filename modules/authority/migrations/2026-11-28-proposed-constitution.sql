-- A version of the constitution as somebody gave it, kept until it is adopted or discarded. Not public: it may never come to be.
create table authority.proposed_constitution (
  council text not null references platform.council,
  proposal uuid not null,
  name text not null,
  document text not null,
  given_by text not null,
  given_at timestamptz not null,
  state text not null default 'waiting' check (state in ('waiting', 'adopted', 'discarded')),
  version integer,
  closed_by text,
  closed_at timestamptz,
  primary key (council, proposal),
  check ((state = 'adopted') = (version is not null)),
  check ((state = 'waiting') = (closed_at is null))
);
create index on authority.proposed_constitution (council, given_at desc) where state = 'waiting';
alter table authority.proposed_constitution enable row level security;
create policy own on authority.proposed_constitution using (council = platform.council());
grant select, insert on authority.proposed_constitution to remit_app;
-- What was discarded is not kept: its text goes, that it was there stays.
grant update (document, state, version, closed_by, closed_at) on authority.proposed_constitution to remit_app;
