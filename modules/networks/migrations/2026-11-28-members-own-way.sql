-- How a member comes in without an account: by a link in a letter, or by a code on paper. Only digests are kept. A way that is
-- taken back is deleted.
create table network_people.way_in (
  council text not null,
  way uuid not null,
  member uuid not null,
  kind text not null check (kind in ('link', 'code')),
  digest bytea not null,
  made_at timestamptz not null,
  until timestamptz not null check (until > made_at),
  primary key (council, way),
  unique (council, digest),
  foreign key (council, member) references network_people.member
);
create index on network_people.way_in (council, member);

-- What a member is to be told, until they were: by a letter of ours, or by whoever runs the network.
create table network_people.notice (
  council text not null,
  notice uuid not null,
  member uuid not null,
  kind text not null check (kind in ('invitation', 'change', 'cancellation', 'answer', 'payment', 'panel', 'report')),
  -- The workshop, issue or network that it is about.
  about text not null,
  subject text not null,
  body text not null,
  way text not null check (way in ('email', 'phone', 'post', 'host')),
  -- Whether the member has agreed to be written to about such things; whoever has not is told when they are next spoken to.
  agreed boolean not null,
  -- The letter in platform.mail; no foreign key, because an address can be forgotten with all letters to it.
  letter uuid,
  written_on date not null,
  told_on date,
  told_how text,
  primary key (council, notice),
  foreign key (council, member) references network_people.member,
  check ((told_on is null) = (told_how is null)),
  check (letter is null or (way = 'email' and agreed))
);
create index on network_people.notice (council, member);
create index untold on network_people.notice (council, written_on, notice) where told_on is null;

alter table network_people.invitation add column wants text[] not null default '{}'
  check (wants <@ array['carer-cover', 'easy-read', 'sensory', 'travel']);
alter table network_people.invitation add column wants_words text;

-- The day by which a member is asked again what they need.
alter table network_people.member add column access_review_by date;
update network_people.member set access_review_by = access_reviewed_on + interval '1 year' where access_reviewed_on is not null;

-- The year's report as it was published: one document, never changed; another edition follows it.
create table networks.year_report (
  council text not null,
  network uuid not null,
  year integer not null,
  edition integer not null,
  published_on date not null,
  document jsonb not null,
  primary key (council, network, year, edition),
  foreign key (council, network) references networks.network
);

do $$
declare t text;
begin
  foreach t in array array['network_people.way_in', 'network_people.notice', 'networks.year_report'] loop
    execute format('alter table %s enable row level security', t);
    execute format('create policy own on %s using (council = platform.council())', t);
    execute format('grant select, insert on %s to remit_app', t);
  end loop;
end $$;

grant delete on network_people.way_in, network_people.notice to remit_app;
grant update (told_on, told_how, letter) on network_people.notice to remit_app;
grant update (preference) on network_people.payment to remit_app;
grant select on networks.year_report to remit_public;
