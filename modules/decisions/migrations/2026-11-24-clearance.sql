-- A draft sent to somebody to be cleared. `text` is what was to be read, word for word, and `hash` its digest: a clearance holds
-- for that text and no other. A row is asked once and answered once; to ask again is another row.
create table decisions.clearance (
  council text not null references platform.council,
  clearance uuid not null,
  decision uuid not null,
  -- The order of asking, also within one moment.
  asked bigint generated always as identity,
  key text not null,
  title text not null,
  post text not null,
  -- As the post was called when it was asked.
  post_title text not null,
  asked_at timestamptz not null,
  asked_by uuid not null,
  asked_by_name text not null,
  note text,
  due date not null,
  hash text not null,
  text text not null,
  outcome text check (outcome in ('cleared', 'cleared-with-comments', 'refused')),
  says text,
  answered_at timestamptz,
  answered_by text,
  withdrawn_at timestamptz,
  withdrawn_by text,
  withdrawn_because text,
  -- When the text last went away from what was cleared, and by whose change; empty while it stands. What counts is the digest:
  -- this is only so that whoever cleared it is told once.
  voided_at timestamptz,
  voided_by text,
  primary key (council, clearance),
  foreign key (council, decision) references decisions.decision,
  foreign key (council, post) references authority.post,
  foreign key (council, asked_by) references platform.account,
  check ((outcome is null) = (answered_at is null))
);
create index on decisions.clearance (council, decision, asked);
create index clearance_waits on decisions.clearance (council, post, due) where outcome is null and withdrawn_at is null;

alter table decisions.clearance enable row level security;
create policy own on decisions.clearance using (council = platform.council());
grant select, insert on decisions.clearance to remit_app;
grant update (outcome, says, answered_at, answered_by, withdrawn_at, withdrawn_by, withdrawn_because, voided_at, voided_by) on decisions.clearance to remit_app;

-- What was answered stays as it was answered.
create function decisions.answered_once() returns trigger language plpgsql as $$
begin
  if old.outcome is not null and (new.outcome, new.says, new.answered_at, new.answered_by) is distinct from (old.outcome, old.says, old.answered_at, old.answered_by) then
    raise exception 'The clearance was answered already' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger answered_once before update on decisions.clearance for each row execute function decisions.answered_once();
