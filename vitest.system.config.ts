import { defineConfig } from "vitest/config";

/** `npm run test:system`: what needs programs that are fetched from the distribution's archive. */
export default defineConfig({
  test: {
    include: ["test/system/**/*.test.ts"],
    globalSetup: ["test/support/global-setup.ts"],
    testTimeout: 300_000,
    hookTimeout: 300_000,
    pool: "forks",
    reporters: ["default"],
  },
});
