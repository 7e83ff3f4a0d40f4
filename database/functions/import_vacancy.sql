-- Takes a vacancy in: a new one, a new version when it says something else, and open again when it was closed.
-- Applications that are under way stay with their version.
--
-- p: {id, definition, sha256}      sha256: of the definition in its canonical form
-- returns: {version, outcome}      outcome: created, changed, unchanged, or reopened (changed or not)
create or replace function public.import_vacancy(p json) returns json
language plpgsql security definer set search_path = '' as $$
declare
  v_sha256 bytea := decode(p ->> 'sha256', 'hex');
  v app.vacancies;
  v_changed boolean;
  v_outcome text;
begin
  -- Version 0 is the one before the first. Whoever imports the same vacancy at this moment waits here.
  insert into app.vacancies (id, version) values (p ->> 'id', 0) on conflict (id) do nothing;
  select * into v from app.vacancies where id = p ->> 'id' for no key update;
  v_changed := not exists (select from app.vacancy_versions
    where vacancy_id = v.id and version = v.version and sha256 = v_sha256);
  v_outcome := case when v.version = 0 then 'created' when v.status = 'closed' then 'reopened'
                    when v_changed then 'changed' else 'unchanged' end;
  if v_outcome <> 'unchanged' then
    if v_changed then
      v.version := v.version + 1;
      insert into app.vacancy_versions (vacancy_id, version, definition, sha256)
      values (v.id, v.version, (p ->> 'definition')::jsonb, v_sha256);
    end if;
    update app.vacancies set status = 'open', closed_at = null, version = v.version where id = v.id;
    insert into app.audit (actor, action, detail)
    values ('operator', 'vacancy_' || v_outcome, jsonb_build_object('vacancy', v.id, 'version', v.version));
  end if;
  return json_build_object('version', v.version, 'outcome', v_outcome);
end
$$;
select app.seal('public.import_vacancy(json)');
