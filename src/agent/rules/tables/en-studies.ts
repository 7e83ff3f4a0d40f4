import { words } from "../text.ts";
import type { Learning } from "./learning.ts";

export const learning: Learning = {
  studies: {
    degrees: words(
      "(?:bachelor|master|associate)(?:'?s)?(?: degree)?|(?:university|college|undergraduate|postgraduate) degree|degree(?= in )|(?:high|secondary) school diploma|diploma(?= in )|(?<=(?:finished|completed|graduated from|went to) )(?:high school|secondary school|college|university)|b\\.? ?com|b\\.? ?tech|m\\.? ?tech|m\\.? ?com|b\\.?sc|m\\.?sc|b\\.a|m\\.a|b\\.e|(?:ba|ma|be)(?= in )|bba|bca|mca|hnd|ond|ssce|waec|leaving cert(?:ificate)?|junior cert(?:ificate)?|1[02]th (?:pass|standard|class)|matric(?:ulation)?|senior high(?: school)?|gcses?|a[ -]levels?|ged|bsc|msc|mba|phd|btec|nvq(?: level \\d)?|apprenticeship(?= (?:as|in) )",
    ),
    subject: words("in|of|as"),
    lead: words("i|have|finished|completed|did|got|studied|a|an|the|my|up to"),
    unfinished: words("(?:for|of|at|towards|studying for|working on|want|wants|need|needs) (?:a|an|my|the)|no"),
  },
};
