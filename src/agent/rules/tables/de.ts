import { details } from "./de-details.ts";
import { manners } from "./de-manners.ts";
import { persons } from "./de-persons.ts";
import { roles } from "./de-roles.ts";
import { learning } from "./de-studies.ts";
import { texts } from "./de-texts.ts";
import { wishes } from "./de-wishes.ts";
import { work } from "./de-work.ts";
import type { Table } from "./table.ts";

export const de: Table = {
  language: "de",
  locale: "de",
  speech: { ...manners, ...persons, ...work, ...details, ...learning, wishes },
  roles,
  texts,
};
