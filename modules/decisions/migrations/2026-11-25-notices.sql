-- What is planned: an entry of the forward plan. It is public from the day on which it is entered.
create table decisions.plan_item (
  council text not null references platform.council,
  item uuid not null,
  ref text not null,
  matter text not null,
  about text,
  maker text not null,
  maker_title text not null,
  subject text not null,
  is_key boolean not null,
  lead_officer text,
  documents text[] not null default '{}',
  restriction text not null check (restriction in ('open', 'part-exempt', 'exempt')),
  -- One day where both are the same, else a period of which `due_until` is the last day.
  due_from date not null,
  due_until date not null check (due_until >= due_from),
  first_due_from date not null,
  first_due_until date not null,
  entered_on date not null,
  entered_by text not null,
  -- The record in which it is decided, once there is one.
  decision uuid,
  state text not null default 'planned' check (state in ('planned', 'decided', 'withdrawn', 'deferred')),
  ended_on date,
  ended_because text,
  -- The first notice of it, so that a page of the plan need not look.
  noticed_on date,
  urgency text,
  search tsvector not null,
  primary key (council, item),
  unique (council, ref),
  foreign key (council, maker) references authority.post,
  foreign key (council, decision) references decisions.decision,
  check ((state = 'planned') = (ended_on is null))
);
create index on decisions.plan_item (council, state, due_from, ref);
create index on decisions.plan_item (council, decision);

-- Each time the day moved: the plan's own memory of slippage.
create table decisions.plan_change (
  council text not null,
  change uuid not null,
  item uuid not null,
  n integer not null,
  on_day date not null,
  by_name text not null,
  was_from date not null,
  was_until date not null,
  to_from date not null,
  to_until date not null,
  because text not null,
  primary key (council, change),
  unique (council, item, n),
  foreign key (council, item) references decisions.plan_item
);

-- A notice as it was given. It is public, and never edited: it may be withdrawn, or another takes its place.
create table decisions.notice (
  council text not null references platform.council,
  notice uuid not null,
  ref text not null,
  kind text not null check (kind in ('key-decision', 'general-exception', 'special-urgency', 'private-meeting', 'private-meeting-again', 'private-urgency')),
  matter text not null,
  item uuid,
  decision uuid,
  meeting uuid,
  given_on date not null,
  given_by text not null,
  -- Where it was published, when that was not here; what it said is then the record's word.
  elsewhere jsonb,
  content jsonb not null,
  -- How its days are counted, where that is written, and the first day on which what it announces may happen.
  rule jsonb,
  rule_source text,
  earliest date not null,
  replaces text,
  replaced_by text,
  ended_on date,
  withdrawn_because text,
  primary key (council, notice),
  unique (council, ref),
  foreign key (council, item) references decisions.plan_item,
  foreign key (council, decision) references decisions.decision
);
create index on decisions.notice (council, decision);
create index on decisions.notice (council, item);
create index on decisions.notice (council, meeting);
create index on decisions.notice (council, given_on desc, ref desc);

-- Somebody is asked to agree that a decision is urgent. On agreement it becomes a notice; a refusal is kept as well.
create table decisions.urgency_request (
  council text not null,
  request uuid not null,
  kind text not null check (kind in ('special-urgency', 'private-urgency')),
  matter text not null,
  item uuid,
  decision uuid,
  meeting uuid,
  reasons text not null,
  post text not null,
  -- Those above it on the ladder, and why none of them could be asked.
  passed_over jsonb not null,
  asked_on date not null,
  asked_by text not null,
  agreed boolean,
  answered_on date,
  answered_by text,
  says text,
  notice uuid,
  primary key (council, request),
  foreign key (council, post) references authority.post,
  foreign key (council, decision) references decisions.decision,
  check ((agreed is null) = (answered_on is null))
);
create index on decisions.urgency_request (council, post) where agreed is null;
create index on decisions.urgency_request (council, decision);

-- What somebody says against a meeting in private; read by staff, and published with the answer in the second notice.
create table decisions.representation (
  council text not null,
  representation uuid not null,
  notice uuid not null,
  received_on date not null,
  name text,
  words text not null,
  response text,
  answered_on date,
  primary key (council, representation),
  foreign key (council, notice) references decisions.notice
);
create index on decisions.representation (council, notice, received_on);

do $$
declare t text;
begin
  foreach t in array array['plan_item', 'plan_change', 'notice', 'urgency_request', 'representation'] loop
    execute format('alter table decisions.%I enable row level security', t);
    execute format('create policy own on decisions.%I using (council = platform.council())', t);
    execute format('grant select, insert on decisions.%I to remit_app', t);
  end loop;
end $$;
grant update (due_from, due_until, decision, state, ended_on, ended_because, noticed_on, urgency, search) on decisions.plan_item to remit_app;
grant update (replaced_by, ended_on, withdrawn_because) on decisions.notice to remit_app;
grant update (agreed, answered_on, answered_by, says, notice) on decisions.urgency_request to remit_app;
grant update (response, answered_on) on decisions.representation to remit_app;
grant select on decisions.plan_item, decisions.plan_change, decisions.notice to remit_public;
