-- Two roles that own nothing. Roles belong to the whole cluster, so another database may have made them already.
do $$ begin create role remit_app nologin; exception when duplicate_object or unique_violation then null; end $$;
do $$ begin create role remit_public nologin; exception when duplicate_object or unique_violation then null; end $$;
do $$ begin
  execute format('grant remit_app, remit_public to %I', current_user);
exception when others then null; -- a superuser needs no grant, and cannot always be given one
end $$;
grant usage on schema platform to remit_app, remit_public;

-- The council whose rows the present transaction may see; null outside one, and null equals nothing.
create function platform.council() returns text language sql stable parallel safe
  return current_setting('remit.council', true);

-- Tenants. Every other table starts its key with the council.
create table platform.council (
  council text primary key check (council ~ '^[a-z][a-z0-9-]{0,40}$'),
  name text not null,
  colour text not null default '#1d4f63' check (colour ~ '^#[0-9a-f]{6}$'),
  demo boolean not null default false,
  -- A demo council can be moved forward in time, so that a call-in clock can be watched running out.
  days_ahead integer not null default 0 check (days_ahead >= 0 and (demo or days_ahead = 0)),
  created_at timestamptz not null default now()
);
alter table platform.council enable row level security;
create policy own on platform.council using (council = platform.council());
grant select on platform.council to remit_app, remit_public;
grant update (days_ahead) on platform.council to remit_app;

-- People who can sign in. Which posts they hold, and when, is authority's business.
create table platform.account (
  council text not null references platform.council,
  account uuid not null,
  name text not null,
  email text not null,
  roles text[] not null,
  -- In a demo council, a sentence about who this is; such accounts can be picked without a password.
  persona text,
  active boolean not null default true,
  primary key (council, account)
);
create unique index on platform.account (council, lower(email));
alter table platform.account enable row level security;
create policy own on platform.account using (council = platform.council());
grant select, insert, update on platform.account to remit_app;

-- Only a digest of the cookie is kept: a stolen table signs nobody in.
create table platform.session (
  council text not null,
  digest bytea not null,
  account uuid not null,
  started_at timestamptz not null,
  expires_at timestamptz not null,
  primary key (council, digest),
  foreign key (council, account) references platform.account
);
create index on platform.session (council, account);
alter table platform.session enable row level security;
create policy own on platform.session using (council = platform.council());
grant select, insert, delete on platform.session to remit_app;

-- Everything that was done or refused, in order. `entry` is the exact text that was hashed; the columns beside it are copies
-- for looking things up, and `remit verify` compares them. Nobody but the owner can change or remove a row.
create table platform.journal (
  council text not null references platform.council,
  seq bigint not null,
  at timestamptz not null,
  account uuid,
  use_case text not null,
  outcome text not null check (outcome in ('done', 'refused')),
  subject text,
  entry text not null,
  hash bytea not null,
  primary key (council, seq)
);
create index on platform.journal (council, subject, seq);
create index on platform.journal (council, at);
alter table platform.journal enable row level security;
create policy own on platform.journal using (council = platform.council());
grant select, insert on platform.journal to remit_app;

create table platform.journal_head (
  council text primary key references platform.council,
  seq bigint not null default 0,
  hash bytea not null default '\x'
);
alter table platform.journal_head enable row level security;
create policy own on platform.journal_head using (council = platform.council());
grant select, update on platform.journal_head to remit_app;

-- What happened and must be told to others, written with the change itself; the relay carries it on.
create table platform.outbox (
  council text not null references platform.council,
  id uuid not null,
  topic text not null,
  payload jsonb not null,
  at timestamptz not null,
  relayed_at timestamptz,
  primary key (council, id)
);
create index waiting on platform.outbox (at) where relayed_at is null;
alter table platform.outbox enable row level security;
create policy own on platform.outbox using (council = platform.council());
grant select, insert on platform.outbox to remit_app;

-- Which announcements a reaction has already dealt with: a message delivered twice is handled once.
create table platform.handled (
  council text not null,
  reaction text not null,
  id uuid not null,
  at timestamptz not null default now(),
  primary key (council, reaction, id),
  foreign key (council, id) references platform.outbox
);
alter table platform.handled enable row level security;
create policy own on platform.handled using (council = platform.council());
grant select, insert on platform.handled to remit_app;

-- A form sent twice is one act: the first outcome is kept under the form's own key and given again.
create table platform.once (
  council text not null references platform.council,
  key uuid not null,
  use_case text not null,
  outcome text,
  at timestamptz not null,
  primary key (council, key)
);
alter table platform.once enable row level security;
create policy own on platform.once using (council = platform.council());
grant select, insert, update on platform.once to remit_app;

-- E-mail that was or will be sent; without a mail service the desk reads it here.
create table platform.mail (
  council text not null references platform.council,
  id uuid not null,
  account uuid not null,
  subject text not null,
  body text not null,
  at timestamptz not null,
  sent_at timestamptz,
  primary key (council, id),
  foreign key (council, account) references platform.account
);
create index on platform.mail (council, account, at desc);
alter table platform.mail enable row level security;
create policy own on platform.mail using (council = platform.council());
grant select, insert on platform.mail to remit_app;

-- Files exactly as they were given, found again by their digest.
create table platform.file (
  council text not null references platform.council,
  sha256 bytea not null,
  name text not null,
  media_type text not null,
  bytes bytea not null,
  kept_at timestamptz not null,
  primary key (council, sha256)
);
alter table platform.file enable row level security;
create policy own on platform.file using (council = platform.council());
grant select, insert on platform.file to remit_app;
