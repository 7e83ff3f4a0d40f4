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
