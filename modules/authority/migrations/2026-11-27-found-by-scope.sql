-- A post may hold thousands of mandates. Those that cover a subject are found by the scopes over it, and the post's own limit among
-- its entries of the scheme alone, so that what a question costs does not grow with what it is not about.
create index mandate_by_scope on authority.mandate (council, holder, scope);
create index scheme_of_post on authority.mandate (council, holder, scope) where source = 'scheme';
-- How many acts a mandate has, as far as two; and whether it was used by a day.
create index act_done on authority.act (council, mandate, day) where undoes is null;
