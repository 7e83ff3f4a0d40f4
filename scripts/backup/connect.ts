import pg from "pg";
import { z } from "zod";

/** Connects, works, disconnects. When `signal` says so, the connection is cut and what was running rejects. */
export async function withConnection<T>(
  url: string,
  signal: AbortSignal,
  work: (client: pg.Client) => Promise<T>,
): Promise<T> {
  signal.throwIfAborted();
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000, keepAlive: true });
  client.on("error", () => {}); // the query that was running reports it
  const cut = () => void client.end().catch(() => {});
  signal.addEventListener("abort", cut, { once: true });
  try {
    await client.connect();
    return await work(client);
  } finally {
    signal.removeEventListener("abort", cut);
    await client.end();
  }
}

/** The only value of the only row. */
export async function selectValue<T>(client: pg.Client, query: string, schema: z.ZodType<T>): Promise<T> {
  const { rows } = await client.query<unknown[]>({ text: query, rowMode: "array" });
  return schema.parse(rows[0]?.[0]);
}

export async function serverVersion(client: pg.Client): Promise<{ version: string; major: number }> {
  const version = await selectValue(client, "show server_version", z.string());
  const number = await selectValue(client, "show server_version_num", z.coerce.number());
  return { version, major: Math.floor(number / 10_000) };
}
