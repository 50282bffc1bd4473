-- The other posts that decide, where a decision is made by two or more together.
create table decisions.joint_maker (
  council text not null references platform.council,
  decision uuid not null,
  post text not null,
  primary key (council, decision, post),
  foreign key (council, decision) references decisions.decision,
  foreign key (council, post) references authority.post
);

-- One of them has signed a version of the text, and said what interests it has. A text that changes has to be signed anew.
create table decisions.signature (
  council text not null references platform.council,
  decision uuid not null,
  version integer not null,
  post text not null,
  post_title text not null,
  account uuid not null,
  name text not null,
  signed_on date not null,
  signed_at timestamptz not null,
  conflicts text not null,
  dispensations text not null,
  -- The act by which the post's own power was exercised, once the last had signed.
  act text,
  primary key (council, decision, version, post),
  foreign key (council, decision) references decisions.decision,
  foreign key (council, post) references authority.post,
  foreign key (council, account) references platform.account
);

do $$
declare t text;
begin
  foreach t in array array['joint_maker', 'signature'] loop
    execute format('alter table decisions.%I enable row level security', t);
    execute format('create policy own on decisions.%I using (council = platform.council())', t);
    execute format('grant select, insert on decisions.%I to remit_app', t);
  end loop;
end $$;
grant delete on decisions.joint_maker to remit_app;
grant update (act) on decisions.signature to remit_app;

create function decisions.makers_stay() returns trigger language plpgsql as $$
declare stands text;
begin
  select d.state into stands from decisions.decision d where d.council = old.council and d.decision = old.decision;
  if stands <> 'draft' then
    raise exception 'Decision is %, who decides it no longer changes', stands using errcode = 'restrict_violation';
  end if;
  return old;
end $$;
create trigger makers_stay before delete on decisions.joint_maker for each row execute function decisions.makers_stay();
