-- Open vacancies that have words of a text, the best first. Words are compared without accents and by their beginning, so
-- that "camarera" finds "camarero"; the title counts most, then the place, then what it says. Hundreds need no index.
--
-- p: {text, limit}
-- returns: {vacancies: [{id, rank}, ...]}
create or replace function public.match_vacancies(p json) returns json
language plpgsql security definer set search_path = '' as $$
declare
  v_query tsquery;
begin
  -- Beginnings as in src/recruiting/matching.ts. Nothing but letters gets into the query; two hundred say enough.
  select string_agg('''' || w.stem || ''':*', ' | ')::tsquery into v_query from (
    select distinct left(word, 5) as stem
      from regexp_split_to_table(regexp_replace(app.fold(p ->> 'text'), '[^[:alpha:]]+', ' ', 'g'), ' ') word
     where length(word) >= 4 limit 200) w;

  return json_build_object('vacancies', (select coalesce(json_agg(m), '[]') from (
    select o.id, ts_rank(o.words, v_query) as rank
      from (
        select v.id, v.created_at,
               setweight(to_tsvector('simple', app.fold(coalesce(d.definition ->> 'title', ''))), 'A')
               || setweight(to_tsvector('simple', app.fold(coalesce(d.definition #>> '{place,city}', ''))), 'B')
               || setweight(to_tsvector('simple',
                    app.fold(concat_ws(' ', d.definition ->> 'description', d.definition ->> 'faq'))), 'C') as words
          from app.vacancies v join app.vacancy_versions d on d.vacancy_id = v.id and d.version = v.version
         where v.status = 'open') o
     where o.words @@ v_query
     order by rank desc, o.created_at desc, o.id limit (p ->> 'limit')::int) m));
end
$$;
select app.seal('public.match_vacancies(json)');
