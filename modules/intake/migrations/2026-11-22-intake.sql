create schema intake;
grant usage on schema intake to remit_app, remit_public;

-- A document that somebody gave, and what it came to: its text as it was read, or why it could not be. The file itself is kept
-- in platform.file, exactly as it was given.
create table intake.document (
  council text not null references platform.council,
  document uuid not null,
  sha256 bytea not null,
  name text not null,
  media_type text not null,
  size bigint not null check (size >= 0),
  -- Null for a visitor, who is known to nobody.
  given_by uuid,
  given_by_name text not null,
  given_at timestamptz not null,
  -- The text as it was read; every place in a reading is a place in it.
  text text,
  notes text[] not null default '{}',
  refused text,
  primary key (council, document),
  foreign key (council, sha256) references platform.file,
  foreign key (council, given_by) references platform.account,
  check ((text is null) = (refused is not null))
);
create index refused on intake.document (council, given_at desc) where refused is not null;
create index by_strangers on intake.document (council, given_at) include (size) where given_by is null;

-- What one record in a document was read to say. Never changed: corrections stand beside it.
create table intake.reading (
  council text not null,
  reading uuid not null,
  document uuid not null,
  -- Its place among the records of the document, from 0.
  place integer not null check (place >= 0),
  title text,
  maker text,
  decided_on date,
  layout text not null,
  said jsonb not null,
  read_at timestamptz not null,
  search tsvector not null,
  primary key (council, reading),
  unique (council, document, place),
  foreign key (council, document) references intake.document
);
create index newest on intake.reading (council, read_at desc, reading desc);
create index words on intake.reading using gin (search);

-- What somebody corrected in a reading, in order. Undoing is a correction too.
create table intake.correction (
  council text not null,
  reading uuid not null,
  n integer not null check (n >= 1),
  -- Which part: "title", "clauses.2".
  part text not null,
  old jsonb,
  new jsonb,
  why text,
  undoes integer,
  by_account uuid,
  by_name text not null,
  corrected_at timestamptz not null,
  -- What the rules found in the reading as it then stood.
  findings jsonb not null,
  -- Of two people at one reading, the second finds the number taken.
  primary key (council, reading, n),
  foreign key (council, reading) references intake.reading,
  foreign key (council, by_account) references platform.account
);

do $$
declare t text;
begin
  foreach t in array array['document', 'reading', 'correction'] loop
    execute format('alter table intake.%I enable row level security', t);
    execute format('create policy own on intake.%I using (council = platform.council())', t);
    execute format('grant select, insert on intake.%I to remit_app', t);
  end loop;
end $$;

-- The public can read no table of this schema. Whoever holds the address of a reading, which cannot be guessed, is let through
-- these doors and to nothing else; they step over row-level security, so each says whose council it is.
create function intake.document_at(given uuid) returns setof intake.document
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select d.* from intake.document d where d.council = platform.council() and d.document = given
$$;
create function intake.reading_at(given uuid) returns setof intake.reading
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select r.* from intake.reading r where r.council = platform.council() and r.reading = given
$$;
create function intake.readings_of(given uuid) returns setof intake.reading
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select r.* from intake.reading r where r.council = platform.council() and r.document = given
$$;
create function intake.corrections_of(given uuid) returns setof intake.correction
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select c.* from intake.correction c where c.council = platform.council() and c.reading = given
$$;
revoke execute on all functions in schema intake from public;
grant execute on all functions in schema intake to remit_app, remit_public;
