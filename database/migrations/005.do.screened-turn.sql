-- An application's result stays what it was when the same person later states something else, for another application:
-- it is recomputed from what was known at its last screening.

-- All tables at once or none (see 002), those of 006 too: both are done in one transaction.
do $$
begin
  for n in 1..600 loop
    begin
      lock table app.applications, app.messages, app.turns, app.effects, app.profile_facts in access exclusive mode nowait;
      return;
    exception when lock_not_available then
      perform pg_sleep(0.1);
    end;
  end loop;
  raise lock_not_available using message = 'the tables are in use: migrate again when less is going on';
end
$$;

alter table app.applications
  add column screened_turn bigint; -- app.turns.id; null = screened before this was kept: from what is known today

-- To read one application, what was superseded too.
create index profile_facts_contact on app.profile_facts (contact_id);

-- It is called with the turn from now on.
drop function if exists app.save_application(bigint, json);
