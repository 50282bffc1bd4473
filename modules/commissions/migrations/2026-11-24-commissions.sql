create schema commissions;
grant usage on schema commissions to remit_app, remit_public;

-- An undertaking, "Care at home 2025", and what is settled about it as a whole.
create table commissions.commission (
  council text not null references platform.council,
  commission uuid not null,
  ref text not null,
  title text not null,
  subject text not null,
  lead text not null,
  why text not null,
  state text not null check (state in ('open', 'closed')),
  opened_on date not null,
  opened_by text not null,
  -- The act under which it was opened.
  opened_act text not null,
  closed_on date,
  closed_because text,
  -- Whether the public may see it, and which of its parts.
  is_public boolean not null default false,
  shows text[] not null default '{}',
  -- Grows with every change of this row, so that of two people at one form the later is told.
  version integer not null default 1,
  changed_at timestamptz not null,
  changed_by text not null,
  primary key (council, commission),
  unique (council, ref),
  foreign key (council, lead) references authority.post,
  check ((state = 'closed') = (closed_on is not null))
);
create index newest on commissions.commission (council, opened_on desc, ref desc);

-- The parts of a commission, edition by edition: a plan that was made anew leaves every earlier one where it was.
create table commissions.edition (
  council text not null,
  commission uuid not null,
  part text not null check (part in ('timeline', 'options', 'risks', 'duties', 'need')),
  n integer not null,
  document jsonb not null,
  why text not null,
  made_on date not null,
  made_at timestamptz not null,
  made_by text not null,
  primary key (council, commission, part, n),
  foreign key (council, commission) references commissions.commission
);

-- Records that belong to it. A link that was wrong is ended with the reason and stays to be seen.
create table commissions.link (
  council text not null,
  link uuid not null,
  commission uuid not null,
  kind text not null,
  record text not null,
  says text not null,
  -- A decision that relies on what the commission wrote down of equality and duties.
  relies boolean not null default false,
  linked_on date not null,
  linked_by text not null,
  ended_on date,
  ended_because text,
  ended_by text,
  primary key (council, link),
  foreign key (council, commission) references commissions.commission,
  check ((ended_on is null) = (ended_because is null))
);
create index on commissions.link (council, commission, linked_on);
create index on commissions.link (council, record);

-- What somebody owes by a day: a review that a decision asked for.
create table commissions.owed (
  council text not null,
  owed uuid not null,
  commission uuid not null,
  words text not null,
  source text not null,
  owner text not null,
  due date not null,
  owed_on date not null,
  owed_by text not null,
  reminded_on date,
  done_on date,
  evidence text,
  done_by text,
  primary key (council, owed),
  foreign key (council, commission) references commissions.commission,
  foreign key (council, owner) references authority.post,
  check ((done_on is null) = (evidence is null))
);
create index on commissions.owed (council, commission, due);
create index waiting on commissions.owed (council, due) where done_on is null;

-- What the public sees of a commission, written whenever that changes; the public role can read this table and no other here.
create table commissions.shown (
  council text not null references platform.council,
  commission uuid not null,
  ref text not null,
  title text not null,
  subject text not null,
  state text not null,
  opened_on date not null,
  document jsonb not null,
  search tsvector not null,
  primary key (council, commission),
  unique (council, ref)
);
create index newest_shown on commissions.shown (council, opened_on desc, ref desc);
create index words on commissions.shown using gin (search);

do $$
declare t text;
begin
  foreach t in array array['commission', 'edition', 'link', 'owed', 'shown'] loop
    execute format('alter table commissions.%I enable row level security', t);
    execute format('create policy own on commissions.%I using (council = platform.council())', t);
    execute format('grant select, insert on commissions.%I to remit_app', t);
  end loop;
end $$;

-- Nobody but the owner changes an edition.
grant update on commissions.commission to remit_app;
grant update (ended_on, ended_because, ended_by) on commissions.link to remit_app;
grant update (reminded_on, done_on, evidence, done_by, due) on commissions.owed to remit_app;
grant update, delete on commissions.shown to remit_app;
grant select on commissions.shown to remit_public;
