-- The coding frame: each version of each code, with who changed it and why. Nothing in it is ever changed or removed.
create table consultations.frame_code (
  council text not null,
  code uuid not null,
  n integer not null,
  consultation uuid not null,
  title text not null,
  means text not null,
  retired boolean not null,
  because text,
  at timestamptz not null,
  by_name text not null,
  primary key (council, code, n),
  foreign key (council, consultation) references consultations.consultation
);
create index on consultations.frame_code (council, consultation, at);

-- Of a hundred answers, how many a second person codes as well; the last line counts.
create table consultations.second_coding (
  council text not null,
  consultation uuid not null,
  n integer not null,
  share integer not null check (share between 0 and 100),
  because text not null,
  at timestamptz not null,
  by_name text not null,
  primary key (council, consultation, n),
  foreign key (council, consultation) references consultations.consultation
);

-- What somebody read in an answer: turn 1 is the first coder, 2 the second, 3 settles where they differ. `codes` holds each code
-- as it was worded then, whatever becomes of it.
create table consultations.coding (
  council text not null,
  response uuid not null,
  question text not null,
  turn integer not null check (turn between 1 and 3),
  n integer not null,
  consultation uuid not null,
  coder uuid not null,
  coder_name text not null,
  codes jsonb not null,
  because text,
  at timestamptz not null,
  primary key (council, response, question, turn, n),
  foreign key (council, response) references consultations.response
);
create index of_coder on consultations.coding (council, consultation, coder, at desc);

-- What an answer stands coded as today: worked out from `coding`, kept so that queues and counts need not read it all.
create table consultations.coded (
  council text not null,
  response uuid not null,
  question text not null,
  consultation uuid not null,
  codes uuid[] not null,
  first_coder uuid not null,
  -- first: coded once; second: a second person shall code it; agreed; differs: to be settled; settled.
  state text not null check (state in ('first', 'second', 'agreed', 'differs', 'settled')),
  primary key (council, response, question),
  foreign key (council, response) references consultations.response
);
create index to_second on consultations.coded (council, consultation, response) where state = 'second';
create index to_settle on consultations.coded (council, consultation, response) where state = 'differs';

-- Running totals, so that a page with 100,000 responses behind it reads a few rows.
create table consultations.coding_tally (
  council text not null,
  consultation uuid not null,
  -- used: answers that stand under a code; yy, yn, ny, nn: what the first and the second coder said of it; state: of answers.
  kind text not null check (kind in ('used', 'yy', 'yn', 'ny', 'nn', 'state')),
  key text not null,
  amount integer not null,
  primary key (council, consultation, kind, key),
  foreign key (council, consultation) references consultations.consultation
);

-- Themes made of codes, version by version, and what the council answers to each, answer by answer.
create table consultations.theme (
  council text not null,
  theme uuid not null,
  n integer not null,
  consultation uuid not null,
  position integer not null,
  title text not null,
  says text not null,
  codes uuid[] not null,
  retired boolean not null,
  because text,
  at timestamptz not null,
  by_name text not null,
  primary key (council, theme, n),
  foreign key (council, consultation) references consultations.consultation
);
create index on consultations.theme (council, consultation, position);
create table consultations.theme_answer (
  council text not null,
  theme uuid not null,
  n integer not null,
  consultation uuid not null,
  answer text not null check (answer in ('we-will', 'we-will-not', 'already-so')),
  says text not null,
  -- Where it went: [{kind, ref, label}], a clause of a specification or of a decision.
  traces jsonb not null,
  at timestamptz not null,
  by_name text not null,
  primary key (council, theme, n),
  foreign key (council, consultation) references consultations.consultation
);
create index on consultations.theme_answer (council, consultation);

-- Tables as they were released: the true counts, for the guard against differences and for nobody else, and what was shown.
create table consultations.release (
  council text not null,
  consultation uuid not null,
  n integer not null,
  counted jsonb not null,
  shown jsonb not null,
  tables jsonb not null,
  source text not null,
  on_day date not null,
  by_name text not null,
  primary key (council, consultation, n),
  foreign key (council, consultation) references consultations.consultation
);

do $$
declare one regclass;
begin
  foreach one in array array['consultations.frame_code', 'consultations.second_coding', 'consultations.coding', 'consultations.coded',
    'consultations.coding_tally', 'consultations.theme', 'consultations.theme_answer', 'consultations.release']::regclass[] loop
    execute format('alter table %s enable row level security', one);
    execute format('create policy own on %s using (council = platform.council())', one);
    execute format('grant select, insert on %s to remit_app', one);
  end loop;
  foreach one in array array['consultations.frame_code', 'consultations.second_coding', 'consultations.coding', 'consultations.theme',
    'consultations.theme_answer', 'consultations.release']::regclass[] loop
    execute format('create trigger kept before update or delete on %s for each row execute function consultations.never()', one);
  end loop;
end $$;
grant update on consultations.coded, consultations.coding_tally to remit_app;
