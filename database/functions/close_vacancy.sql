-- Closes a vacancy: nobody can apply any more, and whoever was applying is told with their next message.
--
-- p: {id}
-- returns: {outcome, running}      outcome: closed, already_closed or unknown; running: its applications that are open
create or replace function public.close_vacancy(p json) returns json
language plpgsql security definer set search_path = '' as $$
declare
  v app.vacancies;
  v_outcome text;
begin
  select * into v from app.vacancies where id = p ->> 'id' for no key update;
  v_outcome := case when v.id is null then 'unknown' when v.status = 'closed' then 'already_closed' else 'closed' end;
  if v_outcome = 'closed' then
    update app.vacancies set status = 'closed', closed_at = now() where id = v.id;
    insert into app.audit (actor, action, detail)
    values ('operator', 'vacancy_closed', jsonb_build_object('vacancy', v.id, 'version', v.version));
  end if;
  return json_build_object('outcome', v_outcome, 'running', (
    select count(*) from app.applications where vacancy_id = v.id and state = 'open'));
end
$$;
select app.seal('public.close_vacancy(json)');
