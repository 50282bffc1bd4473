-- A paper that is only a picture cannot be searched for what its record withholds: somebody has looked at it, and says so of exactly
-- these bytes.
create table decisions.paper_looked_at (
  council text not null references platform.council,
  looked uuid not null,
  decision uuid not null,
  sha256 text not null,
  says text not null,
  by_account uuid not null,
  by_name text not null,
  on_day date not null,
  looked_at timestamptz not null,
  primary key (council, looked),
  foreign key (council, decision) references decisions.decision,
  foreign key (council, by_account) references platform.account
);
create index on decisions.paper_looked_at (council, decision);
alter table decisions.paper_looked_at enable row level security;
create policy own on decisions.paper_looked_at using (council = platform.council());
grant select, insert on decisions.paper_looked_at to remit_app;
