import { words } from "../text.ts";
import type { Details } from "./table.ts";

const aboutMe = "(?:tengo|dispongo de|cuento con|llevo|poseo)";
const notHaving = "(?:no (?:tengo|dispongo de|cuento con|poseo|llevo)|sin|tampoco tengo|ni)";
const transport =
  "(?:(?:mi |el |un |una )?(?:propi[oa] )?(?:coche|carro|auto|moto|motocicleta|bici|bicicleta|patinete|furgoneta|vehiculo|transporte)(?: propi[oa]s?)?)";
const permit =
  "(?:(?:el |un |mi )?permiso (?:de|para) (?:trabajo|trabajar)|(?:los |mis )?papeles|(?:el |mi )?nie|residencia legal|permiso de residencia)";

export const details: Details = {
  languageNames: {
    castellano: "es",
    espanol: "es",
    valenciano: "ca",
    mandarin: "zh",
    farsi: "fa",
    flamenco: "nl",
    moldavo: "ro",
    vasco: "eu",
    euskera: "eu",
    tagalo: "tl",
    filipino: "tl",
    noruego: "no",
  },
  speaks: words(
    "habl[oa](?:mos|ndo)?|hablar|se hablar|domino|idiomas?|lenguas?|bilingue|trilingue|me defiendo|entiendo|manejo|chapurreo|nativ[oa]s?|matern[oa]s?|nivel",
  ),
  levels: [
    [words("nativ[oa]s?|matern[oa]s?|lengua materna|idioma materno"), "native"],
    [
      words(
        "bilingue|fluid[oa]|con fluidez|perfect[oa]|avanzad[oa]|alto|intermedi[oa]|medio|basic[oa]|un poco(?: de)?|algo de|poquito|bajo|bien|bastante bien|muy bien|conversacional|nociones",
      ),
      null,
    ],
  ],
  allLevels: words("ambos|ambas|los dos|las dos|todos"),
  hours: [
    [
      "full_time",
      words(
        "(?:jornada|horario|tiempo|dedicacion) (?:completa|completo)|a (?:jornada|tiempo) complet[oa]|full ?-?time|40 horas",
      ),
      words("complet[oa]"),
    ],
    [
      "part_time",
      words(
        "media jornada|(?:jornada|tiempo|horario) (?:parcial|reducid[oa])|part ?-?time|por horas|medio tiempo|20 horas",
      ),
      words("parcial|media"),
    ],
  ],
  either: words(
    "me da (?:igual|lo mismo)|cualquiera(?: de las dos)?|ambas|las dos|los dos|indiferente|lo que (?:sea|haya)|no me importa",
  ),
  shifts: [
    [
      "morning",
      words("por las? mananas?|las mananas|turnos? de (?:la )?mananas?|de mananas|solo mananas|mananas"),
      words("mananas?"),
    ],
    [
      "afternoon",
      words("por las? tardes?|las tardes|turnos? de (?:la )?tardes?|de tardes|solo tardes"),
      words("tardes?"),
    ],
    [
      "night",
      words(
        "por las? noches?|las noches|turnos? de (?:la )?noches?|turno nocturno|nocturn[oa]s?|de noches?|solo noches",
      ),
      words("noches?|nocturn[oa]"),
    ],
    [
      "weekend",
      words("(?:los )?fin(?:es)? de semana|(?:los )?findes?|sabados y domingos|los (?:sabados|domingos)"),
      words("sabados|domingos|findes?"),
    ],
  ],
  anyShift: words(
    "cualquier(?:a)?(?: turno| horario)?|todos(?: los turnos)?|me da (?:igual|lo mismo)|indiferente|el que sea|turnos? rotativos?",
  ),
  licenceLead: words("el|la|tipo|clase"),
  licences: words(
    "(?:carnet|carne|permiso|licencia|carnets|permisos)(?: de)?(?: conducir| conduccion)?(?: (?:tipo|clase|de tipo|de clase|del tipo|el|de))? (c ?\\+ ?e|d ?\\+ ?e|b ?\\+ ?e|c1|d1|am|a1|a2|be|ce|a|b|c|d)",
    "(?:carnet|carne|permiso|licencia) de (?:conducir|conduccion|coche|moto|carretillero|carretilla|camion|manipulador(?: de alimentos)?|manipuladora de alimentos|vigilante)",
    "titulo de (?:socorrista|carretillero|monitor)|tip de vigilante|certificado de manipulador de alimentos|cap|adr|tarjeta de tacografo",
  ),
  flags: {
    work_permit: words(
      `${aboutMe} ${permit}|${permit} (?:en regla|vigente|al dia|si)|papeles en regla|puedo trabajar legalmente`,
    ),
    own_transport: words(
      `${aboutMe} (?:carnet(?: b| de conducir)? y )?${transport}|con ${transport}|voy en ${transport}|me muevo en ${transport}|vehiculo propio|coche propio`,
    ),
    over_18: words("(?:soy|ya soy) (?:mayor de (?:edad|18|dieciocho)(?: anos)?|adult[oa])|mayor de edad"),
  },
  notFlags: {
    work_permit: words(`${notHaving} ${permit}`),
    own_transport: words(`${notHaving} ${transport}`),
    over_18: words("(?:no soy mayor|soy menor|menor) de (?:edad|18)"),
  },
  impliedFlags: {
    work_permit: words(
      "soy (?:espanola?|europe[oa]|comunitari[oa]|ciudadan[oa] (?:espanola?|europe[oa]|de la union europea|de la ue))|(?:nacionalidad|pasaporte|dni) (?:espanola?|europe[oa]|comunitari[oa])|tengo (?:la nacionalidad|dni|nacionalidad)",
    ),
    own_transport: words("coche|moto|bici|bicicleta|patinete|furgoneta"),
  },
  age: words("(?:tengo|cumpli|he cumplido) (\\d{2}) anos(?! (?:de|trabajando|como|en))"),
  certificates: words(
    "carretiller[oa]|carretilla(?: elevadora)?|manipulador(?:a)?(?: de alimentos)?|prl|prevencion de riesgos(?: laborales)?|adr(?: basico)?|cap|tacografo|vigilante(?: de seguridad)?|socorrista|plataformas?(?: elevadoras?)?|fitosanitarios|puente grua|gruista",
  ),
  notYet: words(
    "(?:sacando(?:me)?|sacar(?:me)?|saque|falta|faltaria|obtener|estudiando|preparando|pide[ns]?|exigen|necesario|necesito)(?: el| la| mi| un)?|examen (?:del?|para el)",
  ),
  studies: {
    degrees: words(
      "(?:ciclo(?: formativo)?(?: de)? )?grado (?:medio|superior)|ciclo (?:medio|superior|formativo)|(?:f\\.?p\\.?|formacion profesional)(?: (?:basica|media|superior|dual|i{1,2}|[12]))?|(?:doble )?grado (?=(?:en|de) (?!\\d))|e\\.?s\\.?o|graduado escolar|(?:segundo|primero|[12]o?) de bachillerato|bachillerato(?: de (?:ciencias|letras|humanidades|artes))?|bachiller(?: completo)?|(?<=(?:termine|acabe|hice|tengo|curse|complete|estudie|estudios|estudios:) (?:la |el |de |la educacion |hasta )?)(?:secundaria|primaria|preparatoria|prepa|la universidad)(?: completa| terminada)?|(?:secundaria|primaria|preparatoria) (?:completa|terminada)|(?:licenciad|graduad|diplomad|titulad)[oa](?= (?:en|de) )|licenciatura|diplomatura|ingenier[oa] (?:industrial|informatic[oa]|civil|tecnic[oa]|agronom[oa]|electronic[oa]|mecanic[oa]|quimic[oa]|de \\p{L}{4,20})|ingenieria(?= (?:en|de|civil|industrial) )|(?:master|doctorado|posgrado)(?= (?:en|de) )|estudios (?:universitarios|superiores|primarios|secundarios|basicos|medios)|tecnic[oa](?: superior| medio| auxiliar)? (?=en (?!paro|casa|el |la |un))|selectividad|tcae|titulo (?=(?:universitario|de bachiller|de grado))(?:universitario|de \\p{L}{4,12})",
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
      "(?<=^|[,.;:\\n] ?|(?:yo|y|tambien|ademas|que|ya|muy bien) )se (?:muy bien |tambien |bien )?(?=\\p{L}{2,14}(?:ar|er|ir)(?![\\p{L}]))(?!hablar|ir |leer y escribir|que)",
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
  wantsPay: words(
    "quiero|querria|quisiera|me gustaria|busco|pido|espero|minimo|al menos|por lo menos|pretension(?:es)?|expectativas?|aspiro|a partir de|ganar|cobrar|no menos de|sueldo|salario",
  ),
  pastPay: words(
    "cobraba|ganaba|cobro|gano|me pagaban|me pagan|pagaban|cobre|gane|mi (?:ultimo|anterior|actual) (?:sueldo|salario)|actualmente",
  ),
  periods: [
    ["hour", words("(?:por|a la|la|cada) hora|hora")],
    ["day", words("(?:por|al|cada) dia|diarios?|dia")],
    ["week", words("(?:por|a la|cada) semana|semanal(?:es)?|semana")],
    ["month", words("(?:por|al|cada) mes|mensual(?:es)?|mes")],
    ["year", words("(?:por|al|cada) ano|anual(?:es)?|brutos? anual(?:es)?|ano")],
  ],
  currencies: { "€": "EUR", euros: "EUR", euro: "EUR", eur: "EUR", libras: "GBP", "£": "GBP", dolares: "USD" },
};
