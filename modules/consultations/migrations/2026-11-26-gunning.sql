-- Whether it could still be decided otherwise: the options that were open, or why there was one, and what whoever is answerable says.
create table consultations.open_mind (
  council text not null,
  consultation uuid not null,
  n integer not null,
  options text[] not null,
  because text,
  could_differ text not null,
  on_day date not null,
  by_name text not null,
  primary key (council, consultation, n),
  foreign key (council, consultation) references consultations.consultation,
  check (cardinality(options) >= 2 or because is not null)
);

-- By which answer it shows that a group that is affected spoke, or how else it was heard; the last line of a group counts.
create table consultations.group_heard (
  council text not null,
  consultation uuid not null,
  group_name text not null,
  n integer not null,
  question text,
  choice text,
  otherwise text,
  on_day date not null,
  by_name text not null,
  primary key (council, consultation, group_name, n),
  foreign key (council, consultation) references consultations.consultation,
  check ((question is null) = (choice is null)),
  check ((question is null) <> (otherwise is null))
);

-- Whoever holds the post that decides says that they have read the report. Sealed in the journal.
create table consultations.reading (
  council text not null,
  reading uuid not null,
  consultation uuid not null,
  decision text not null,
  post text not null,
  post_title text not null,
  account uuid not null,
  name text not null,
  says text not null,
  on_day date not null,
  primary key (council, reading),
  unique (council, consultation, decision, account),
  foreign key (council, consultation) references consultations.consultation
);

-- A decision asks which consultations it rests on.
create index serves on consultations.consultation using gin (serves);

do $$
declare one regclass;
begin
  foreach one in array array['consultations.open_mind', 'consultations.group_heard', 'consultations.reading']::regclass[] loop
    execute format('alter table %s enable row level security', one);
    execute format('create policy own on %s using (council = platform.council())', one);
    execute format('grant select, insert on %s to remit_app', one);
    execute format('create trigger kept before update or delete on %s for each row execute function consultations.never()', one);
  end loop;
end $$;
