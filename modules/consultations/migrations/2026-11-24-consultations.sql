create schema consultations;
grant usage on schema consultations to remit_app, remit_public;

-- What is once received or frozen stays as it is, whoever asks, the owner of the table included.
create function consultations.never() returns trigger language plpgsql as $$
begin
  raise exception 'A row of %.% is never changed or removed.', tg_table_schema, tg_table_name using errcode = '42501';
end $$;

create table consultations.consultation (
  council text not null references platform.council,
  consultation uuid not null,
  ref text not null,
  -- From 'open' on the day decides the rest: see standingOn.
  state text not null check (state in ('draft', 'open', 'closed', 'analysed', 'reported', 'withdrawn')),
  -- Grows with every change to a draft, so that of two people at one draft the later is told.
  version integer not null default 1,
  title text not null,
  subject text,
  why text,
  affected text,
  contact text,
  -- The decisions (D-…) and commissions (C-…) that it serves.
  serves text[] not null default '{}',
  opens_on date,
  -- The last day on which answers are asked for.
  closes_on date,
  -- How many of a hundred paper forms a second person keys in as well.
  second_keyed integer not null default 10 check (second_keyed between 0 and 100),
  drafted_by uuid not null,
  changed_at timestamptz not null,
  changed_by text not null,
  opened_act text,
  opened_by text,
  primary key (council, consultation),
  unique (council, ref),
  check (closes_on >= opens_on)
);
create index on consultations.consultation (council, changed_at desc);

-- Who is affected, so that the silence of a group shows.
create table consultations.affected_group (
  council text not null,
  consultation uuid not null,
  position integer not null,
  name text not null,
  population integer check (population >= 0),
  source text,
  primary key (council, consultation, position),
  foreign key (council, consultation) references consultations.consultation
);

-- The questions, whole, as one document; frozen when the consultation opens.
create table consultations.questionnaire (
  council text not null,
  consultation uuid not null,
  version integer not null,
  content jsonb not null,
  frozen_at timestamptz,
  primary key (council, consultation, version),
  foreign key (council, consultation) references consultations.consultation
);
create trigger frozen before update or delete on consultations.questionnaire
  for each row when (old.frozen_at is not null) execute function consultations.never();

-- The same questions and answer keys in other words: Easy Read, Welsh, Urdu. `wording` is its short name.
create table consultations.wording (
  council text not null,
  consultation uuid not null,
  wording text not null,
  version integer not null,
  name text not null,
  language text not null,
  direction text not null check (direction in ('ltr', 'rtl')),
  easy_read boolean not null,
  content jsonb not null,
  published_at timestamptz,
  primary key (council, consultation, wording, version),
  foreign key (council, consultation) references consultations.consultation
);
create trigger frozen before update or delete on consultations.wording
  for each row when (old.published_at is not null) execute function consultations.never();

-- What may not be changed quietly: the days of a consultation after it opened, and every move of its state.
create table consultations.event (
  council text not null,
  consultation uuid not null,
  n integer not null,
  what text not null check (what in ('opened', 'extended', 'closed-early', 'closed', 'analysed', 'reported', 'withdrawn')),
  was date,
  becomes date,
  because text,
  on_day date not null,
  by_name text not null,
  primary key (council, consultation, n),
  foreign key (council, consultation) references consultations.consultation
);
create trigger kept before update or delete on consultations.event for each row execute function consultations.never();

-- The supporting pack. A newer version of a document is a new row; nothing that was ever shown disappears.
create table consultations.document (
  council text not null,
  document uuid not null,
  consultation uuid not null,
  kind text not null check (kind in ('proposal', 'reasons', 'costs', 'impact', 'rejected-options', 'equality-analysis', 'accessible', 'other')),
  title text not null,
  version integer not null,
  -- Whether people need it to answer: added late, it asks for more time.
  is_key boolean not null,
  words text,
  file bytea,
  file_name text,
  media_type text,
  size integer,
  because text,
  added_at timestamptz not null,
  added_by text not null,
  primary key (council, document),
  unique (council, consultation, kind, title, version),
  foreign key (council, consultation) references consultations.consultation,
  check ((words is null) <> (file is null))
);
create trigger kept before update or delete on consultations.document for each row execute function consultations.never();

-- One-time codes of letters, as digests: the list itself is handed out once and not kept.
create table consultations.code (
  council text not null,
  consultation uuid not null,
  digest bytea not null,
  batch integer not null,
  made_on date not null,
  primary key (council, consultation, digest),
  foreign key (council, consultation) references consultations.consultation
);

-- Answers on their way: saved section by section, gone when they are sent or 30 days after they were last saved.
create table consultations.started (
  council text not null,
  consultation uuid not null,
  -- Of the code with which somebody goes on; the code itself is not kept.
  digest bytea not null,
  client_key uuid not null,
  wording text not null,
  code_digest bytea,
  answers jsonb not null,
  saved_at timestamptz not null,
  primary key (council, digest),
  unique (council, consultation, client_key),
  foreign key (council, consultation) references consultations.consultation
);
create index on consultations.started (council, saved_at);
create table consultations.started_file (
  council text not null,
  digest bytea not null,
  sha256 bytea not null,
  name text not null,
  media_type text not null,
  bytes bytea not null,
  primary key (council, digest, sha256),
  foreign key (council, digest) references consultations.started on delete cascade
);

-- Workshops and other events, and who comes. What somebody needs in order to take part is for its organisers alone.
create table consultations.workshop (
  council text not null,
  workshop uuid not null,
  consultation uuid not null,
  title text not null,
  place text not null,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  access text,
  capacity integer check (capacity > 0),
  cancelled_because text,
  primary key (council, workshop),
  foreign key (council, consultation) references consultations.consultation,
  check (ends_at > starts_at)
);
create table consultations.booking (
  council text not null,
  booking uuid not null,
  workshop uuid not null,
  receipt text not null,
  name text not null,
  contact text not null,
  needs text,
  places integer not null check (places between 1 and 20),
  -- Beyond the capacity somebody waits; who waited longest moves up when a place is given back.
  waiting boolean not null default false,
  booked_at timestamptz not null,
  cancelled_at timestamptz,
  attended boolean,
  primary key (council, booking),
  unique (council, receipt),
  foreign key (council, workshop) references consultations.workshop
);
create index on consultations.booking (council, workshop, booked_at);

-- Paper: a batch is what one opening of one locked box, or one post bag, brought; `counted` is how many forms two people counted.
create table consultations.paper_batch (
  council text not null,
  batch uuid not null,
  consultation uuid not null,
  n integer not null,
  box text not null,
  opened_on date not null,
  counted integer not null check (counted > 0),
  counted_by text not null,
  witnessed_by text not null,
  entered_by text not null,
  primary key (council, batch),
  unique (council, consultation, n),
  foreign key (council, consultation) references consultations.consultation
);
create trigger kept before update or delete on consultations.paper_batch for each row execute function consultations.never();
-- A form of a batch by the number written on it. `second` says whether another person keys it in as well.
create table consultations.paper_form (
  council text not null,
  form uuid not null,
  batch uuid not null,
  n integer not null,
  second boolean not null,
  image bytea,
  -- A form with nothing on it, or not of this consultation: counted, and excluded for this reason.
  void_because text,
  void_by text,
  primary key (council, form),
  unique (council, batch, n),
  foreign key (council, batch) references consultations.paper_batch
);
-- What each person read on a form: 1 and 2 are the keyings, 3 settles where they differ.
create table consultations.keying (
  council text not null,
  form uuid not null,
  n integer not null check (n between 1 and 3),
  keyer uuid not null,
  keyer_name text not null,
  answers jsonb not null,
  because text,
  keyed_at timestamptz not null,
  primary key (council, form, n),
  foreign key (council, form) references consultations.paper_form
);
create trigger kept before update or delete on consultations.keying for each row execute function consultations.never();

-- A response exactly as it was received, by whatever channel. It is sealed in the journal with the transaction that wrote it.
create table consultations.response (
  council text not null,
  response uuid not null,
  consultation uuid not null,
  -- What the sender is given: a random reference that says nothing about order.
  receipt text not null,
  channel text not null check (channel in ('online', 'paper', 'telephone', 'letter', 'email', 'workshop')),
  received_at timestamptz not null,
  -- The day on which it reached the council, which for a letter is not the day on which it was keyed in.
  received_on date not null,
  late boolean not null,
  questionnaire integer not null,
  wording text not null,
  answers jsonb not null,
  -- What was said in no answer to a question: a letter, an e-mail, notes of a workshop or of a call.
  said text,
  files jsonb not null default '[]',
  client_key uuid not null,
  content_hash bytea not null,
  -- Of what was written at length, so that the letters of a campaign and copies are found; null where little was written.
  text_hash bytea,
  code_digest bytea,
  form uuid,
  workshop uuid,
  -- Who keyed it in, where it was not sent online.
  entered_by text,
  primary key (council, response),
  unique (council, receipt),
  -- The same key with the same content is one response, however often it is sent; with other content it is another.
  unique (council, consultation, client_key, content_hash),
  foreign key (council, consultation) references consultations.consultation,
  foreign key (council, form) references consultations.paper_form,
  foreign key (council, workshop) references consultations.workshop
);
create index in_order on consultations.response (council, consultation, received_at, response);
create index of_form on consultations.response (council, form) where form is not null;
create index same_content on consultations.response (council, consultation, content_hash);
create index same_text on consultations.response (council, consultation, text_hash) where text_hash is not null;
create index same_code on consultations.response (council, consultation, code_digest) where code_digest is not null;
create trigger kept before update or delete on consultations.response for each row execute function consultations.never();
create trigger kept_whole before truncate on consultations.response execute function consultations.never();

-- What was done with a response, step by step; the last step counts. Without any it waits to be analysed.
create table consultations.handling (
  council text not null,
  response uuid not null,
  n integer not null,
  what text not null check (what in ('excluded', 'restored', 'analysed', 'waiting')),
  because text,
  at timestamptz not null,
  by_name text not null,
  primary key (council, response, n),
  foreign key (council, response) references consultations.response
);
create trigger kept before update or delete on consultations.handling for each row execute function consultations.never();

-- Organised campaigns: each response in one is counted and stays what it is.
create table consultations.campaign (
  council text not null,
  campaign uuid not null,
  consultation uuid not null,
  name text not null,
  organiser text,
  text_hash bytea,
  made_at timestamptz not null,
  made_by text not null,
  primary key (council, campaign),
  foreign key (council, consultation) references consultations.consultation
);
create table consultations.campaign_response (
  council text not null,
  response uuid not null,
  campaign uuid not null,
  because text not null,
  primary key (council, response),
  foreign key (council, campaign) references consultations.campaign,
  foreign key (council, response) references consultations.response
);
create trigger kept before update or delete on consultations.campaign_response for each row execute function consultations.never();

-- What the public reads: written anew with every change that it shows. Nothing of a draft is here.
create table consultations.published (
  council text not null,
  consultation uuid not null,
  ref text not null,
  title text not null,
  state text not null,
  opens_on date not null,
  closes_on date not null,
  document jsonb not null,
  primary key (council, consultation),
  unique (council, ref),
  foreign key (council, consultation) references consultations.consultation
);
create index on consultations.published (council, closes_on desc, ref desc);
-- Files of the pack are for everybody; other files of the house are not.
create function consultations.pack_file(wanted uuid) returns table (name text, media_type text, bytes bytea)
  language sql stable security definer set search_path = pg_catalog, pg_temp
  begin atomic
    select d.file_name, d.media_type, f.bytes from consultations.document d
      join consultations.published p on p.council = d.council and p.consultation = d.consultation
      join platform.file f on f.council = d.council and f.sha256 = d.file
      where d.council = platform.council() and d.document = wanted;
  end;
revoke execute on function consultations.pack_file from public;
grant execute on function consultations.pack_file to remit_app, remit_public;

-- Who people are, apart from what they said. Nothing here leads to a response: no reference, no time, no order.
create schema equality;
grant usage on schema equality to remit_app;
-- A few sets of answers on their way; with the tenth they are shuffled into `answers` under new keys.
create table equality.waiting (
  council text not null,
  consultation uuid not null,
  place uuid not null,
  answers jsonb not null,
  primary key (council, consultation, place),
  foreign key (council, consultation) references consultations.consultation
);
create table equality.answers (
  council text not null,
  consultation uuid not null,
  place uuid not null,
  answers jsonb not null,
  primary key (council, consultation, place),
  foreign key (council, consultation) references consultations.consultation
);

do $$
declare one regclass;
begin
  foreach one in array array[
    'consultations.consultation', 'consultations.affected_group', 'consultations.questionnaire', 'consultations.wording',
    'consultations.event', 'consultations.document', 'consultations.code', 'consultations.started', 'consultations.started_file',
    'consultations.workshop', 'consultations.booking', 'consultations.paper_batch', 'consultations.paper_form',
    'consultations.keying', 'consultations.response', 'consultations.handling', 'consultations.campaign',
    'consultations.campaign_response', 'consultations.published', 'equality.waiting', 'equality.answers']::regclass[] loop
    execute format('alter table %s enable row level security', one);
    execute format('create policy own on %s using (council = platform.council())', one);
    execute format('grant select, insert on %s to remit_app', one);
  end loop;
end $$;
grant update on consultations.consultation, consultations.questionnaire, consultations.wording, consultations.started,
  consultations.booking, consultations.workshop, consultations.paper_form, consultations.published to remit_app;
grant delete on consultations.affected_group, consultations.questionnaire, consultations.wording, consultations.started,
  consultations.started_file, equality.waiting to remit_app;
grant select on consultations.published to remit_public;
