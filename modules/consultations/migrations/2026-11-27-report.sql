-- Reports as they were published, edition by edition. Nothing in them is more than everybody may read.
create table consultations.report (
  council text not null,
  consultation uuid not null,
  n integer not null,
  ref text not null,
  document jsonb not null,
  because text,
  on_day date not null,
  by_name text not null,
  primary key (council, consultation, n),
  unique (council, ref, n),
  foreign key (council, consultation) references consultations.consultation,
  check (n = 1 or because is not null)
);
alter table consultations.report enable row level security;
create policy own on consultations.report using (council = platform.council());
grant select, insert on consultations.report to remit_app;
grant select on consultations.report to remit_public;
create trigger kept before update or delete on consultations.report for each row execute function consultations.never();
