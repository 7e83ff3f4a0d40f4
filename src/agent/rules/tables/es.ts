import { roles } from "./es-roles.ts";
import { speech } from "./es-speech.ts";
import { texts } from "./es-texts.ts";
import type { Table } from "./table.ts";

export const es: Table = { language: "es", locale: "es", speech, roles, texts };
