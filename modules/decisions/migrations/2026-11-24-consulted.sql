-- Who was consulted before a decision: when, how, and what they said. An executive member's interests are part of the record
-- (SI 2012/2089, reg 13(4)).
create table decisions.consulted (
  council text not null references platform.council,
  consulted uuid not null,
  decision uuid not null,
  capacity text not null check (capacity in ('executive-member', 'ward-member', 'other')),
  post text,
  name text not null,
  on_day date not null,
  how text not null,
  response text not null check (response in ('agrees', 'disagrees', 'comments', 'none')),
  says text,
  evidence text not null,
  interests text,
  dispensation text,
  recorded_by uuid not null,
  recorded_by_name text not null,
  recorded_at timestamptz not null,
  primary key (council, consulted),
  foreign key (council, decision) references decisions.decision,
  foreign key (council, post) references authority.post,
  foreign key (council, recorded_by) references platform.account,
  check (capacity <> 'executive-member' or (interests is not null and dispensation is not null))
);
create index on decisions.consulted (council, decision, on_day);

alter table decisions.consulted enable row level security;
create policy own on decisions.consulted using (council = platform.council());
grant select, insert, delete on decisions.consulted to remit_app;

create function decisions.consulted_stay() returns trigger language plpgsql as $$
declare stands text;
begin
  select d.state into stands from decisions.decision d where d.council = old.council and d.decision = old.decision;
  if stands <> 'draft' then
    raise exception 'Decision is %, who was consulted no longer changes', stands using errcode = 'restrict_violation';
  end if;
  return old;
end $$;
create trigger consulted_stay before delete on decisions.consulted for each row execute function decisions.consulted_stay();
