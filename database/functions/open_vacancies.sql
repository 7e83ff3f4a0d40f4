-- Vacancies that candidates can apply to, in their newest version, the newest vacancy first.
--
-- p: {limit}
-- returns: {vacancies: [{id, version, definition, embedding}, ...]}     embedding: null until there is one
create or replace function public.open_vacancies(p json) returns json
language plpgsql security definer set search_path = '' as $$
begin
  return json_build_object('vacancies', (select coalesce(json_agg(o), '[]') from (
    select v.id, v.version, d.definition, d.embedding
      from app.vacancies v join app.vacancy_versions d on d.vacancy_id = v.id and d.version = v.version
     where v.status = 'open'
     order by v.created_at desc, v.id limit (p ->> 'limit')::int) o));
end
$$;
select app.seal('public.open_vacancies(json)');
