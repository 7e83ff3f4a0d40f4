import type { Control } from "../message.ts";

/** Whole messages after normalisation. A new language adds its words to each list. */
const words: Record<Control, string[]> = {
  stop: [
    ...["stop", "unsubscribe", "opt out", "stop messages"],
    ...["baja", "parar", "darme de baja", "cancelar suscripcion", "no me escribas mas"],
  ],
  start: [...["start", "unstop", "subscribe"], ...["alta", "volver", "darme de alta"]],
  human: [
    ...["human", "agent", "talk to a human", "speak to a human", "talk to a person", "speak to a person"],
    ...["humano", "persona", "agente", "hablar con una persona", "hablar con un humano"],
  ],
  delete: [
    ...["delete", "delete my data", "erase my data"],
    ...["borrar", "borrar mis datos", "eliminar mis datos", "borra mis datos", "elimina mis datos"],
  ],
  export: [
    ...["export", "export my data", "my data", "show my data"],
    ...["exportar", "exportar mis datos", "mis datos", "ver mis datos"],
  ],
  why: [...["why"], ...["por que"]],
};
const controls = ["stop", "start", "human", "delete", "export", "why"] as const;
const table = new Map(controls.flatMap((control) => words[control].map((word) => [word, control] as const)));
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
