import { onTestFinished } from "vitest";
import { type ProxyMode, startProxy } from "../faults/proxy.ts";

/** A way to a server on this machine that a test can close. `url` is the given address through it. */
export async function startTcpProxy(
  address: string,
): Promise<{ url: string; set: (mode: ProxyMode) => Promise<void> }> {
  const url = new URL(address);
  const way = await startProxy(Number(url.port));
  onTestFinished(() => way.stop());
  url.hostname = "127.0.0.1";
  url.port = String(way.port);
  return { url: url.href, set: (mode) => way.set(mode) };
}
