import { words } from "../text.ts";
import type { Learning } from "./learning.ts";

export const learning: Learning = {
  studies: {
    degrees: words(
      "abitur|fachabitur|fachhochschulreife|mittlere reife|realschulabschluss|hauptschulabschluss|hauptschule|(?:mittlerer|erweiterter) schulabschluss|(?:abgeschlossene|fertige) (?:berufs)?ausbildung|ausbildung(?= (?:als|zu[rm]) )|bachelor|diplom(?= in )|gesellenbrief|meisterbrief|abgeschlossenes studium|studium(?= der )|(?<=(?:habe|hab) )\\p{L}{4,20} studiert",
    ),
    subject: words("als|in|zur|zum|der"),
    lead: words("ich|habe|hab|die|das|den|einen|eine|ein|mein|meine|nur|bis"),
    unfinished: words("kein|keine|keinen|ohne|suche(?: eine)?|mache(?: gerade)?|nachholen"),
  },
};
