import { details } from "./es-details.ts";
import { manners } from "./es-manners.ts";
import { persons } from "./es-persons.ts";
import { roles } from "./es-roles.ts";
import { learning } from "./es-studies.ts";
import { texts } from "./es-texts.ts";
import { wishes } from "./es-wishes.ts";
import { work } from "./es-work.ts";
import type { Table } from "./table.ts";

export const es: Table = {
  language: "es",
  locale: "es",
  speech: { ...manners, ...persons, ...work, ...details, ...learning, wishes },
  roles,
  texts,
};
