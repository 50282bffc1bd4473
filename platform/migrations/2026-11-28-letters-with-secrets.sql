-- A letter may carry a secret, a link that lets somebody in. Once it has gone out, this stands in place of its words.
alter table platform.mail add column keeps text;
grant update (body) on platform.mail to remit_app;
