-- Where a council's people reach it, for letters and for the way back from its identity service.
alter table platform.council add column address text
  check (address ~ '^https?://[A-Za-z0-9.-]+(:[0-9]{1,5})?$');

-- The first day on which somebody who leaves can no longer sign in; who has left on the day itself is not active any more.
alter table platform.account add column closes_on date;
alter table platform.account add column signed_in_at timestamptz;
create index on platform.account (council, lower(name), account);

-- What people need to know their own sessions by. The name of a session signs nobody in: only its token does.
alter table platform.session add column session uuid not null default gen_random_uuid();
alter table platform.session add column seen_at timestamptz;
alter table platform.session add column browser text not null default 'An unknown browser';
alter table platform.session add column way text not null default 'persona' check (way in ('persona', 'identity-service'));
grant update (seen_at) on platform.session to remit_app;

-- How a council wants to be served, each from a day: never changed, only followed by the next.
create table platform.setting (
  council text not null references platform.council,
  key text not null,
  version integer not null,
  from_day date not null,
  value jsonb not null,
  set_at timestamptz not null,
  set_by text not null,
  primary key (council, key, version)
);
alter table platform.setting enable row level security;
create policy own on platform.setting using (council = platform.council());
grant select, insert on platform.setting to remit_app;

-- Letters on their way: how often they were tried, what stood in the way, and when they were given up.
alter table platform.mail add column queued_at timestamptz;
alter table platform.mail add column tries integer not null default 0;
alter table platform.mail add column trouble text;
alter table platform.mail add column given_up_at timestamptz;
grant update (queued_at, sent_at, tries, trouble, given_up_at) on platform.mail to remit_app;
create index unsent on platform.mail (council, at) where sent_at is null and given_up_at is null;
