import type { Control } from "../message.ts";
import { type Language, languages } from "./language.ts";

/** Whole messages, as `normalise` leaves them. A word of two languages stands under both. */
const words: Record<Language, Record<Control, string[]>> = {
  en: {
    stop: ["stop", "unsubscribe", "opt out", "stop messages"],
    start: ["start", "unstop", "subscribe"],
    human: ["human", "talk to a human", "speak to a human", "talk to a person", "speak to a person"],
    delete: ["delete", "delete my data", "erase my data"],
    export: ["export", "export my data", "my data", "show my data"],
    why: ["why"],
  },
  es: {
    stop: ["stop", "baja", "parar", "darme de baja", "cancelar suscripcion", "no me escribas mas"],
    start: ["start", "alta", "volver", "darme de alta"],
    human: ["humano", "persona", "hablar con una persona", "hablar con un humano"],
    delete: ["borrar", "borrar mis datos", "eliminar mis datos", "borra mis datos", "elimina mis datos"],
    export: ["exportar", "exportar mis datos", "mis datos", "ver mis datos"],
    why: ["por que"],
  },
};
const controls = ["stop", "start", "human", "delete", "export", "why"] as const;
const table = new Map(
  languages.flatMap((language) =>
    controls.flatMap((control) => words[language][control].map((word) => [word, control] as const)),
  ),
);
const longest = Math.max(...[...table.keys()].map(({ length }) => length));

/** The control that a message is, if it is nothing else: "STOP!" is one, "non-stop" and "please stop by" are not. */
export function controlOf(text: string): Control | undefined {
  // Nobody needs the normal form of a long message.
  return text.length > 4 * longest ? undefined : table.get(normalise(text));
}

/** Lower case, no accents, no punctuation or symbols around it, single spaces. */
function normalise(text: string): string {
  return text
    .normalize("NFKD")
    .replaceAll(/\p{M}+/gu, "")
    .toLowerCase()
    .replaceAll(/\s+/g, " ")
    .replaceAll(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, "");
}
