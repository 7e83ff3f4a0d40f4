import type { Language } from "../../../recruiting/language.ts";
import { en } from "./en.ts";
import { es } from "./es.ts";
import type { Table } from "./table.ts";

/** One table for each language that we speak. */
export const tables: Record<Language, Table> = { en, es };
