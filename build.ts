import { build } from "esbuild";

const [outdir = "dist"] = process.argv.slice(2);

/** Bundles what production runs: the service, its threads, and the commands. Start-up and memory are half of unbundled. */
await build({
  entryPoints: {
    main: "src/main.ts",
    command: "database/command.ts",
    operator: "src/operator.ts",
    // Started by main as threads: the names are fixed in src/parse.ts and src/health/watchdog.ts.
    "parse-thread": "src/parse-thread.ts",
    "watchdog-thread": "src/health/watchdog-thread.ts",
  },
  outdir,
  bundle: true,
  splitting: true, // what is imported when it is needed, error reports and agents, costs nothing until then
  platform: "node",
  format: "esm",
  target: "node24",
  sourcemap: true,
  sourcesContent: false,
  external: ["pg-native"], // optional native client of pg, not installed
  banner: {
    // CommonJS dependencies call require; the name must not collide with theirs.
    js: 'import{createRequire as __createRequire}from"node:module";const require=__createRequire(import.meta.url);',
  },
  logLevel: "info",
});
