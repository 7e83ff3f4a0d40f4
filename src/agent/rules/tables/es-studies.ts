import { words } from "../text.ts";
import type { Learning } from "./learning.ts";

export const learning: Learning = {
  studies: {
    degrees: words(
      "(?:ciclo(?: formativo)?(?: de)? )?grado (?:medio|superior)|ciclo (?:medio|superior|formativo)|(?:f\\.?p\\.?|formacion profesional)(?: (?:basica|media|superior|dual|i{1,2}|[12]))?|(?:doble )?grado(?= (?:en|de) (?!\\d))|(?<=(?:la|el|de la|en la|titulo de|graduado en|graduada en|educacion:|estudios:) )e\\.?s\\.?o(?=$|[ ,.;\\n])|e\\.s\\.o\\.?|graduado escolar|(?:segundo|primero|[12]o?) de bachillerato|bachillerato(?: de (?:ciencias|letras|humanidades|artes))?|bachiller(?: completo)?|(?<=(?:termine|acabe|hice|tengo|curse|complete|estudie|estudios|estudios:) (?:la |el |de |la educacion |hasta )?)(?:secundaria|primaria|preparatoria|prepa|la universidad)(?: completa| terminada)?|(?:secundaria|primaria|preparatoria) (?:completa|terminada)|(?:licenciad|graduad|diplomad|titulad)[oa](?= (?:en|de) )|licenciatura|diplomatura|ingenier[oa] (?:industrial|informatic[oa]|civil|tecnic[oa]|agronom[oa]|electronic[oa]|mecanic[oa]|quimic[oa]|de \\p{L}{4,20})|ingenieria(?= (?:en|de|civil|industrial) )|(?:master|doctorado|posgrado)(?= (?:en|de) )|estudios (?:universitarios|superiores|primarios|secundarios|basicos|medios)|tecnic[oa](?: superior| medio| auxiliar)?(?= en (?!paro|casa|el |la |un))|selectividad|tcae|titulo (?:universitario|de (?:bachiller|grado))",
    ),
    subject: words("de|en"),
    lead: words(
      "tengo|hice|estudie|termine|acabe|curse|complete|llegue|solo|nada mas|hasta|mis estudios son|el|la|los|un|una|mi|titulo de|de",
    ),
    unfinished: words(
      "(?:clases|profesor|profesora|maestr[oa]|cursando|estudiando|haciendo|terminando|sacando(?:me)?|faltan?|dejado|deje|abandone|quiero|busco|practicas|alumnos)(?: de| el| la| un| una| hacer){0,2}",
    ),
  },
  abilities: {
    after: words(
      "(?<=^|[,.;:\\n] ?|(?:yo|y|tambien|ademas|que|ya|muy bien) )se(?: muy bien| tambien| bien)?(?= \\p{L}{2,14}(?:[aei]r)(?!\\p{L}))(?! (?:hablar|ir|leer|decir) )",
      "(?:manejo|domino)(?: (?:muy )?bien)?(?: el| la| los| las| de)?(?! (?:coche|moto|carro|auto|camion|idiomas?|varios))",
      "se me da(?:n)? (?:muy |bastante )?bien|(?:tengo )?(?:experiencia|soltura|conocimientos?) (?:con|de uso de|en (?:el )?(?:uso|manejo) de|manejando|usando)|(?:tengo )?conocimientos? (?:de|en)|(?:mis )?(?:habilidades|aptitudes|competencias)(?: son)? ?:?",
    ),
    lead: words("el|la|los|las|un|una|de|del|a|muy|bien|manejo de|manejar|utilizar|es|son|se|tengo|lo de"),
    end: words(
      "en|para|por|porque|pero|aunque|si|que|cuando|desde|hace|durante|tengo|soy|vivo|busco|he|llevo|trabaj\\p{L}{1,7}|estoy|puedo|gracias|como|no|se",
    ),
    not: words(
      "coche|moto|carro|ingles|idiomas?|experiencia|anos?|meses|disponib\\p{L}{2,9}|vosotros|ustedes|usted|cosas?|eso|esto|todo|nada|algo|mucho|poco|carnet|carne|hablar|bien|mal|dinero|gente joven",
    ),
  },
};
