-- What is answered to the test for a key decision, beside the record that it is about; in its words it changes with the draft.
create table decisions.key_test (
  council text not null,
  decision uuid not null,
  function_type text not null check (function_type in ('executive', 'non-executive', 'local-choice')),
  -- A local-choice function is one or the other by the council's own constitution.
  exercised_as text check (exercised_as in ('executive', 'non-executive')),
  -- How an officer may exercise a function that is not the executive's (SI 2014/2095, reg 7(2)).
  authorised text check (authorised in ('express', 'general')),
  effects text[] not null default '{}',
  per_year_pence bigint check (per_year_pence >= 0),
  saving_pence bigint check (saving_pence >= 0),
  saving_per_year_pence bigint check (saving_per_year_pence >= 0),
  wards integer check (wards >= 0),
  effect_significant boolean,
  local_limb boolean,
  primary key (council, decision),
  foreign key (council, decision) references decisions.decision,
  check ((function_type = 'local-choice') = (exercised_as is not null))
);
alter table decisions.key_test enable row level security;
create policy own on decisions.key_test using (council = platform.council());
grant select, insert, update on decisions.key_test to remit_app;

-- Scrutiny looks at what was decided as not key against the test.
create index against_the_test on decisions.register (council, published_on desc, ref desc) where (document -> 'keyTest' ->> 'against') = 'true';
