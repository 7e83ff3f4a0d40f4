import { details } from "./fr-details.ts";
import { manners } from "./fr-manners.ts";
import { persons } from "./fr-persons.ts";
import { roles } from "./fr-roles.ts";
import { learning } from "./fr-studies.ts";
import { texts } from "./fr-texts.ts";
import { wishes } from "./fr-wishes.ts";
import { work } from "./fr-work.ts";
import type { Table } from "./table.ts";

export const fr: Table = {
  language: "fr",
  locale: "fr",
  speech: { ...manners, ...persons, ...work, ...details, ...learning, wishes },
  roles,
  texts,
};
