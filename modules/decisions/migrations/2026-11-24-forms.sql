-- The council's own form that a record is written on, as it was when it was chosen: its sections, words and own fields.
create table decisions.form_used (
  council text not null references platform.council,
  decision uuid not null,
  form text not null,
  source text not null,
  document jsonb not null,
  chosen_at timestamptz not null,
  primary key (council, decision),
  foreign key (council, decision) references decisions.decision
);

-- What stands in the form's own fields.
create table decisions.form_answer (
  council text not null references platform.council,
  decision uuid not null,
  key text not null,
  answer text not null,
  primary key (council, decision, key),
  foreign key (council, decision) references decisions.decision
);

do $$
declare t text;
begin
  foreach t in array array['form_used', 'form_answer'] loop
    execute format('alter table decisions.%I enable row level security', t);
    execute format('create policy own on decisions.%I using (council = platform.council())', t);
    execute format('grant select, insert, update, delete on decisions.%I to remit_app', t);
  end loop;
end $$;

create function decisions.forms_stay() returns trigger language plpgsql as $$
declare stands text;
begin
  select d.state into stands from decisions.decision d where d.council = old.council and d.decision = old.decision;
  if stands <> 'draft' then
    raise exception 'Decision is %, its form no longer changes', stands using errcode = 'restrict_violation';
  end if;
  return case when tg_op = 'DELETE' then old else new end;
end $$;
create trigger forms_stay before update or delete on decisions.form_used for each row execute function decisions.forms_stay();
create trigger answers_stay before update or delete on decisions.form_answer for each row execute function decisions.forms_stay();
