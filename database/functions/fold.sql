-- Small letters without accents, and single blanks for everything that is neither letter nor digit.
create or replace function app.fold(p_text text) returns text
language plpgsql immutable set search_path = '' as $$
begin
  return btrim(regexp_replace(
    lower(regexp_replace(normalize(p_text, NFKD), '[\u0300-\u036f]', '', 'g')), '[^[:alnum:]]+', ' ', 'g'));
end
$$;
select app.seal('app.fold(text)');
