import { roles } from "./en-roles.ts";
import { speech } from "./en-speech.ts";
import { texts } from "./en-texts.ts";
import type { Table } from "./table.ts";

export const en: Table = { language: "en", locale: "en-GB", speech, roles, texts };
