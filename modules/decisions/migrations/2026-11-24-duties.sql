-- How a duty was considered: which provision, in which words, where it is written. Nothing is rewritten: a change is the next version.
create table decisions.duty_considered (
  council text not null references platform.council,
  decision uuid not null,
  duty text not null,
  version integer not null,
  title text not null,
  source jsonb not null,
  how text not null,
  written_in text not null,
  paragraph text,
  on_day date not null,
  impacts jsonb not null default '[]',
  recorded_by uuid not null,
  recorded_by_name text not null,
  recorded_at timestamptz not null,
  primary key (council, decision, duty, version),
  foreign key (council, decision) references decisions.decision,
  foreign key (council, recorded_by) references platform.account
);

-- Somebody who decides has read how the duties were considered, in these very versions.
create table decisions.duties_seen (
  council text not null references platform.council,
  seen uuid not null,
  decision uuid not null,
  post text not null,
  post_title text not null,
  account uuid not null,
  name text not null,
  seen_at timestamptz not null,
  digest text not null,
  versions jsonb not null,
  primary key (council, seen),
  unique (council, decision, account, post, digest),
  foreign key (council, decision) references decisions.decision,
  foreign key (council, post) references authority.post,
  foreign key (council, account) references platform.account
);

do $$
declare t text;
begin
  foreach t in array array['duty_considered', 'duties_seen'] loop
    execute format('alter table decisions.%I enable row level security', t);
    execute format('create policy own on decisions.%I using (council = platform.council())', t);
    execute format('grant select, insert on decisions.%I to remit_app', t);
  end loop;
end $$;
