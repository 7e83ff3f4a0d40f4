import { once } from "node:events";
import { type AddressInfo, connect, createServer, type Socket } from "node:net";

/** What a network does to connections. */
export type ProxyMode = "pass" | "cut" | "black-hole";

export interface Way {
  readonly port: number;
  /**
   * `cut` resets every connection and refuses new ones. `black-hole` keeps them and lets nobody hear of anything, not
   * even of an end; what was caught in it is reset when it is over, because its bytes are lost.
   */
  readonly set: (mode: ProxyMode) => Promise<void>;
  readonly stop: () => Promise<void>;
}

interface Pair {
  client: Socket;
  /** undefined: it came while nothing passed. */
  upstream: Socket | undefined;
}

/** A TCP proxy on 127.0.0.1 in front of a port of the same machine. */
export async function startProxy(target: number): Promise<Way> {
  const pairs = new Set<Pair>();
  let mode: ProxyMode = "pass";
  // Half-open, so that an end passes through as an end.
  const server = createServer({ allowHalfOpen: true, noDelay: true }, accept);
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = addressOf(server.address());

  function accept(client: Socket): void {
    if (mode === "cut") return void client.resetAndDestroy();
    const upstream =
      mode === "pass" ? connect({ port: target, host: "127.0.0.1", noDelay: true, allowHalfOpen: true }) : undefined;
    const pair = { client, upstream };
    pairs.add(pair);
    for (const socket of [client, upstream]) {
      socket?.on("error", () => reset(pair));
      socket?.on("close", () => close(pair));
    }
    if (upstream === undefined) return void client.resume();
    client.pipe(upstream);
    upstream.pipe(client);
  }

  /** The other side of a connection that broke sees it break. */
  function reset(pair: Pair): void {
    if (mode === "black-hole") return;
    pairs.delete(pair);
    pair.client.resetAndDestroy();
    pair.upstream?.resetAndDestroy();
  }

  function close(pair: Pair): void {
    if (mode === "black-hole") return;
    pairs.delete(pair);
    pair.client.destroy();
    pair.upstream?.destroy();
  }

  function resetAll(): void {
    for (const pair of pairs) reset(pair);
  }

  function swallow({ client, upstream }: Pair): void {
    if (upstream === undefined) return;
    client.unpipe(upstream);
    upstream.unpipe(client);
    client.resume();
    upstream.resume();
  }

  async function set(next: ProxyMode): Promise<void> {
    const before = mode;
    mode = next;
    if (next === "black-hole") for (const pair of pairs) swallow(pair);
    else if (before === "black-hole" || next === "cut") resetAll();
    if (next === "cut" && server.listening) server.close();
    if (next !== "cut" && !server.listening) {
      server.listen(port, "127.0.0.1");
      await once(server, "listening");
    }
  }

  async function stop(): Promise<void> {
    await set("cut");
  }

  return { port, set, stop };
}

function addressOf(address: AddressInfo | string | null): AddressInfo {
  if (address === null || typeof address === "string") throw new Error("a proxy without a port");
  return address;
}
