-- How far a council's journal has come: every change to what the public sees moves it, so a page that was rendered at the same
-- point is still right.
grant select (council, seq) on platform.journal_head to remit_public;
