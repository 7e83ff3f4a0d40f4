-- An application's result stays what it was when the same person later states something else, for another application:
-- it is recomputed from what was known at its last screening.

alter table app.applications
  add column screened_turn bigint; -- app.turns.id; null = screened before this was kept: from what is known today

-- It is called with the turn from now on.
drop function if exists app.save_application(bigint, json);
