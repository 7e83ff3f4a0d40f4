import { fileURLToPath } from "node:url";
import { importVacancies } from "../../src/operator/vacancies.ts";
import { createDatabase } from "../../src/platform/database.ts";

const samples = fileURLToPath(new URL("../../sandbox/vacancies.yaml", import.meta.url));

/** Takes in the sample vacancies, or another file, as `npm run vacancies -- import` does. */
export async function importVacanciesInto(databaseUrl: string, file = samples): Promise<void> {
  const database = createDatabase({ url: databaseUrl, poolSize: 1, supabaseUrl: "", supabaseKey: "" });
  try {
    await importVacancies([file], false, database, { say: () => {}, tell: () => {} });
  } finally {
    await database.close();
  }
}
