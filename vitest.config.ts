import { join } from "node:path";
import { defineConfig } from "vitest/config";

// Every test file loads the same libraries in a process of its own. Coverage is less exact with it (Node's documentation).
if (!process.argv.includes("--coverage"))
  process.env["NODE_COMPILE_CACHE"] ??= join(import.meta.dirname, "node_modules/.cache/compile");

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    exclude: ["test/system/**"], // npm run test:system
    globals: true, // the conformance kit of LangGraph takes describe, it and expect from there
    globalSetup: ["test/support/global-setup.ts"],
    // Generous: a slow machine must not turn a test red. Nothing here measures time.
    testTimeout: 180_000,
    hookTimeout: 180_000,
    pool: "forks",
    fileParallelism: true,
    // Loading the service takes a second or two: files that come after each other in a process share what is loaded.
    isolate: false,
    maxWorkers: 5, // much of the time is waiting for processes, deadlines and locks
    reporters: ["default"],
    coverage: {
      provider: "v8",
      include: ["src/**/*.ts"],
      // Processes: tests run them from outside, where coverage does not see them.
      exclude: ["src/main.ts", "src/doctor.ts"],
      thresholds: { lines: 85 },
    },
  },
});
