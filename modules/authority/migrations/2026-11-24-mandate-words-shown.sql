-- What the public is shown of a mandate's words, where that is not what was sealed: a passage of the clause that gave it may be
-- withheld, or no longer be. Null shows the words as they were sealed.
alter table authority.mandate add column words_shown text;
grant update (words_shown) on authority.mandate to remit_app;
