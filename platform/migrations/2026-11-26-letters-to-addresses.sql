-- A letter may go to an address that has no account: to somebody who asked for news.
alter table platform.mail alter column account drop not null;
alter table platform.mail add column address text;
alter table platform.mail add constraint to_somebody check ((account is null) <> (address is null));
create index to_address on platform.mail (council, lower(address)) where address is not null;

-- Forgets an address and every letter that went to it. Runs as the owner, because nothing else is ever removed from here.
create function platform.forget_address(gone text) returns void
  language sql security definer set search_path = pg_catalog, pg_temp
  begin atomic
    delete from platform.mail m where m.council = platform.council() and lower(m.address) = lower(gone);
  end;
revoke execute on function platform.forget_address from public;
grant execute on function platform.forget_address to remit_app;
