-- Programs of a council that sign in to the API by a key. Each has an account, so that it can be appointed to a post and its acts
-- name it; what it signs in as stands here and not there, so that no letter to a role ever goes to a program.
create table platform.program (
  council text not null,
  account uuid not null,
  roles text[] not null,
  -- Only a digest of the key is kept: a stolen table signs nobody in. The mark is its last four letters, to know it by.
  digest bytea not null,
  mark text not null,
  -- Whoever answers for it; letters to it go there.
  contact text not null,
  made_at timestamptz not null,
  made_by text not null,
  -- The first day on which it is refused.
  until_day date not null,
  used_at timestamptz,
  revoked_at timestamptz,
  revoked_by text,
  primary key (council, account),
  unique (council, digest),
  foreign key (council, account) references platform.account,
  check ((revoked_at is null) = (revoked_by is null))
);
alter table platform.program enable row level security;
create policy own on platform.program using (council = platform.council());
grant select, insert on platform.program to remit_app;
grant update (used_at, revoked_at, revoked_by) on platform.program to remit_app;
