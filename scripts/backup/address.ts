import { CommandError } from "../../src/operator/command.ts";

const TRANSACTION_POOLER_PORT = "6543";
/** Those that node-postgres and libpq do not read alike, or that one of them does not know. */
const refusedParameter = /^(ssl(?!mode$|rootcert$).*|uselibpqcompat|options|host|port|user|password)$/;
const sslModes = ["disable", "no-verify", "prefer", "require", "verify-ca", "verify-full"];

/** @throws CommandError when DATABASE_URL is missing, no address, or one that the client programs cannot work with */
export function readDatabaseUrl(): string {
  const value = process.env["DATABASE_URL"] ?? "";
  if (value === "") throw new CommandError("Required environment variable DATABASE_URL is not set");
  if (!/^postgres(ql)?:\/\//.test(value) || !URL.canParse(value))
    throw new CommandError("DATABASE_URL is no address of a Postgres: it begins with postgres://");
  const { port, searchParams } = new URL(value);
  if (port === TRANSACTION_POOLER_PORT)
    throw new CommandError(
      `DATABASE_URL names port ${TRANSACTION_POOLER_PORT}, a transaction pooler, where a dump has no session of its own: ` +
        "use the direct address or the session pooler (port 5432)",
    );
  const refused = [...searchParams.keys()].find((name) => refusedParameter.test(name));
  if (refused !== undefined)
    throw new CommandError(
      `DATABASE_URL has the parameter ${refused}, which the service and pg_dump do not read alike: ` +
        "leave it out; for TLS there are sslmode and sslrootcert",
    );
  const mode = searchParams.get("sslmode");
  if (mode && !sslModes.includes(mode))
    throw new CommandError(`DATABASE_URL has an unknown sslmode: it is one of ${sslModes.join(", ")}`);
  return value;
}

/** The same server, another database. */
export function withDatabase(url: string, name: string): string {
  const changed = new URL(url);
  changed.pathname = `/${encodeURIComponent(name)}`;
  return changed.href;
}

/** Variables of libpq (postgresql.org/docs/current/libpq-envars.html) for the same connection that node-postgres makes. */
export function libpqEnvironment(databaseUrl: string): Record<string, string> {
  const url = new URL(databaseUrl);
  const user = decodeURIComponent(url.username);
  return {
    PGHOST: url.hostname.replaceAll(/^\[|\]$/g, ""),
    PGPORT: url.port || "5432",
    PGUSER: user,
    PGPASSWORD: decodeURIComponent(url.password),
    PGDATABASE: decodeURIComponent(url.pathname.slice(1)) || user,
    PGCONNECT_TIMEOUT: "10",
    LC_ALL: "C.UTF-8",
    ...tlsEnvironment(url.searchParams),
  };
}

/**
 * node-postgres checks the certificate in full unless it is told no-verify, a word of its own, and uses no TLS unless it is
 * told to (github.com/brianc/node-postgres, packages/pg-connection-string). libpq would, in both cases, do less or more.
 */
function tlsEnvironment(parameters: URLSearchParams): Record<string, string> {
  const [mode, root] = [parameters.get("sslmode") || undefined, parameters.get("sslrootcert") || undefined];
  if (mode === "disable" || (mode ?? root) === undefined) return { PGSSLMODE: "disable" };
  if (mode === "no-verify") return { PGSSLMODE: "require" };
  return { PGSSLMODE: "verify-full", PGSSLROOTCERT: root ?? "system" };
}
