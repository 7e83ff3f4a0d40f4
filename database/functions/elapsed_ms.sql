-- Whole milliseconds. An integer would overflow after 24 days, and a parked event may wait longer than that.
create or replace function app.elapsed_ms(p_from timestamptz, p_to timestamptz) returns bigint
language sql immutable as $$
  select round(1000 * extract(epoch from p_to - p_from))::bigint
$$;
select app.seal('app.elapsed_ms(timestamptz, timestamptz)');
