import type { OpenVacancy } from "../../src/agent/offer.ts";
import { vacancySchema } from "../../src/recruiting/vacancies.ts";

/** The longest conversation that is realistic: a long ad, a past that is full, a candidate who tells and asks a lot. */

const text = (es: string) => ({ es, en: es, pt: es, de: es, fr: es });
const sentence = "Prepararás platos calientes y fríos, y harás los pedidos junto al jefe de cocina de nuestro equipo. ";
const story = "En mi último trabajo hacíamos muchas comidas cada día y aprendí a organizarme con mis compañeros. ";

export const longAd: OpenVacancy = {
  version: 1,
  ...vacancySchema.parse({
    id: "cook-madrid",
    title: "Cocinero o cocinera para restaurante",
    place: { city: "Madrid", country: "ES" },
    language: "es",
    pay: "1.600 € brutos al mes en 14 pagas, más propinas",
    hours: "full_time",
    shifts: ["morning", "evening", "weekend"],
    start: "2031-06-01",
    description: sentence.repeat(30).slice(0, 2_000),
    faq: [
      [
        "¿Cuánto se cobra y cuándo se paga?",
        "Son 1.600 € brutos al mes en 14 pagas, y las propinas se reparten cada semana.",
      ],
      ["¿Dónde está el restaurante?", "En la calle Fuencarral 118, en Madrid, a dos minutos a pie del metro Quevedo."],
      [
        "¿Qué horario es?",
        "De 12:00 a 16:30 y de 20:00 a 23:30, cinco días a la semana, con dos días libres seguidos.",
      ],
      [
        "¿Hay comida de personal?",
        "Sí, se come en el restaurante en los dos turnos, antes de que lleguen los clientes.",
      ],
      ["¿Qué contrato es?", "Es un contrato indefinido con dos meses de prueba, según el convenio de hostelería."],
      ["¿Hace falta experiencia?", "Hace falta algo de experiencia en cocina, y el jefe te enseña nuestras recetas."],
      ["¿Dan uniforme?", "Sí, el uniforme lo pone el restaurante y se lava aquí; los zapatos los traes tú."],
      ["¿Cómo es el proceso?", "Una persona del equipo lee tu solicitud y te escribe en este mismo chat."],
    ].map(([q, a]) => ({ q, a })),
    questions: [
      {
        id: "kitchen_years",
        text: text("¿Cuántos años has trabajado en una cocina profesional?"),
        type: "number",
        knockout: { op: "lte", value: 0.5 },
      },
      {
        id: "split_shift",
        text: text("¿Puedes trabajar en turno partido, con comidas y cenas?"),
        type: "boolean",
        knockout: { op: "eq", value: false },
      },
      {
        id: "spanish_level",
        text: text("¿Qué nivel de español tienes: básico, bueno o fluido?"),
        type: "choice",
        options: ["basic", "good", "fluent"],
        knockout: { op: "eq", value: "basic" },
      },
      { id: "start_date", text: text("¿A partir de qué fecha podrías empezar con nosotros?"), type: "date" },
      { id: "food_card", text: text("¿Tienes el carné de manipulador de alimentos?"), type: "boolean" },
      { id: "specialty", text: text("¿Cuál es tu especialidad en la cocina?"), type: "text" },
    ],
  }),
};

/** What was said months ago, and is still shown: every line as long as lines are. */
export const longPast = Array.from({ length: 20 }, (_, index) =>
  index % 2 === 0
    ? { from: "candidate" as const, text: index % 6 === 0 ? story.repeat(20) : story, asks: null }
    : { from: "bot" as const, text: `${sentence}${sentence}¿Quieres contarme algo más de tu experiencia?`, asks: null },
).map((entry) => ({ ...entry, at: "2031-05-01T08:00:00+00:00" }));

interface Spoken {
  says: string[];
  intents: string[];
  /** Field, value and quote. */
  facts?: [string, string, string][];
  agrees?: boolean;
}

export const longTalk: Spoken[] = [
  { says: ["Hola, vi el anuncio de cocinera", "¿el puesto sigue libre?"], intents: ["apply", "question"] },
  {
    says: ["me llamo Lucía Pérez y vivo en Sevilla"],
    intents: ["answer"],
    facts: [
      ["first_name", "Lucía", "Lucía"],
      ["last_name", "Pérez", "Pérez"],
      ["city", "Sevilla", "Sevilla"],
      ["country", "ES", "Sevilla"],
    ],
  },
  {
    says: [`${story.repeat(19)}Llevo 3 años en cocinas`, "y también sé de pastelería"],
    intents: ["answer"],
    facts: [
      ["kitchen_years", "3", "3 años en cocinas"],
      ["experience_years", "3", "3 años en cocinas"],
      ["skills", "pastelería", "pastelería"],
      ["education", "Escuela de hostelería", "estudié hostelería"], // said by nobody
    ],
  },
  { says: ["¿cuánto se cobra?", "¿y hay que trabajar los domingos?"], intents: ["question"] },
  {
    says: ["vale, el turno partido me va bien"],
    intents: ["answer"],
    facts: [["split_shift", "true", "el turno partido me va bien"]],
  },
  { says: ["¿dan de comer? es que tengo alergias y me preocupa un poco"], intents: ["question"] },
  { says: ["hablo fluido, soy de aquí"], intents: ["answer"], facts: [["spanish_level", "fluent", "fluido"]] },
  { says: ["podría el 2 de junio"], intents: ["answer"], facts: [["start_date", "2031-06-02", "el 2 de junio"]] },
  {
    says: ["sí, lo tengo, me lo saqué el año pasado"],
    intents: ["answer"],
    facts: [["food_card", "true", "lo tengo"]],
    agrees: true,
  },
  {
    says: [`${story.repeat(19)}Mi especialidad son los arroces`],
    intents: ["answer"],
    facts: [["specialty", "los arroces", "los arroces"]],
  },
  {
    says: ["no, son 4 años en cocinas, perdona"],
    intents: ["correction"],
    facts: [["kitchen_years", "4", "4 años en cocinas"]],
    agrees: false,
  },
  { says: ["sí, todo está bien"], intents: ["answer"], agrees: true },
];

/** Fifty words, and 110 to read back: as long as the instructions let a reply be. */
const tenWords = "Gracias, lo he anotado todo tal como me lo cuentas. ";
export const longReply = tenWords.repeat(4).concat("¿Me lo confirmas, por favor, y seguimos con lo siguiente?");
export const longReadBack = tenWords.repeat(10).concat("¿Me lo confirmas, por favor, y seguimos con lo siguiente?");
export const longSummary = "Wants to work as a cook in the restaurant and asks about pay and Sundays. ".repeat(5);
