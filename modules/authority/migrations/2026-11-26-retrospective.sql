-- An act that was done before its mandate was in effect: why it was, for ever beside it. Null for every other act. It counts against
-- the mandate's ceiling and never makes its day one on which there was authority.
alter table authority.act add column retrospective text;
create index retrospective on authority.act (council, day desc, ref desc) where retrospective is not null;
grant select (retrospective) on authority.act to remit_public;
