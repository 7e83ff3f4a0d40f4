-- Begins an application (id null) or brings one up to date, as the turn that screened it leaves it. Its version stays the
-- one that it began with, and what was submitted or has ended stays so.
--
-- p: {id, vacancy, version, screening, submitted}
-- returns: the application's id
create or replace function app.save_application(p_conversation bigint, p_turn bigint, p json) returns bigint
language plpgsql set search_path = '' as $$
declare
  v_submitted boolean := (p ->> 'submitted')::boolean;
  v_id bigint;
begin
  if p ->> 'id' is null then
    insert into app.applications (conversation_id, vacancy_id, version, state, result, screening, screened_turn, submitted_at)
    values (p_conversation, p ->> 'vacancy', (p ->> 'version')::int,
            case when v_submitted then 'submitted' else 'open' end,
            p -> 'screening' ->> 'result', (p ->> 'screening')::jsonb, p_turn, case when v_submitted then now() end)
    returning id into v_id;
    return v_id;
  end if;

  update app.applications set
    state = case when v_submitted and state = 'open' then 'submitted' else state end,
    submitted_at = case when v_submitted then coalesce(submitted_at, now()) else submitted_at end,
    result = p -> 'screening' ->> 'result',
    screening = (p ->> 'screening')::jsonb,
    screened_turn = p_turn,
    updated_at = now()
   where id = (p ->> 'id')::bigint and conversation_id = p_conversation
  returning id into v_id;
  if v_id is null then
    raise foreign_key_violation using message = 'the conversation has no such application';
  end if;
  return v_id;
end
$$;
select app.seal('app.save_application(bigint, bigint, json)');
