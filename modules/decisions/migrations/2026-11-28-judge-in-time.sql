-- Whoever has to judge a call-in is reminded as well.
alter table decisions.reminded drop constraint reminded_kind_check;
alter table decisions.reminded add constraint reminded_kind_check check (kind in ('clear', 'decide', 'publish', 'judge'));
