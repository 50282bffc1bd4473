-- Who was reminded of what on which day, so that nobody is reminded twice of one lateness on one day.
create table decisions.reminded (
  council text not null references platform.council,
  kind text not null check (kind in ('clear', 'decide', 'publish')),
  item text not null,
  account uuid not null,
  day date not null,
  primary key (council, kind, item, account, day),
  foreign key (council, account) references platform.account
);
alter table decisions.reminded enable row level security;
create policy own on decisions.reminded using (council = platform.council());
grant select, insert on decisions.reminded to remit_app;
