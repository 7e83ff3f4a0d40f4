import { words } from "../text.ts";
import type { Learning } from "./learning.ts";

export const learning: Learning = {
  studies: {
    degrees: words(
      "ensino (?:medio|fundamental|superior|secundario|tecnico)|(?:12|9|11|10)\\.?[ao]? ano(?= de escolaridade| completo|$)|12o ano|(?:licenciatura|mestrado|bacharelado|graduacao|pos-graduacao)|licenciad[oa](?= em )|formad[oa](?= em )|graduad[oa](?= em )|curso (?:tecnico|superior|profissional)|faculdade(?= de )|escolaridade obrigatoria",
    ),
    subject: words("em|de"),
    lead: words("eu|tenho|fiz|estudei|terminei|completei|o|a|um|uma|so|ate(?: ao?)?"),
    unfinished: words("sem|nao tenho|fazendo(?: um| uma)?|a fazer(?: um| uma)?|cursando|trabalh\\p{L}{1,5} na"),
  },
};
