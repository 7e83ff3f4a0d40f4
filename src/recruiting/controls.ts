import type { Control } from "../message.ts";
import { fold } from "./fold.ts";
import { languages } from "./language.ts";

/** Whole messages, as `normalise` leaves them. A word of two languages stands under both. */
const words: Record<"en" | "es" | "pt" | "de" | "fr", Record<Control, string[]>> = {
  en: {
    stop: phrases(
      "stop, stop it, stop please, please stop, unsubscribe, unsubscribe me, opt out, stop messages, no more messages, stop texting me, stop messaging me, leave me alone",
    ),
    start: ["start", "unstop", "subscribe"],
    human: phrases(
      "human, human please, real person, a real person, talk to a human, speak to a human, talk to a person, speak to a person, talk to someone, speak to someone, can i talk to someone, can i speak to someone, can i talk to a human, can i speak to a human, can i talk to a person, can i speak to a person",
    ),
    delete: ["delete", "delete me", "delete everything", "delete my account", "delete my data", "erase my data"],
    export: phrases(
      "export, export my data, my data, show my data, show me my data, see my data, send me my data, give me my data, what data do you have, what data do you have on me, what do you know about me, what do you have on me",
    ),
    why: phrases(
      "why, but why, why is that, why do you ask, why do you need that, why do you want to know, are you a bot, are you a robot, are you human, are you a human, is this a bot, am i talking to a bot, who are you, who am i talking to",
    ),
  },
  es: {
    stop: phrases(
      "stop, stop por favor, baja, baja por favor, parar, darme de baja, dar de baja, quiero darme de baja, cancelar suscripcion, basta, basta ya, no mas mensajes, no quiero mas mensajes, no me escribas mas, no me escribais mas, no me escriban mas, deja de escribirme, dejad de escribirme, dejen de escribirme, dejame en paz, dejadme en paz, dejenme en paz",
    ),
    start: ["start", "alta", "volver", "darme de alta"],
    human: phrases(
      "humano, un humano, humano por favor, persona, una persona, una persona real, persona real, agente humano, hablar con una persona, hablar con un humano, hablar con alguien, quiero hablar con alguien, quiero hablar con una persona, quiero hablar con un humano, puedo hablar con alguien, puedo hablar con una persona, una persona por favor",
    ),
    delete: phrases(
      "borrar, eliminar, borrar todo, borra todo, borrad todo, borren todo, eliminar todo, elimina todo, borrar datos, eliminar datos, borrar mis datos, eliminar mis datos, suprimir mis datos, borra mis datos, borrad mis datos, borren mis datos, borre mis datos, elimina mis datos, eliminad mis datos, eliminen mis datos, quiero borrar mis datos, delete",
    ),
    export: phrases(
      "exportar, export, exportar datos, exportar mis datos, mis datos, mis datos por favor, ver mis datos, quiero ver mis datos, dame mis datos, enviame mis datos, mandame mis datos, que datos tienes, que datos teneis, que datos tienen, que datos teneis de mi, que datos tienen de mi, que sabes de mi, que sabeis de mi, que saben de mi",
    ),
    why: phrases(
      "por que, porque, y por que, por que eso, por que me preguntas eso, por que preguntas eso, para que, eres un bot, eres un robot, eres una maquina, eres humano, quien eres, why",
    ),
  },
  pt: {
    stop: phrases(
      "stop, parar, pare, parem, parar mensagens, cancelar inscricao, cancelar subscricao, descadastrar, cancelar mensagens, stop mensagens, chega de mensagens, parem de me escrever, pare de me escrever, parem de escrever, sair da lista, deixem-me em paz, remover da lista, nao me escreva mais, nao me escrevam mais, nao me escrevas mais, nao me mande mais mensagens, nao quero mais mensagens, nao quero receber mais mensagens",
    ),
    start: ["start", "reativar", "voltar a receber"],
    human: phrases(
      "humano, atendente humano, um humano, humano por favor, pessoa de verdade, uma pessoa real, pessoa real, falar com uma pessoa, falar com um humano, falar com alguem, falar com um atendente, quero falar com uma pessoa, quero falar com um humano",
    ),
    delete: phrases(
      "apagar, excluir, apagar tudo, apaguem tudo, apague tudo, apaguem os meus dados, apagar os meus dados, apagar meus dados, apaga os meus dados, apague os meus dados, apague meus dados, eliminar os meus dados, eliminar meus dados, elimine os meus dados, excluir os meus dados, excluir meus dados, exclua meus dados",
    ),
    export: phrases(
      "exportar, quero ver os meus dados, quero ver meus dados, exportar os meus dados, exportar meus dados, os meus dados, meus dados, ver os meus dados, ver meus dados, mostrar os meus dados, mostrar meus dados",
    ),
    why: ["porque", "por que", "porque e que", "para que", "pra que"],
  },
  de: {
    stop: [
      "stop",
      "stopp",
      "lasst mich in ruhe",
      "stop bitte",
      "bitte aufhoren",
      "bitte aufhoeren",
      "bitte nicht mehr schreiben",
      "abmelden",
      "abbestellen",
      "keine nachrichten mehr",
      "bitte keine nachrichten mehr",
      "schreib mir nicht mehr",
      "schreibt mir nicht mehr",
      "schreiben sie mir nicht mehr",
      "bitte schreiben sie mir nicht mehr",
    ],
    start: ["start", "wieder anmelden"],
    human: [
      "mensch",
      "echter mensch",
      "mit jemandem reden",
      "kann ich mit jemandem reden",
      "kann ich mit jemandem sprechen",
      "kann ich mit einem menschen reden",
      "kann ich mit einem menschen sprechen",
      "mensch bitte",
      "mit einem menschen sprechen",
      "mit einem menschen reden",
      "mit einer person sprechen",
      "mit jemandem sprechen",
      "mit einem mitarbeiter sprechen",
      "ich mochte mit einem menschen sprechen",
      "ich moechte mit einem menschen sprechen",
    ],
    delete: [
      "loschen",
      "loeschen",
      "alles loschen",
      "bitte alles loschen",
      "bitte alles loeschen",
      "alle daten loschen",
      "alle daten loeschen",
      "loscht alles",
      "loescht alles",
      "alles loeschen",
      "daten loschen",
      "daten loeschen",
      "meine daten loschen",
      "meine daten loeschen",
      "losch meine daten",
      "loesch meine daten",
      "losche meine daten",
      "loesche meine daten",
      "loscht meine daten",
      "loescht meine daten",
      "loschen sie meine daten",
      "loeschen sie meine daten",
    ],
    export: [
      "export",
      "exportieren",
      "daten exportieren",
      "datenauskunft",
      "welche daten habt ihr",
      "welche daten habt ihr von mir",
      "was wisst ihr uber mich",
      "was wisst ihr ueber mich",
      "meine daten",
      "meine daten exportieren",
      "meine daten anzeigen",
      "zeig mir meine daten",
      "zeige mir meine daten",
      "zeigt mir meine daten",
      "zeigen sie mir meine daten",
    ],
    why: [
      "warum",
      "wieso",
      "weshalb",
      "wozu",
      "wofur",
      "wofuer",
      "warum das",
      "wieso das",
      "bist du ein bot",
      "bist du ein roboter",
      "bist du ein mensch",
      "ist das ein bot",
      "mit wem schreibe ich",
      "warum fragst du das",
      "warum fragt ihr das",
      "wer bist du",
    ],
  },
  fr: {
    stop: phrases(
      "stop, arreter, arrete, arretez, arret, se desabonner, me desabonner, me desinscrire, desabonnement, desinscription, desabonnez-moi, desinscrivez-moi, desabonner, plus de messages, stop messages, stop svp, stop merci, arretez les messages, arretez de m'ecrire, laissez-moi tranquille, plus aucun message, ne m'ecris plus, ne m'ecrivez plus, ne m’ecris plus, ne m’ecrivez plus",
    ),
    start: ["start", "me reabonner", "me reinscrire"],
    human: phrases(
      "humain, un humain, humain svp, une vraie personne, vraie personne, parler a qqn, parler a quelqu'un, parler a quelqu’un, parler a une personne, parler a un humain, parler a un conseiller, parler avec une personne, je veux parler a une personne, je veux parler a un humain, je voudrais parler a une personne",
    ),
    delete: phrases(
      "supprimer, effacer, supprimer mes donnees, supprime mes donnees, supprimez mes donnees, effacer mes donnees, efface mes donnees, effacez mes donnees, supprimez tout, effacez tout, supprimer mon compte, supprimez mon compte",
    ),
    export: phrases(
      "exporter, export, exportez mes donnees, envoyez-moi mes donnees, mes donnees, exporter mes donnees, voir mes donnees, afficher mes donnees, montre-moi mes donnees, montrez-moi mes donnees",
    ),
    why: ["pourquoi", "pour quoi", "pk", "pourquoi ca"],
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
  return fold(text)
    .replaceAll(/\s+/g, " ")
    .replaceAll(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, "");
}

function phrases(list: string): string[] {
  return list.split(", ");
}
