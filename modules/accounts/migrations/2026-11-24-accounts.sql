create schema accounts;
grant usage on schema accounts to remit_app;

-- Which identity at which service is which account. The first verified e-mail address makes the link; from then on the service's
-- own name for the person counts, because addresses are given to somebody else one day.
create table accounts.identity (
  council text not null references platform.council,
  issuer text not null,
  subject text not null,
  account uuid not null,
  linked_at timestamptz not null,
  primary key (council, issuer, subject),
  foreign key (council, account) references platform.account
);
create unique index on accounts.identity (council, issuer, account);
alter table accounts.identity enable row level security;
create policy own on accounts.identity using (council = platform.council());
grant select, insert, delete on accounts.identity to remit_app;

-- Somebody on their way to the identity service and back. A row is used once; the browser holds what its digest is of.
create table accounts.trip (
  council text not null references platform.council,
  digest bytea not null,
  state text not null,
  nonce text not null,
  verifier text not null,
  version integer not null,
  next text,
  expires_at timestamptz not null,
  primary key (council, digest)
);
create index on accounts.trip (council, expires_at);
alter table accounts.trip enable row level security;
create policy own on accounts.trip using (council = platform.council());
grant select, insert, delete on accounts.trip to remit_app;
