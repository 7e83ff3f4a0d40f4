import { details } from "./en-details.ts";
import { manners } from "./en-manners.ts";
import { persons } from "./en-persons.ts";
import { roles } from "./en-roles.ts";
import { learning } from "./en-studies.ts";
import { texts } from "./en-texts.ts";
import { wishes } from "./en-wishes.ts";
import { work } from "./en-work.ts";
import type { Table } from "./table.ts";

export const en: Table = {
  language: "en",
  locale: "en-GB",
  speech: { ...manners, ...persons, ...work, ...details, ...learning, wishes },
  roles,
  texts,
};
