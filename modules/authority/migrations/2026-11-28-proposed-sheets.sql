-- The next version of a constitution may be put together from spreadsheets, one for each table, on top of the version that stands.
-- The files are kept as they were given, also those that cannot be read yet, until the version is adopted or discarded.
alter table authority.proposed_constitution
  add by_sheets boolean not null default false,
  add typed_day text not null default '',
  add typed_title text not null default '';
grant update (typed_day, typed_title) on authority.proposed_constitution to remit_app;

create table authority.proposed_sheet (
  council text not null,
  proposal uuid not null,
  file text not null,
  -- Null where the first row names no table that is known.
  sheet text,
  text text not null,
  given_at timestamptz not null,
  primary key (council, proposal, file),
  unique (council, proposal, sheet),
  foreign key (council, proposal) references authority.proposed_constitution
);
alter table authority.proposed_sheet enable row level security;
create policy own on authority.proposed_sheet using (council = platform.council());
grant select, insert, delete on authority.proposed_sheet to remit_app;
