import { words } from "../text.ts";
import type { Learning } from "./learning.ts";

export const learning: Learning = {
  studies: {
    degrees: words(
      "bac ?\\+ ?\\d|bac(?: pro| general| technologique)?|baccalaureat|cap(?= (?:de |d'|en )?\\p{L}{4,20})|bep|bts|dut|deas|deaes|brevet des colleges|licence(?= (?:de|en) (?!conduire))|master(?= (?:de|en) )|diplome d'etat(?: d'\\p{L}{4,20}(?:-\\p{L}{4,20})?)?|diplome d'\\p{L}{4,20}(?:-\\p{L}{4,20})?|titre professionnel|diplomee?(?= (?:de|en) )",
    ),
    subject: words("de|en"),
    lead: words("j'ai|jai|j ai|le|la|un|une|mon|juste|niveau|jusqu'au"),
    unfinished: words("pas(?: de| le| mon)?|sans|passer(?: mon| le)?|prepare(?: un| le| mon)?|aucun"),
  },
};
