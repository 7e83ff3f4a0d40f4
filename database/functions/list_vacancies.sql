-- All vacancies, open ones first, then the newest. Submitted are all applications that ever were.
--
-- p: {}
-- returns: {vacancies: [{id, status, version, title, open, submitted, created_at}, ...]}
create or replace function public.list_vacancies(p json) returns json
language plpgsql security definer set search_path = '' as $$
begin
  return json_build_object('vacancies', (select coalesce(json_agg(l), '[]') from (
    select v.id, v.status, v.version, d.definition ->> 'title' as title,
           count(a.id) filter (where a.state = 'open') as open, count(a.submitted_at) as submitted, v.created_at
      from app.vacancies v
      join app.vacancy_versions d on d.vacancy_id = v.id and d.version = v.version
      left join app.applications a on a.vacancy_id = v.id
     group by v.id, d.vacancy_id, d.version
     order by v.status desc, v.created_at desc, v.id) l));
end
$$;
select app.seal('public.list_vacancies(json)');
