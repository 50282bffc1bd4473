-- The amounts of a mandate that the public is not shown: its ceiling, and with it all from which that could be reckoned.
alter table authority.mandate add column amounts_withheld boolean not null default false;
grant update (amounts_withheld) on authority.mandate to remit_app;

-- Records whose value is withheld: the acts about them publish no value.
create table authority.value_withheld (
  council text not null references platform.council,
  record_ref text not null,
  primary key (council, record_ref)
);
alter table authority.value_withheld enable row level security;
create policy own on authority.value_withheld using (council = platform.council());
grant select on authority.value_withheld to remit_public;
grant select, insert, delete on authority.value_withheld to remit_app;

-- What is open to all is asked with the rights of the public, which may not read accounts; whoever holds a post sees its amounts.
create function authority.posts_held(account uuid, day date) returns setof text
language sql stable security definer set search_path = '' as $$
  select h.post from authority.holding h where h.council = platform.council() and h.account = posts_held.account
    and h.from_day <= posts_held.day and (h.until_day is null or h.until_day > posts_held.day)
$$;
revoke all on function authority.posts_held(uuid, date) from public;
grant execute on function authority.posts_held(uuid, date) to remit_app, remit_public;
