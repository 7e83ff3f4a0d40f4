import { connect, type Socket } from "node:net";

export interface Target {
  path: string;
  method?: "GET" | "POST";
  headers?: Record<string, string>;
  body?: string;
}

/** What a load came to. Latencies in milliseconds, sorted. */
export interface Outcome {
  latencies: number[];
  /** Answers that were not 200, and requests without any. */
  failed: number;
}

const TICK_MS = 1;

/**
 * An open loop: requests leave at their time whether or not the ones before were answered, so that a server that stands
 * still cannot hide it. Each is timed from when it was to be written, waiting for a free connection included.
 */
export async function run(options: {
  url: string;
  perSecond: number;
  seconds: number;
  connections: number;
  next: (n: number) => Target;
}): Promise<Outcome> {
  const { url, perSecond, seconds, connections, next } = options;
  const client = createClient(url, connections);
  const outcome: Outcome = { latencies: [], failed: 0 };
  const pending: Promise<void>[] = [];
  const startedAt = performance.now();
  const total = perSecond * seconds;
  for (let sent = 0; sent < total; ) {
    const due = Math.min(total, ((performance.now() - startedAt) / 1_000) * perSecond);
    for (; sent < due; sent += 1) {
      const sentAt = performance.now();
      pending.push(
        client.ask(next(sent)).then((status) => {
          if (status === 200) outcome.latencies.push(performance.now() - sentAt);
          else outcome.failed += 1;
        }),
      );
    }
    await new Promise((resolve) => setTimeout(resolve, TICK_MS));
  }
  await Promise.all(pending);
  client.close();
  outcome.latencies.sort((a, b) => a - b);
  return outcome;
}

/** A request on its way. */
interface Exchange {
  text: string;
  resolve: (status: number) => void;
}

/**
 * HTTP/1.1 over kept connections, as little as it takes to read a status: Node's own client costs as much as the server
 * that it measures. Understands answers with a content-length.
 */
export function createClient(url: string, connections: number) {
  const { hostname, port } = new URL(url);
  const waiting: Exchange[] = [];
  const idle: Connection[] = [];
  const all = new Set<Connection>();

  /** Resolves with the status; 0 without an answer. */
  function ask({ path, method = "GET", headers = {}, body = "" }: Target): Promise<number> {
    const fields = { host: hostname, "content-length": String(Buffer.byteLength(body)), ...headers };
    const head = Object.entries(fields).map(([name, value]) => `${name}: ${value}\r\n`);
    const text = `${method} ${path} HTTP/1.1\r\n${head.join("")}\r\n${body}`;
    return new Promise((resolve) => {
      const exchange = { text, resolve };
      const free = idle.pop() ?? (all.size < connections ? open() : undefined);
      if (free === undefined) waiting.push(exchange);
      else free.send(exchange);
    });
  }

  function open(): Connection {
    const connection = createConnection(connect(Number(port), hostname), {
      free() {
        const next = waiting.shift();
        if (next === undefined) idle.push(connection);
        else connection.send(next);
      },
      gone() {
        all.delete(connection);
        if (idle.includes(connection)) idle.splice(idle.indexOf(connection), 1);
      },
    });
    all.add(connection);
    return connection;
  }

  function close(): void {
    for (const connection of all) connection.end();
  }

  return { ask, close };
}

interface Connection {
  send(exchange: Exchange): void;
  end(): void;
}

function createConnection(socket: Socket, pool: { free(): void; gone(): void }): Connection {
  let current: Exchange | undefined;
  let received = "";
  socket.setNoDelay(true);
  socket.setEncoding("latin1"); // a character for each byte, as content-length counts
  socket.on("data", (chunk: string) => {
    received += chunk;
    const head = received.indexOf("\r\n\r\n");
    if (head < 0) return;
    const length = Number(/content-length: (\d+)/i.exec(received)?.[1] ?? 0);
    if (received.length < head + 4 + length) return;
    const status = Number(received.slice(9, 12));
    const done = current;
    received = "";
    current = undefined;
    pool.free();
    done?.resolve(status);
  });
  socket.on("error", () => {});
  socket.on("close", () => {
    pool.gone();
    current?.resolve(0);
  });
  return {
    send(exchange) {
      current = exchange;
      socket.write(exchange.text);
    },
    end: () => socket.destroy(),
  };
}

/** Of sorted values; NaN when there are none. */
export function percentile(sorted: number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}
