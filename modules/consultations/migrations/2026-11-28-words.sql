-- Whether what somebody wrote may be published, and with what withheld. What was received never changes; each look at it is a step
-- of its own, and the last counts. A permission that was withdrawn stays withdrawn.
create table consultations.words_step (
  council text not null,
  response uuid not null,
  n integer not null,
  what text not null check (what in ('read', 'agreed', 'permission-withdrawn')),
  -- Of a first look: whether anything is to be published, and the passages that are not: [{"words": "…", "reason": "personal-data"}].
  publish boolean,
  passages jsonb,
  because text,
  at timestamptz not null,
  by_account uuid,
  by_name text not null,
  primary key (council, response, n),
  foreign key (council, response) references consultations.response,
  check ((what = 'read') = (publish is not null) and (what = 'read') = (passages is not null)),
  check (publish is not false or because is not null),
  check (what = 'permission-withdrawn' or by_account is not null)
);
create trigger kept before update or delete on consultations.words_step for each row execute function consultations.never();

-- The public's own copy of what people wrote, with what is withheld taken out. Its key is random: it leads to nobody, says nothing
-- about when somebody answered, and joins no two answers of one person. Which response it is of is not for the public role.
create table consultations.published_words (
  council text not null,
  consultation uuid not null,
  words uuid not null,
  question text not null,
  body text not null,
  response uuid not null,
  primary key (council, consultation, words),
  unique (council, response, question),
  foreign key (council, response) references consultations.response
);

alter table consultations.words_step enable row level security;
create policy own on consultations.words_step using (council = platform.council());
grant select, insert on consultations.words_step to remit_app;
alter table consultations.published_words enable row level security;
create policy own on consultations.published_words using (council = platform.council());
grant select, insert, delete on consultations.published_words to remit_app;
grant update (body) on consultations.published_words to remit_app;
grant select (council, consultation, words, question, body) on consultations.published_words to remit_public;

-- Those who said that their words may be published.
create index permitted on consultations.response (council, consultation, response) where (answers ->> 'publish-my-words') = 'yes';
