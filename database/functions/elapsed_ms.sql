create or replace function app.elapsed_ms(p_from timestamptz, p_to timestamptz) returns integer
language sql immutable as $$
  select round(1000 * extract(epoch from p_to - p_from))::int
$$;
select app.seal('app.elapsed_ms(timestamptz, timestamptz)');
