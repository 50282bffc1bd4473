-- What a decision rests on: reports, appendices, background papers and equality analyses. The bytes are in platform.file; here
-- stands what they are called and in which order they are read. They change with the draft, and with nothing later.
create table decisions.paper (
  council text not null references platform.council,
  paper uuid not null,
  decision uuid not null,
  position integer not null,
  kind text not null check (kind in ('report', 'appendix', 'background', 'equality')),
  title text not null,
  author text,
  dated date,
  sha256 bytea not null check (octet_length(sha256) = 32),
  name text not null,
  media_type text not null,
  size bigint not null check (size > 0),
  added_by text not null,
  added_at timestamptz not null,
  primary key (council, paper),
  foreign key (council, decision) references decisions.decision,
  foreign key (council, sha256) references platform.file
);
create index on decisions.paper (council, decision, position);
alter table decisions.paper enable row level security;
create policy own on decisions.paper using (council = platform.council());
grant select, insert, delete on decisions.paper to remit_app;
grant update (position, title, author, dated, kind) on decisions.paper to remit_app;

create function decisions.papers_stay() returns trigger language plpgsql as $$
declare stands text;
begin
  select d.state into stands from decisions.decision d where d.council = old.council and d.decision = old.decision;
  if stands <> 'draft' then
    raise exception 'Decision is %, its papers no longer change', stands using errcode = 'restrict_violation';
  end if;
  return case when tg_op = 'DELETE' then old else new end;
end $$;
create trigger papers_stay before update or delete on decisions.paper for each row execute function decisions.papers_stay();
