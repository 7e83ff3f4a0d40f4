-- Keeps the embedding of a version, which never changes: the first one stays.
--
-- p: {id, version, embedding}
-- returns: {saved}                 saved: whether it is the first one
create or replace function public.save_embedding(p json) returns json
language plpgsql security definer set search_path = '' as $$
begin
  update app.vacancy_versions
     set embedding = (select array_agg(e.number::real order by e.place)
                        from json_array_elements_text(p -> 'embedding') with ordinality e (number, place))
   where vacancy_id = p ->> 'id' and version = (p ->> 'version')::int and embedding is null;
  return json_build_object('saved', found);
end
$$;
select app.seal('public.save_embedding(json)');
