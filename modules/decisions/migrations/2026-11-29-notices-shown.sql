-- What the public is shown of a notice, where that is not what was sealed: words may have been withheld after it was given.
alter table decisions.notice add column content_shown jsonb;
grant update (content_shown) on decisions.notice to remit_app;
