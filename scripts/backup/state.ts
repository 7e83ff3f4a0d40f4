import pg from "pg";
import { z } from "zod";

/** What schema app holds, small enough to be kept beside a dump and compared after a restore. */
const stateShape = {
  schema_version: z.int(),
  /** The checksum does not depend on the order of the rows: the sum of a 64 bit hash of each. */
  tables: z.record(z.string(), z.object({ rows: z.int().nonnegative(), checksum: z.string().regex(/^-?\d+$/) })),
  /** The last value that each sequence gave out, 0 when none. */
  sequences: z.record(z.string(), z.int().nonnegative()),
};

export const stateSchema = z.object(stateShape);
export type State = z.infer<typeof stateSchema>;

export interface Comparison {
  name: string;
  expected: number;
  found: number;
  equal: boolean;
}

/** Whatever a row's text form depends on, and what would hide rows. For one transaction. */
export const stateSettings =
  "set local timezone = 'UTC'; set local datestyle = 'ISO'; set local intervalstyle = 'postgres'; " +
  "set local bytea_output = 'hex'; set local extra_float_digits = 1; set local row_security = off; " +
  "set local search_path = ''";

/** No row when there is no schema app. */
export const tableNamesSql = `select relname as name from pg_catalog.pg_class
  where relnamespace = pg_catalog.to_regnamespace('app') and relkind in ('r', 'p') order by relname`;

/** One row with one column `state`, as `stateSchema` reads it. */
export function stateSql(tables: string[]): string {
  const each = tables.map(
    (name) => `select ${pg.escapeLiteral(name)} as name, count(*) as rows,
      coalesce(sum(hashtextextended(whole_row::text, 0)::numeric), 0)::text as checksum
      from app.${pg.escapeIdentifier(name)} as whole_row`,
  );
  return `select json_build_object(
    'schema_version', (select max(version) from app.schema_version),
    'tables', (select json_object_agg(name, json_build_object('rows', rows, 'checksum', checksum))
                 from (${each.join(" union all ")}) as counted),
    'sequences', (select json_object_agg(sequencename, coalesce(last_value, 0))
                    from pg_catalog.pg_sequences where schemaname = 'app')) as state`;
}

/**
 * Each table and sequence, and whether it is what it should be. Sequences stand outside transactions: they may have given
 * out more since the manifest was written, never less.
 */
export function compareStates(expected: State, found: State): Comparison[] {
  const tables = namesOf(expected.tables, found.tables).map((name) => {
    const [a, b] = [expected.tables[name], found.tables[name]];
    return {
      name,
      expected: a?.rows ?? 0,
      found: b?.rows ?? 0,
      equal: a?.rows === b?.rows && a?.checksum === b?.checksum,
    };
  });
  const sequences = namesOf(expected.sequences, found.sequences).map((name) => {
    const [a, b] = [expected.sequences[name] ?? 0, found.sequences[name] ?? -1];
    return { name, expected: a, found: b, equal: b >= a };
  });
  const version = { name: "schema version", expected: expected.schema_version, found: found.schema_version };
  return [...tables, ...sequences, { ...version, equal: version.expected === version.found }];
}

function namesOf(a: object, b: object): string[] {
  return [...new Set([...Object.keys(a), ...Object.keys(b)])].sort();
}
