import type { Language } from "../../../recruiting/language.ts";
import { de } from "./de.ts";
import { en } from "./en.ts";
import { es } from "./es.ts";
import { fr } from "./fr.ts";
import { pt } from "./pt.ts";
import type { Table } from "./table.ts";

/** One table for each language that we speak. */
export const tables: Record<Language, Table> = { en, es, pt, de, fr };
