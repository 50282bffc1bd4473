-- Who wants news by e-mail. Addresses stand here and in the letters on their way, and nowhere else: not in the journal, not in
-- logs. Whoever leaves is forgotten.
create table decisions.subscription_request (
  council text not null references platform.council,
  -- The digest of the token that the letter carries; the token itself is kept nowhere.
  digest bytea not null,
  address text not null,
  topics jsonb not null,
  asked_at timestamptz not null,
  primary key (council, digest)
);
create index on decisions.subscription_request (council, lower(address), asked_at);

create table decisions.subscriber (
  council text not null references platform.council,
  subscriber uuid not null,
  address text not null,
  -- Stands in every letter, and lets whoever has it leave.
  leave_token text not null,
  confirmed_at timestamptz not null,
  primary key (council, subscriber)
);
create unique index on decisions.subscriber (council, lower(address));
create unique index on decisions.subscriber (council, leave_token);

create table decisions.subscription (
  council text not null,
  subscriber uuid not null,
  topic text not null check (topic in ('all', 'subject', 'maker', 'call-ins', 'forward-plan')),
  value text not null default '',
  primary key (council, subscriber, topic, value),
  foreign key (council, subscriber) references decisions.subscriber on delete cascade
);
create index on decisions.subscription (council, topic, value);

do $$
declare t text;
begin
  foreach t in array array['subscription_request', 'subscriber', 'subscription'] loop
    execute format('alter table decisions.%I enable row level security', t);
    execute format('create policy own on decisions.%I using (council = platform.council())', t);
    execute format('grant select, insert, delete on decisions.%I to remit_app', t);
  end loop;
end $$;

create index told on decisions.call_in_window (council, changed_at desc) where sequence > 0;
