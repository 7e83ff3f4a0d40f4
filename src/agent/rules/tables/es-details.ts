import { words } from "../text.ts";
import { ages } from "./es-numbers.ts";
import type { Details } from "./table.ts";

const aboutMe = "(?:tengo|dispongo de|cuento con|llevo|poseo)";
const notHaving = "(?:no (?:tengo|dispongo de|cuento con|poseo|llevo)|sin|tampoco tengo|ni)";
const transport =
  "(?:(?:mi |el |un |una )?(?:propi[oa] )?(?:coche|carro|auto|moto|motocicleta|bici|bicicleta|patinete|furgoneta|vehiculo|transporte)(?: propi[oa]s?)?)";
const permit =
  "(?:(?:el |un |mi )?permiso (?:de|para) (?:trabajo|trabajar)|(?:los |mis )?papeles|(?:el |mi )?nie|residencia legal|permiso de residencia)";

const classes = "c ?\\+ ?e|d ?\\+ ?e|b ?\\+ ?e|c1e?|d1e?|am|a1|a2|b1|be|ce|a|b|c|d";
const licence =
  "(?:carnets?|carnes?|permisos?|licencias?)(?: de)?(?: conducir| conduccion| coche| moto| camion| manejo| manejar)?";
const age = `(\\d{2}|${ages})`;

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
    "habl[oa](?:mos|ndo)?|hablar|se hablar|domino|idiomas?|lenguas?|bilingue|trilingue|me defiendo|solo(?= (?:espanol|castellano|ingles|frances|portugues))|first|toefl|ielts|entiendo|manejo|chapurreo|nativ[oa]s?|matern[oa]s?|nivel",
  ),
  levels: [
    [words("nativ[oa]s?|matern[oa]s?|lengua materna|idioma materno"), "native"],
    [
      words(
        "bilingue|fluid[oa]|con fluidez|perfect[oa]|avanzad[oa]|alto|intermedi[oa]|medio|basic[oa]|un poco(?: de)?|algo de|poquito|bajo|bien|bastante bien|muy bien|conversacional|nociones|poco|regular|normal|suficiente|escolar",
      ),
      null,
    ],
  ],
  allLevels: words("nativ[oa]s|matern[oa]s|ambos|ambas|los dos|las dos|todos"),
  hours: [
    [
      "full_time",
      words(
        "(?:jornada|horario|tiempo|dedicacion) (?:completa|completo)|a (?:jornada|tiempo) complet[oa]|full ?-?time|40 ?(?:h|hs|hrs|horas)",
      ),
      words("complet[oa]"),
    ],
    [
      "part_time",
      words(
        "media jornada|(?:jornada|tiempo|horario) (?:parcial|reducid[oa])|part ?-?time|medio turno|turno parcial|por horas|medio tiempo|(?:1[5-9]|2[0-5]) ?(?:h|horas) (?:a la semana|por semana|semanales)|20 horas|(?<=completa o )parcial|(?<=completa o )media",
      ),
      words("parcial|media|(?:1[5-9]|2[0-5]) ?(?:h|horas)"),
    ],
  ],
  either: words(
    "me da (?:igual|lo mismo)|cualquiera(?: de las dos)?|ambas|las dos|los dos|indiferente|lo que (?:sea|haya)|no me importa|(?:la|las|lo) que sean?",
  ),
  shifts: [
    [
      "morning",
      words(
        "por las? mananas?|las mananas|(?<!partir )de manana|turnos? de (?:la )?mananas?|de mananas|solo mananas|mananas",
      ),
      words("mananas?"),
    ],
    [
      "afternoon",
      words("por las? tardes?|las tardes|de tarde|turnos? de (?:la )?tardes?|de tardes|solo tardes"),
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
    "cualquier(?:a)?(?: turno| horario)?|todos(?: los turnos)?|me da (?:igual|lo mismo)|indiferente|el que sea|(?:turnos? )?rotativ[oa]s?|a turnos|el que (?:haya|toque|salga|quieran)|los que sean",
  ),
  except: words("(?:menos|excepto|salvo|quitando|cualquiera menos|todos menos)(?: el| la| los| las| lo)?(?: turno)?"),
  notShift: words(
    "estudio|estudiando|tengo clases?|llama(?:d|r|ra)?me|ayer|anoche|envie|mande|nos vemos|quedamos|(?:te|os|le) (?:lo )?(?:escribo|digo|confirmo|aviso|llamo|contesto)|(?<!(?:busco|buscando|quiero|un|necesito|el) )trabajo (?:por|los|las|todas)|paso|salgo|duermo",
  ),
  notShiftBehind: words(
    " ?,? ?(?:llevo a|recojo|cuido|estudio|tengo (?:clase|curso|otro)|voy a clase|estoy ocupad[oa]|no|tampoco|nunca) (?:puedo|podria|podre|quiero|trabajo|tengo|me|es|estoy|libro)",
  ),
  licenceLead: words(
    "si|ya|solo|pues|tengo|dispongo de|saque|el|la|los|las|carnets?|carne|permisos?|licencias?|titulo|curso|de|tipo|clase",
  ),
  licences: words(
    `${licence}(?: tipo| clase| de tipo| de clase| del tipo| el| de)?:? ?\\(?(${classes})`,
    `(?:tengo|poseo|saque|con|dispongo de) (?:el|la) (?:clase |tipo )?(b|c|d|be|ce|am|c ?\\+ ?e|d ?\\+ ?e)(?! (?:de ingles|en ingles|ingles))`,
    "(?:carnet|carne|permiso|licencia) de (?:conducir|conduccion|manejo|coche|moto|carretiller[oa]|carretilla(?: elevadora)?|camion|autobus|taxi|grua|montacargas|manipulador(?:a)?(?: de alimentos)?|vigilante)(?! (?:(?:me|lo|la|se|ya|esta|que tenia|tenia|tengo|ya) ){0,3}(?:caduc|venci))",
    "titulo de (?:socorrista|carretiller[oa]|monitor[a]?)|tip de vigilante(?: de seguridad)?|certificado de manipulador(?:a)? de alimentos|cap|adr(?: basico)?|prl|tarjeta (?:de(?:l)? )?tacografo",
  ),
  flags: {
    work_permit: words(
      `${aboutMe} ${permit}|${permit} (?:en regla|vigente|al dia|si)|papeles en regla|puedo trabajar legalmente`,
    ),
    own_transport: words(
      `${aboutMe} (?:carnet(?: b| de conducir)? y )?${transport}|con ${transport}|voy en ${transport}|me muevo en ${transport}|vehiculo propio|coche propio`,
    ),
    over_18: words(
      "(?:soy|ya soy) (?:mayor de (?:edad|18|dieciocho)(?: anos)?|adult[oa])|mayor de edad|soy del(?: ano)? [6-9]\\d|(?:paso|pase|pasados) (?:ya )?de los (?:18|dieciocho)",
    ),
  },
  notFlags: {
    work_permit: words(`${notHaving} ${permit}`),
    own_transport: words(`${notHaving} ${transport}`),
    over_18: words(
      "(?:no soy mayor|soy menor|menor) de (?:edad|18)|no (?:he cumplido|tengo)(?: aun| todavia)?(?: los)? (?:18|dieciocho)|(?:cumplo|cumplire|falta \\p{L}{1,12} \\p{L}{2,8} para|faltan \\p{L}{1,12} \\p{L}{2,8} para)(?: los)? (?:18|dieciocho)",
    ),
  },
  impliedFlags: {
    work_permit: words(
      "soy (?:espanola?|europe[oa]|comunitari[oa]|ciudadan[oa] (?:espanola?|europe[oa]|de la union europea|de la ue))|(?:nacionalidad|pasaporte|dni) (?:espanola?|europe[oa]|comunitari[oa])|tengo (?:la nacionalidad|dni|nacionalidad|(?:la |tarjeta de |mi )?residencia)|arraigo|doble nacionalidad",
    ),
    own_transport: words("coche|moto|bici|bicicleta|patinete|furgoneta"),
    over_18: words("(?:ya )?soy mayor"),
  },
  age: words(
    `(?:tengo|cumpli|he cumplido|acabo de cumplir)(?: ya| casi| los)? ${age} (?:anos|anitos|tacos|primaveras)(?! (?:de (?!edad)|trabajando|cotizad|como|en|llevando))`,
    "(?:tengo|cumpli|he cumplido|acabo de cumplir)(?: ya| casi| los)? (\\d{2})(?=$|[,.;!\\n]| y (?:vivo|soy|busco|tengo|me|resido)| (?:vivo|soy|recien|la semana|este mes|hace))",
    `(?<!(?:hij[oa]|hij[oa]s|niet[oa]|con un[oa]?|a un[oa]?) )(?:chic[oa]|joven|hombre|mujer|senora?|persona|muchach[oa]) de ${age} (?:anos|anitos)`,
    `edad ?(?::|es(?: de)?|de)? ?${age}(?: anos)?|${age} anos de edad|${age} anos(?=, ?(?:solter|casad|divorciad))`,
    "(?:naci|nacid[oa]|(?:fecha de )?nacimiento:?)(?: [\\p{L}\\d/.-]{1,12}){0,5} ?((?:19|20)\\d{2})",
    "(?:naci|nacid[oa]|nacimiento:?)(?: el)? \\d{1,2}[/.-]\\d{1,2}[/.-]((?:19|20)\\d{2})",
    "soy del(?: ano)? ((?:19|20)\\d{2})",
  ),
  certificates: words(
    "carretiller[oa]|carretilla(?: elevadora)?|manipulador(?:a)?(?: de alimentos)?|prl|prevencion de riesgos(?: laborales)?|adr(?: basico)?|cap|tacografo|vigilante(?: de seguridad)?|socorrista|plataformas?(?: elevadoras?)?|fitosanitarios|puente grua|gruista",
  ),
  notYet: words(
    "(?:sacando(?:me)?|sacar(?:me)?|(?:cuando|hasta que|en cuanto) (?:me )?saque|falta|faltaria|obtener|estudiando|preparando|pide[ns]?|exigen|necesario|necesito)(?: el| la| mi| un)?|examen (?:del?|para el)",
  ),
  wantsPay: words(
    "quiero|querria|quisiera|me gustaria|busco|pido|espero|minimo|al menos|por lo menos|pretension(?:es)?|expectativas?|aspiro|a partir de|ganar|cobrar|no menos de|sueldo|salario|estaria bien|me conformo|me vale",
  ),
  pastPay: words(
    "cobraba|ganaba|cobro|gano|me pagaban|me pagan|pagaban|cobre|gane|mi (?:ultimo|anterior|actual) (?:sueldo|salario)|actualmente",
  ),
  periods: [
    ["hour", words("/ ?h(?:ora)?|(?:por|a la|la|cada) hora|hora")],
    ["day", words("(?:por|al|cada) dia|diarios?|dia")],
    ["week", words("(?:por|a la|cada) semana|semanal(?:es)?|semana")],
    ["month", words("/ ?mes|(?:por|al|cada) mes|mensual(?:es)?|mes")],
    ["year", words("(?:por|al|cada) ano|anual(?:es)?|brutos? anual(?:es)?|ano")],
  ],
  currencies: {
    "€": "EUR",
    euros: "EUR",
    euro: "EUR",
    eur: "EUR",
    libras: "GBP",
    "£": "GBP",
    dolares: "USD",
    "pesos colombianos": "COP",
    "pesos mexicanos": "MXN",
    "pesos argentinos": "ARS",
    "pesos chilenos": "CLP",
    "nuevos soles": "PEN",
    soles: "PEN",
    quetzales: "GTQ",
    lempiras: "HNL",
    bolivianos: "BOB",
    guaranies: "PYG",
    "pesos dominicanos": "DOP",
    "pesos uruguayos": "UYU",
    bolivares: "VES",
  },
};
