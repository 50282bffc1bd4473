-- Records that were decided and are not published yet: what was done to decide them is not the public's before they are.
create table authority.record_unpublished (
  council text not null references platform.council,
  record_ref text not null,
  primary key (council, record_ref)
);
alter table authority.record_unpublished enable row level security;
create policy own on authority.record_unpublished using (council = platform.council());
grant select on authority.record_unpublished to remit_public;
grant select, insert, delete on authority.record_unpublished to remit_app;
