import { build } from "esbuild";

/** Bundles what production runs: the service and the migration command. Start-up and memory are half of unbundled. */
await build({
  entryPoints: { main: "src/main.ts", command: "database/command.ts" },
  outdir: "dist",
  bundle: true,
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
