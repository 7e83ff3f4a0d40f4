import { expect, onTestFinished, test, vi } from "vitest";
import { libpqEnvironment, readDatabaseUrl } from "../../scripts/backup/address.ts";
import { clientReason, describeBackupFailure } from "../../scripts/backup/failure.ts";
import { backupFolder } from "../../scripts/backup/folder.ts";

test.each([
  ["", "DATABASE_URL is not set"],
  ["mysql://somewhere/app", "begins with postgres://"],
  ["postgres://postgres.user-x:canary@pooler.supabase.com:6543/postgres", "transaction pooler"],
  ["postgres://user-x:canary@somewhere/app?sslcert=a.pem", /parameter sslcert.*leave it out/],
  ["postgres://user-x:canary@somewhere/app?sslkey=a.pem", "parameter sslkey"],
  ["postgres://user-x:canary@somewhere/app?sslmode=require&ssl=true", "parameter ssl,"],
  ["postgres://user-x:canary@somewhere/app?uselibpqcompat=true&sslmode=require", "parameter uselibpqcompat"],
  ["postgres://user-x:canary@somewhere/app?options=-c%20work_mem%3D1", "parameter options"],
  ["postgres://user-x:canary@somewhere/app?host=other", "parameter host"],
  ["postgres://user-x:canary@somewhere/app?sslmode=canary", "unknown sslmode"],
])("an address like %j is refused without being shown", (url, cause) => {
  setEnv({ DATABASE_URL: url });
  expect(readDatabaseUrl).toThrow(cause);
  expect(readDatabaseUrl).not.toThrow(/canary|somewhere|user-x/);
});

/** What node-postgres does with each, in the words of libpq. */
test.each([
  ["", { PGSSLMODE: "disable" }],
  ["?sslmode=", { PGSSLMODE: "disable" }],
  ["?sslmode=disable", { PGSSLMODE: "disable" }],
  ["?sslmode=disable&sslrootcert=/ca.pem", { PGSSLMODE: "disable" }],
  ["?sslmode=no-verify", { PGSSLMODE: "require" }],
  ["?sslmode=no-verify&sslrootcert=/ca.pem", { PGSSLMODE: "require" }],
  ["?sslmode=prefer", { PGSSLMODE: "verify-full", PGSSLROOTCERT: "system" }],
  ["?sslmode=require", { PGSSLMODE: "verify-full", PGSSLROOTCERT: "system" }],
  ["?sslmode=verify-ca", { PGSSLMODE: "verify-full", PGSSLROOTCERT: "system" }],
  ["?sslmode=verify-full", { PGSSLMODE: "verify-full", PGSSLROOTCERT: "system" }],
  ["?sslmode=require&sslrootcert=/ca.pem", { PGSSLMODE: "verify-full", PGSSLROOTCERT: "/ca.pem" }],
  ["?sslrootcert=/ca.pem", { PGSSLMODE: "verify-full", PGSSLROOTCERT: "/ca.pem" }],
])("the client programs use TLS as the service does: %j", (parameters, tls) => {
  const url = `postgres://r%40ta:can%2Fary@[::1]:5433/app${parameters}`;
  setEnv({ DATABASE_URL: url });
  expect(readDatabaseUrl()).toBe(url);
  const { PGSSLMODE, PGSSLROOTCERT, ...rest } = libpqEnvironment(url);
  expect({ PGSSLMODE, PGSSLROOTCERT }).toEqual(tls);
  expect(rest).toMatchObject({
    PGHOST: "::1",
    PGPORT: "5433",
    PGUSER: "r@ta",
    PGPASSWORD: "can/ary",
    PGDATABASE: "app",
  });
});

test.each([
  [
    'psql: error: connection to server at "db.example" (10.1.2.3), port 5432 failed: FATAL:  password authentication failed for user "rita"',
    "psql: error: FATAL:  password authentication failed for user",
  ],
  [
    'pg_dump: error: connection to server at "10.1.2.3", port 5432 failed: Connection refused\n\tIs the server running on that host?',
    "pg_dump: error: Connection refused",
  ],
  [
    'pg_dump: error: could not translate host name "db.example" to address: unknown',
    "pg_dump: error: could not translate host name to address: unknown",
  ],
  [
    'pg_dump: error: connection to server at "db.example" (10.1.2.3), port 5432 failed: server does not support SSL, but SSL was required',
    "the server has no TLS. Cure: no sslmode in DATABASE_URL, inside a private network only",
  ],
  ["pg_dump: last words", "pg_dump: last words"],
])("what libpq says is shown without address and user: %s", (words, shown) => {
  expect(clientReason(words)).toBe(shown);
});

test.each([
  [{ code: "ENOSPC" }, /volume is full\. Cure/],
  [{ code: "EACCES", path: "/backups" }, /no right to \/backups\. Cure: RAILWAY_RUN_UID=0/],
  [{ code: "ENOENT", path: "/nowhere" }, /^\/nowhere does not exist$/],
  [{ message: "The server does not support SSL connections" }, /the server has no TLS\. Cure/],
  [{ message: "canary" }, /^failed$/],
])("a failure like %j has a cause, and a cure where there is one", (fields, text) => {
  expect(describeBackupFailure(Object.assign(new Error(), fields))).toEqual({
    code: 1,
    text: expect.stringMatching(text) as unknown,
  });
});

test.each([
  [undefined, {}, "backups"],
  ["given", { RAILWAY_ENVIRONMENT_ID: "e", RAILWAY_VOLUME_MOUNT_PATH: "/volume" }, "given"],
  [undefined, { RAILWAY_ENVIRONMENT_ID: "e", RAILWAY_VOLUME_MOUNT_PATH: "/volume" }, "/volume"],
])("given %j, with %j the folder is %s", (given, env, folder) => {
  setEnv(env);
  expect(backupFolder(given)).toBe(folder);
});

function setEnv(env: Record<string, string>): void {
  for (const [name, value] of Object.entries(env)) vi.stubEnv(name, value);
  onTestFinished(() => void vi.unstubAllEnvs());
}
