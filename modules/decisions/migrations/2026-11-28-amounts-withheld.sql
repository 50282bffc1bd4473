-- A record's value and the ceiling of what a clause gives can be withheld as a passage is; the passage is then the sum as it is printed.
alter table decisions.restriction add column clause_grant uuid;
alter table decisions.restriction drop constraint restriction_place_check;
alter table decisions.restriction add constraint restriction_place_check check (place in ('purpose', 'reasons', 'alternatives', 'conflicts',
  'dispensations', 'author', 'wards', 'key-reasoning', 'clause', 'paper', 'value', 'ceiling'));
alter table decisions.restriction add check ((place = 'ceiling') = (clause_grant is not null));
