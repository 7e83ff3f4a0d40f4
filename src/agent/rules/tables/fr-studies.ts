import { words } from "../text.ts";
import type { Learning } from "./learning.ts";

/** The subject stands right behind these: "BTS électrotechnique". */
const subject =
  "(?: (?:petite enfance|espaces verts|arts culinaires|gros oeuvre|services hospitaliers|(?!(?:depuis|obtenue?|valide|valable|termine|pendant|encore|aussi|ensuite|avant|option|mention|maintenant|actuel\\p{L}*|francaise?|mais|parce|apres|general|technologique|avec|reconnu|equivalent|possede|j'\\p{L}*)(?!\\p{L}))\\p{L}{5,20}))?";

export const learning: Learning = {
  studies: {
    degrees: words(
      `bac pro(?:fessionnel)?${subject}|bac ?\\+ ?\\d|bac(?: general| technologique| [sl]|(?<=le bac) es)?|baccalaureat|cap(?! (?:de|d'|en|sur) |$)(?= \\p{L}{4,20})${subject}|cap(?= (?:de |d'|en )\\p{L}{4,20})|(?:bep|bts|dut|dep|cfc|tp)(?! (?:de|en))${subject}|bep|bts|dut|cfc|cess|bepc|bfem|dep(?= (?:en|de) )|dec(?= (?:en|de) )|secondaire (?:[1-5]|un|deux|trois|quatre|cinq)`,
      "deas|deaes|brevet des colleges|licence(?= (?:de|en) (?!conduire))|master(?= (?:de|en) )|diplome d'etat(?: d'\\p{L}{4,20}(?:-\\p{L}{4,20})?)?|diplome d'\\p{L}{4,20}(?:-\\p{L}{4,20})?|titre professionnel|diplomee?(?= (?:de|en) )",
    ),
    subject: words("de|en"),
    lead: words("j'ai|jai|j ai|le|la|un|une|mon|juste|niveau|jusqu'au"),
    unfinished: words("pas(?: de| le| mon)?|sans|passer(?: mon| le)?|prepare(?: un| le| mon)?|aucun"),
  },
};
