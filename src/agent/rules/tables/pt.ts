import { details } from "./pt-details.ts";
import { manners } from "./pt-manners.ts";
import { persons } from "./pt-persons.ts";
import { roles } from "./pt-roles.ts";
import { learning } from "./pt-studies.ts";
import { texts } from "./pt-texts.ts";
import { wishes } from "./pt-wishes.ts";
import { work } from "./pt-work.ts";
import type { Table } from "./table.ts";

export const pt: Table = {
  language: "pt",
  // Portugal's, for dates and euros; names that Brazil has for languages and countries stand in the tables.
  locale: "pt-PT",
  speech: { ...manners, ...persons, ...work, ...details, ...learning, wishes },
  roles,
  texts,
};
