import { type Database, REQUIRED_SCHEMA } from "../platform/database.ts";
import { type Probe, ProbeError } from "./component.ts";

/** Asks Postgres, over either transport, for its schema. One that is too old is as good as none to who depends on it. */
export function createDataProbe(database: Database, timeoutMs: number, inUse: boolean): Probe {
  return async () => {
    const { schema } = await database.call("service_status", {}, timeoutMs);
    if (schema !== null && schema >= REQUIRED_SCHEMA) return { metadata: { schema } };
    const problem = `schema ${schema ?? "none"}, needs ${REQUIRED_SCHEMA}`;
    if (inUse) throw new ProbeError(problem, "schema too old");
    return { degraded: problem, metadata: { schema } };
  };
}
