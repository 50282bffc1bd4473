-- What waits to be published already: the acts that decided it are shown from the day of its publication on.
insert into authority.record_unpublished (council, record_ref)
  select council, ref from decisions.decision where state = 'decided'
  on conflict do nothing;
