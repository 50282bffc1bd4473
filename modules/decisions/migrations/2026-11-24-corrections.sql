-- A published record is never edited. A correction stands beside it: what it said, what it should say, why, who and when.
create table decisions.correction (
  council text not null references platform.council,
  correction uuid not null,
  decision uuid not null,
  place text not null check (place in ('title', 'purpose', 'reasons', 'alternatives', 'conflicts', 'dispensations', 'author', 'wards', 'key-reasoning', 'clause')),
  clause uuid,
  number integer not null,
  said text not null,
  should_say text not null,
  because text not null,
  by_name text not null,
  by_account uuid not null,
  on_day date not null,
  corrected_at timestamptz not null,
  primary key (council, correction),
  unique (council, decision, number),
  foreign key (council, decision) references decisions.decision,
  check ((place = 'clause') = (clause is not null))
);
alter table decisions.correction enable row level security;
create policy own on decisions.correction using (council = platform.council());
grant select, insert on decisions.correction to remit_app;
