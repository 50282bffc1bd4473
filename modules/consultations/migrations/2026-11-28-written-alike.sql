-- Responses that were written alike, as they were last found: groups, each with the words that most of it share. Worked out from what
-- was received and found anew at will; what people have said of a member (that it was read, or is taken out) is kept.
create table consultations.alike_group (
  council text not null,
  consultation uuid not null,
  -- Never given twice, so that the journal names one group.
  n integer not null,
  -- Whose words are the common ones.
  common uuid not null,
  text_hash bytea not null,
  -- How many different texts, and how its members stand: running counts.
  texts integer not null,
  alike integer not null,
  differs integer not null,
  apart integer not null,
  read integer not null,
  out integer not null,
  -- All but those that are out.
  responses integer not null generated always as (alike + differs + apart + read) stored,
  primary key (council, consultation, n),
  foreign key (council, consultation) references consultations.consultation,
  foreign key (council, common) references consultations.response
);
create index largest on consultations.alike_group (council, consultation, responses desc, n);
create unique index of_common on consultations.alike_group (council, consultation, text_hash);

create table consultations.alike (
  council text not null,
  response uuid not null,
  consultation uuid not null,
  n integer not null,
  -- Where it says something in words, in the order of the questionnaire.
  questions text[] not null,
  -- Words that the common text has not, and words of it that are not here.
  added integer not null,
  left_out integer not null,
  -- alike: but for a few words; differs: a person reads it first; apart: it answers other questions in words as well, and is coded by
  -- itself; read: somebody read it and found no more than the others say; out: somebody took it out of the group.
  stands text not null check (stands in ('alike', 'differs', 'apart', 'read', 'out')),
  because text,
  at timestamptz,
  by_name text,
  primary key (council, response),
  foreign key (council, response) references consultations.response,
  foreign key (council, consultation, n) references consultations.alike_group
);
create index most_added on consultations.alike (council, consultation, n, stands, added desc, response desc);

-- When it was last looked for, and over how many.
create table consultations.alike_look (
  council text not null,
  consultation uuid not null,
  looked_at timestamptz not null,
  by_name text not null,
  responses integer not null,
  texts integer not null,
  last_n integer not null,
  primary key (council, consultation),
  foreign key (council, consultation) references consultations.consultation
);

-- A group coded at once: which codes its members were given, answer by answer, by whom; and whether it was undone.
create table consultations.alike_coding (
  council text not null,
  act uuid not null,
  consultation uuid not null,
  n integer not null,
  codes jsonb not null,
  coder_name text not null,
  because text not null,
  responses integer not null,
  at timestamptz not null,
  undone_at timestamptz,
  undone_by text,
  undone_because text,
  -- Coded by two people since, and so left as they are.
  kept integer,
  primary key (council, act),
  foreign key (council, consultation, n) references consultations.alike_group
);
create index of_group on consultations.alike_coding (council, consultation, n, at);

-- By which act an answer was coded, where it was coded with its group.
alter table consultations.coding add column act uuid;
create index by_act on consultations.coding (council, act) where act is not null;
alter table consultations.coded add column act uuid;
create index coded_by_act on consultations.coded (council, act) where act is not null;
-- grouped: of the answers that stand under a code, those that were coded with their group.
alter table consultations.coding_tally drop constraint coding_tally_kind_check;
alter table consultations.coding_tally add constraint coding_tally_kind_check
  check (kind in ('used', 'yy', 'yn', 'ny', 'nn', 'state', 'grouped'));

do $$
declare one regclass;
begin
  foreach one in array array['consultations.alike_group', 'consultations.alike', 'consultations.alike_look', 'consultations.alike_coding']::regclass[] loop
    execute format('alter table %s enable row level security', one);
    execute format('create policy own on %s using (council = platform.council())', one);
    execute format('grant select, insert, update on %s to remit_app', one);
  end loop;
end $$;
grant delete on consultations.alike_group, consultations.alike, consultations.coded to remit_app;
