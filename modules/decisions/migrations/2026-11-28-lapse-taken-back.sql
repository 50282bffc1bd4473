-- A lapse that was taken back suspends its clauses again, by a hold of its own: the first keeps the days that it stood for.
grant update (hold) on decisions.called_clause to remit_app;
