/**
 * What a server holds, in bytes: objects, and the buffers that they hold outside of the heap. What is no longer needed
 * counts until it is collected, so only the least of many readings says what is really held.
 * @throws when it does not answer with metrics
 */
export async function usedMemory(url: string, limitMs = 5_000): Promise<number> {
  const metrics = await (await fetch(`${url}/metrics`, { signal: AbortSignal.timeout(limitMs) })).text();
  const [heap, external] = ["nodejs_heap_size_used_bytes", "nodejs_external_memory_bytes"].map(
    (name) => new RegExp(`^${name}(?:\\{.*\\})? (\\S+)$`, "m").exec(metrics)?.[1],
  );
  if (heap === undefined || external === undefined) throw new Error("metrics without memory");
  return Number(heap) + Number(external);
}
