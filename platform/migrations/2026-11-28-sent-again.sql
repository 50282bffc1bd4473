-- A digest of what was sent under a form's key, which takes the key in: whoever goes back, changes a word and sends the form again
-- is told that it is not what was done, and nobody can learn from it what was sent.
alter table platform.once add column asked text;
