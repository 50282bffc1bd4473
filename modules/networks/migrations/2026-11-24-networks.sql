create schema networks;
grant usage on schema networks to remit_app, remit_public;

-- What is known of the people in a network stands apart from everything else and the public role cannot even name it.
create schema network_people;
grant usage on schema network_people to remit_app;

-- A group of people who shape what is commissioned, opened under a decision.
create table networks.network (
  council text not null references platform.council,
  network uuid not null,
  ref text not null,
  title text not null,
  subject text not null,
  purpose text not null,
  lead_post text not null,
  -- The decision (D-…) or commission (C-…) that it serves.
  serves text,
  host_name text,
  -- Who works for the host organisation and keeps the network's records.
  host_account uuid,
  -- The area that members live in, and what connects them, in the words of the decision.
  area text not null,
  connected_by text not null,
  -- By topic: {"topic": "housing", "title": "Housing"}.
  topics jsonb not null,
  yearly_budget_pence bigint not null check (yearly_budget_pence >= 0),
  hourly_fee_pence bigint not null check (hourly_fee_pence >= 0),
  opened_on date not null,
  opened_act text not null,
  closed_on date check (closed_on >= opened_on),
  primary key (council, network),
  unique (council, ref),
  foreign key (council, host_account) references platform.account
);

-- What members are compared by, one way at a time: age, gender, part of town. Shares are hundredths of a per cent.
create table networks.measure (
  council text not null,
  network uuid not null,
  measure text not null,
  position integer not null,
  title text not null,
  source text not null,
  -- [{"answer": "18-29", "title": "18 to 29", "share": 1450}]
  answers jsonb not null,
  primary key (council, network, measure),
  foreign key (council, network) references networks.network
);

-- How many described themselves so in a year. A number and nobody's name: nothing here leads to a member.
create table networks.tally (
  council text not null,
  network uuid not null,
  year integer not null,
  measure text not null,
  answer text not null,
  people integer not null check (people >= 0),
  primary key (council, network, year, measure, answer),
  foreign key (council, network) references networks.network
);

-- What was published of the tallies, once it was made safe; the counts behind it are kept to guard the next release.
create table networks.representation (
  council text not null,
  network uuid not null,
  release integer not null,
  year integer not null,
  published_on date not null,
  counted jsonb not null,
  shown jsonb not null,
  primary key (council, network, release),
  foreign key (council, network) references networks.network
);

create table networks.workshop (
  council text not null,
  workshop uuid not null,
  network uuid not null,
  ref text not null,
  title text not null,
  day date not null,
  -- Minutes after midnight.
  from_minute integer not null check (from_minute between 0 and 1439),
  until_minute integer not null check (until_minute > from_minute and until_minute <= 1440),
  place text not null,
  online text,
  agenda text not null,
  access_plan text not null,
  places integer not null check (places between 1 and 1000),
  state text not null check (state in ('planned', 'held', 'cancelled')),
  notes text,
  cancelled_because text,
  primary key (council, workshop),
  unique (council, ref),
  foreign key (council, network) references networks.network,
  check ((state = 'held') = (notes is not null)),
  check ((state = 'cancelled') = (cancelled_because is not null))
);
create index on networks.workshop (council, network, day desc);

-- Something that was raised, until whoever raised it was told what came of it.
create table networks.issue (
  council text not null,
  issue uuid not null,
  network uuid not null,
  ref text not null,
  topic text not null,
  says text not null,
  raised_on date not null,
  how text not null check (how in ('workshop', 'member', 'anonymous')),
  workshop uuid,
  owner_body text,
  owner_name text,
  answer_by date,
  outcome text check (outcome in ('will', 'partly', 'will-not')),
  answer text,
  answered_on date,
  told_on date,
  told_how text,
  -- Whether it stands on the network's public page; the words are checked for names first.
  public boolean not null default false,
  primary key (council, issue),
  unique (council, ref),
  foreign key (council, network) references networks.network,
  foreign key (council, workshop) references networks.workshop,
  check ((outcome is null) = (answered_on is null) and (outcome is null) = (answer is null)),
  check ((owner_body is null) = (answer_by is null)),
  check (outcome is null or owner_body is not null),
  check ((told_on is null) = (told_how is null)),
  check (told_on is null or answered_on is not null)
);
create index on networks.issue (council, network, raised_on desc, ref desc);

create table network_people.member (
  council text not null,
  member uuid not null,
  network uuid not null,
  name text not null,
  email text,
  phone text,
  post_address text,
  contact_by text not null check (contact_by in ('email', 'phone', 'post', 'host')),
  connection text not null check (connection in ('autistic', 'family', 'carer', 'advocate')),
  -- How the person describes themselves, in their own words; nobody has to.
  describes text,
  source text not null,
  consents text[] not null,
  consented_on date not null,
  payment text not null check (payment in ('money', 'voucher', 'none', 'donate')),
  -- The benefit whose limits have to be watched, where the person said so.
  benefit text check (benefit in ('esa', 'uc')),
  access_reviewed_on date,
  joined_on date not null,
  left_on date,
  primary key (council, member),
  foreign key (council, network) references networks.network,
  check (left_on >= joined_on)
);
create index on network_people.member (council, network, lower(name));

-- Access needs, by the Accessible Information Standard: identified, recorded, flagged, shared where agreed, met, reviewed.
create table network_people.need (
  council text not null,
  member uuid not null,
  need text not null,
  words text,
  recorded_on date not null,
  ended_on date,
  primary key (council, member, need, recorded_on),
  foreign key (council, member) references network_people.member
);

create table network_people.invitation (
  council text not null,
  workshop uuid not null,
  member uuid not null,
  invited_on date not null,
  answer text check (answer in ('yes', 'no')),
  attended boolean,
  needs_met boolean,
  needs_words text,
  primary key (council, workshop, member),
  foreign key (council, workshop) references networks.workshop,
  foreign key (council, member) references network_people.member
);
create index on network_people.invitation (council, member);

-- Who raised what, where it was not anonymous.
create table network_people.raised (
  council text not null,
  issue uuid not null,
  member uuid not null,
  primary key (council, issue),
  foreign key (council, issue) references networks.issue,
  foreign key (council, member) references network_people.member
);

-- Who has described themselves in a year, and not how.
create table network_people.described (
  council text not null,
  member uuid not null,
  year integer not null,
  primary key (council, member, year),
  foreign key (council, member) references network_people.member
);

create table network_people.payment (
  council text not null,
  payment uuid not null,
  member uuid not null,
  workshop uuid not null,
  day date not null,
  minutes integer not null check (minutes > 0),
  fee_pence bigint not null check (fee_pence >= 0),
  expenses_pence bigint not null check (expenses_pence >= 0),
  carer_cover_pence bigint not null check (carer_cover_pence >= 0),
  preference text not null check (preference in ('money', 'voucher', 'none', 'donate')),
  -- What the person was told about their benefit before the offer.
  warnings jsonb not null,
  state text not null check (state in ('offered', 'accepted', 'declined', 'paid')),
  changed_on date not null,
  primary key (council, payment),
  unique (council, member, workshop),
  foreign key (council, member) references network_people.member,
  foreign key (council, workshop) references networks.workshop
);
create index on network_people.payment (council, member, day);

-- Members who were asked onto an evaluation panel or another body.
create table network_people.seat (
  council text not null,
  seat uuid not null,
  member uuid not null,
  what text not null,
  asked_on date not null,
  answer text check (answer in ('yes', 'no')),
  answered_on date,
  primary key (council, seat),
  foreign key (council, member) references network_people.member
);

do $$
declare t text;
begin
  foreach t in array array['networks.network', 'networks.measure', 'networks.tally', 'networks.representation', 'networks.workshop', 'networks.issue',
    'network_people.member', 'network_people.need', 'network_people.invitation', 'network_people.raised', 'network_people.described',
    'network_people.payment', 'network_people.seat'] loop
    execute format('alter table %s enable row level security', t);
    execute format('create policy own on %s using (council = platform.council())', t);
    execute format('grant select, insert on %s to remit_app', t);
  end loop;
end $$;

grant update (host_name, host_account, closed_on, yearly_budget_pence, hourly_fee_pence) on networks.network to remit_app;
grant update (position, title, source, answers) on networks.measure to remit_app;
grant update (people) on networks.tally to remit_app;
grant update (title, day, from_minute, until_minute, place, online, agenda, access_plan, places, state, notes, cancelled_because) on networks.workshop to remit_app;
grant update (owner_body, owner_name, answer_by, outcome, answer, answered_on, told_on, told_how, public) on networks.issue to remit_app;
grant update on network_people.member, network_people.invitation to remit_app;
grant update (ended_on) on network_people.need to remit_app;
grant update (state, changed_on) on network_people.payment to remit_app;
grant update (answer, answered_on) on network_people.seat to remit_app;

-- The public sees the network, what is coming and what was published; never the tallies, nor a member.
grant select (council, network, ref, title, subject, purpose, lead_post, serves, host_name, area, connected_by, topics,
  yearly_budget_pence, opened_on, opened_act, closed_on) on networks.network to remit_public;
grant select on networks.measure to remit_public;
grant select (council, network, release, year, published_on, shown) on networks.representation to remit_public;
grant select (council, workshop, network, ref, title, day, from_minute, until_minute, place, online, agenda, access_plan, places, state, cancelled_because)
  on networks.workshop to remit_public;
create policy shown on networks.issue as restrictive for select to remit_public using (public);
grant select (council, issue, network, ref, topic, says, raised_on, how, owner_body, answer_by, outcome, answer, answered_on, told_on, public)
  on networks.issue to remit_public;
