-- The probe of the data transport, and the version of the schema that it finds.
create or replace function public.service_status(p json) returns json
language plpgsql security definer set search_path = '' as $$
begin
  return json_build_object('schema', (select max(version) from app.schema_version));
end
$$;
select app.seal('public.service_status(json)');
