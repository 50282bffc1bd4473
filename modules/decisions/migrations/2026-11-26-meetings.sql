-- Meetings of bodies, their agendas and who was there. The public sees none of these tables but `meeting_page`, which is written
-- when an agenda or minutes are published.
create table decisions.meeting (
  council text not null references platform.council,
  meeting uuid not null,
  ref text not null,
  body text not null,
  held_on date not null,
  at_time text not null,
  place text not null,
  -- With the public shut out, whole; an item by itself may be taken in private as well.
  in_private boolean not null default false,
  state text not null default 'called' check (state in ('called', 'held', 'cancelled')),
  agenda_on date,
  minutes text,
  minutes_on date,
  cancelled_because text,
  primary key (council, meeting),
  unique (council, ref),
  foreign key (council, body) references authority.post
);
create index on decisions.meeting (council, held_on desc, ref desc);

create table decisions.agenda_item (
  council text not null,
  agenda_item uuid not null,
  meeting uuid not null,
  position integer not null,
  title text not null,
  decision uuid,
  in_private boolean not null default false,
  -- Why it came onto the agenda after it was published, as a matter of urgency.
  late_because text,
  added_on date not null,
  primary key (council, agenda_item),
  foreign key (council, meeting) references decisions.meeting,
  foreign key (council, decision) references decisions.decision
);
create index on decisions.agenda_item (council, meeting, position);
create index on decisions.agenda_item (council, decision);

-- Who was there, and what each declared: words, or positively nothing.
create table decisions.attendance (
  council text not null,
  attendance uuid not null,
  meeting uuid not null,
  n integer not null,
  name text not null,
  present boolean not null,
  interests text not null,
  dispensations text not null,
  primary key (council, attendance),
  foreign key (council, meeting) references decisions.meeting
);
create index on decisions.attendance (council, meeting, n);

create table decisions.meeting_page (
  council text not null references platform.council,
  meeting uuid not null,
  ref text not null,
  body text not null,
  body_title text not null,
  held_on date not null,
  document jsonb not null,
  primary key (council, meeting),
  unique (council, ref)
);
create index on decisions.meeting_page (council, held_on desc, ref desc);

do $$
declare t text;
begin
  foreach t in array array['meeting', 'agenda_item', 'attendance', 'meeting_page'] loop
    execute format('alter table decisions.%I enable row level security', t);
    execute format('create policy own on decisions.%I using (council = platform.council())', t);
    execute format('grant select, insert on decisions.%I to remit_app', t);
  end loop;
end $$;
grant update on decisions.meeting, decisions.agenda_item, decisions.meeting_page to remit_app;
grant delete on decisions.agenda_item, decisions.attendance to remit_app;
grant select on decisions.meeting_page to remit_public;
