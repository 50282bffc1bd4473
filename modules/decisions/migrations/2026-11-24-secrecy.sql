-- What of a record is withheld, passage by passage, and on what ground. A restriction is never deleted: it is lifted, by somebody
-- on a day, and says why.
create table decisions.restriction (
  council text not null references platform.council,
  restriction uuid not null,
  decision uuid not null,
  place text not null check (place in ('purpose', 'reasons', 'alternatives', 'conflicts', 'dispensations', 'author', 'wards', 'key-reasoning', 'clause', 'paper')),
  clause uuid,
  paper uuid,
  passage text,
  kind text not null check (kind in ('confidential', 'exempt')),
  paragraphs jsonb not null,
  public_interest text not null,
  decided_by text not null,
  decided_on date not null,
  review_on date,
  public_version jsonb,
  added_by text not null,
  added_at timestamptz not null,
  lifted_on date,
  lifted_by text,
  lifted_because text,
  primary key (council, restriction),
  foreign key (council, decision) references decisions.decision,
  check ((passage is null) = (place = 'paper')),
  check ((place = 'clause') = (clause is not null)),
  check ((place = 'paper') = (paper is not null)),
  check (kind = 'confidential' or (jsonb_array_length(paragraphs) > 0 and review_on is not null)),
  check ((lifted_on is null) = (lifted_by is null) and (lifted_on is null) = (lifted_because is null))
);
create index on decisions.restriction (council, decision);
create index on decisions.restriction (council, review_on) where lifted_on is null and review_on is not null;

-- Who read what is withheld, and when: a member's reading of it is a line here and in the journal.
create table decisions.withheld_reading (
  council text not null references platform.council,
  reading uuid not null,
  decision uuid not null,
  account uuid not null,
  by_name text not null,
  paper uuid,
  restrictions uuid[] not null,
  read_at timestamptz not null,
  primary key (council, reading),
  foreign key (council, decision) references decisions.decision
);
create index on decisions.withheld_reading (council, decision, read_at desc);

-- Somebody looked at whether a person could be recognised from what will be published, and says why not. It holds for that text.
create table decisions.identification_considered (
  council text not null references platform.council,
  considered uuid not null,
  decision uuid not null,
  digest text not null,
  because text not null,
  by_name text not null,
  on_day date not null,
  considered_at timestamptz not null,
  primary key (council, considered),
  foreign key (council, decision) references decisions.decision
);
create index on decisions.identification_considered (council, decision);

do $$
declare t text;
begin
  foreach t in array array['restriction', 'withheld_reading', 'identification_considered'] loop
    execute format('alter table decisions.%I enable row level security', t);
    execute format('create policy own on decisions.%I using (council = platform.council())', t);
    execute format('grant select, insert on decisions.%I to remit_app', t);
  end loop;
end $$;
grant update (lifted_on, lifted_by, lifted_because) on decisions.restriction to remit_app;

create function decisions.lifted_once() returns trigger language plpgsql as $$
begin
  if old.lifted_on is not null then
    raise exception 'A restriction is lifted once' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger lifted_once before update on decisions.restriction for each row execute function decisions.lifted_once();
