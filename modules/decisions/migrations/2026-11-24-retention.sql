-- Until a hold ends, nobody should remove what it holds, whatever its day: a claim, an inquiry, an audit.
create table decisions.legal_hold (
  council text not null references platform.council,
  hold uuid not null,
  decision uuid not null,
  because text not null,
  placed_by text not null,
  placed_on date not null,
  released_on date,
  released_by text,
  released_because text,
  primary key (council, hold),
  foreign key (council, decision) references decisions.decision,
  check ((released_on is null) = (released_by is null) and (released_on is null) = (released_because is null))
);
create index on decisions.legal_hold (council, decision);
create index legal_hold_open on decisions.legal_hold (council) where released_on is null;
alter table decisions.legal_hold enable row level security;
create policy own on decisions.legal_hold using (council = platform.council());
grant select, insert on decisions.legal_hold to remit_app;
grant update (released_on, released_by, released_because) on decisions.legal_hold to remit_app;
