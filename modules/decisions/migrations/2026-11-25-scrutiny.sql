-- Scrutiny thinks that a decision should have been key, and requires a report on it (SI 2012/2089, reg 18).
create table decisions.key_challenge (
  council text not null,
  challenge text not null,
  decision uuid not null,
  committee text not null,
  raised_on date not null,
  raised_by text not null,
  raised_account uuid not null,
  reasons text not null,
  -- The day that scrutiny gives for the report.
  due date not null,
  answered_on date,
  answered_by text,
  report jsonb,
  closed_on date,
  outcome text check (outcome in ('satisfied', 'not-satisfied')),
  outcome_says text,
  primary key (council, challenge),
  foreign key (council, decision) references decisions.decision,
  foreign key (council, committee) references authority.post,
  check ((answered_on is null) = (report is null)),
  check ((closed_on is null) = (outcome is null))
);
create index on decisions.key_challenge (council, decision);
create index on decisions.key_challenge (council, due) where closed_on is null;

-- A member asks for a document: any member after a private meeting or an individual decision (reg 16), scrutiny of anything
-- that bears on an executive decision (reg 17).
create table decisions.document_request (
  council text not null,
  request text not null,
  decision uuid not null,
  basis text not null check (basis in ('member', 'scrutiny')),
  asked_at timestamptz not null,
  asked_on date not null,
  asked_by text not null,
  asked_account uuid not null,
  document text not null,
  -- Why it bears on what scrutiny looks at, which opens exempt papers to it.
  relevance text,
  due date not null,
  answered_on date,
  answered_by text,
  outcome text check (outcome in ('given', 'refused')),
  ground text check (ground in ('not-executive', 'not-relevant', 'political-adviser', 'exempt')),
  says text,
  file bytea,
  file_name text,
  primary key (council, request),
  foreign key (council, decision) references decisions.decision,
  foreign key (council, file) references platform.file,
  check ((answered_on is null) = (outcome is null)),
  check (outcome is distinct from 'refused' or (ground is not null and says is not null))
);
create index on decisions.document_request (council, due) where outcome is null;
create index on decisions.document_request (council, asked_account, asked_at desc);

do $$
declare t text;
begin
  foreach t in array array['key_challenge', 'document_request'] loop
    execute format('alter table decisions.%I enable row level security', t);
    execute format('create policy own on decisions.%I using (council = platform.council())', t);
    execute format('grant select, insert on decisions.%I to remit_app', t);
  end loop;
end $$;
grant update (answered_on, answered_by, report, closed_on, outcome, outcome_says) on decisions.key_challenge to remit_app;
grant update (answered_on, answered_by, outcome, ground, says, file, file_name) on decisions.document_request to remit_app;
