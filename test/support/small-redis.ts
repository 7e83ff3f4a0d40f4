import { type AddressInfo, createServer, type Server } from "node:net";
import { onTestFinished } from "vitest";

export interface RedisOptions {
  version?: string;
  /** Undefined: CONFIG is forbidden. */
  policy?: string | undefined;
  password?: string;
}

/** As much Redis as the doctor asks for. */
export async function startRedis(options: RedisOptions): Promise<string> {
  const { version, policy, password } = { version: "7.2.4", policy: "noeviction", password: undefined, ...options };
  const answer = ([command = ""]: string[]): string => {
    if (password !== undefined) return "-NOAUTH Authentication required.\r\n";
    if (command === "ping") return "+PONG\r\n";
    if (command === "info") return bulk(`# Server\r\nredis_version:${version}\r\nloading:0\r\n`);
    if (command !== "config") return "-ERR unknown command\r\n";
    if (policy === undefined) return "-NOPERM this user has no permissions to run the 'config|get' command\r\n";
    return `*2\r\n${bulk("maxmemory-policy")}${bulk(policy)}`;
  };
  const server = createServer((socket) => {
    socket.on("error", () => {});
    socket.on("data", (chunk) => {
      for (const command of parseCommands(chunk.toString())) socket.write(answer(command));
    });
  });
  return `redis://127.0.0.1:${await listen(server)}`;
}

/** Commands come as arrays of bulk strings: "*2 $4 info $6 server". */
function parseCommands(text: string): string[][] {
  const commands: string[][] = [];
  for (const line of text.split("\r\n")) {
    if (/^\*\d+$/.test(line)) commands.push([]);
    else if (line !== "" && !/^\$\d+$/.test(line)) commands.at(-1)?.push(line.toLowerCase());
  }
  return commands;
}

function bulk(value: string): string {
  return `$${Buffer.byteLength(value)}\r\n${value}\r\n`;
}

/** Listens on a free port of this machine until the test is over. */
export async function listen(server: Server): Promise<number> {
  const sockets = new Set<{ destroy(): void }>();
  server.on("connection", (socket) => sockets.add(socket));
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address: AddressInfo | string | null = server.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  return address.port;
}
