-- Filters of the register that match little: without these a page of three called-in decisions reads a hundred thousand rows.
create index called_in on decisions.register (council, published_on desc, ref desc) where called_in;
create index superseded on decisions.register (council, published_on desc, ref desc) where superseded_by is not null;
create index by_kind on decisions.register (council, maker_kind, published_on desc, ref desc);
create index by_subject on decisions.register (council, subject text_pattern_ops);

-- Row-level security lets no search by words use its index: `@@` might tell what it saw, so it is only asked about rows that the
-- policy has let through, one by one. This looks first, as the owner, at this council's rows and no others, and gives no more of
-- them than it is asked for.
create function decisions.matching(words tsquery, most integer) returns table (decision uuid)
  language sql stable security definer set search_path = pg_catalog, pg_temp
  begin atomic
    select r.decision from decisions.register r where r.council = platform.council() and r.search @@ words limit most;
  end;
revoke execute on function decisions.matching from public;
grant execute on function decisions.matching to remit_app, remit_public;
