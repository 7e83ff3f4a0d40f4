import type { Texts } from "./table.ts";

export const texts: Texts = {
  greeting: "Hallo! Ich bin ein automatischer Bewerbungsassistent und helfe dir bei deiner Bewerbung.",
  noted: "Ich habe notiert: {facts}.",
  correction: "Ich habe es korrigiert: {facts}.",
  ask: {
    name: "Wie heißt du?",
    email: "Wie lautet deine E-Mail-Adresse?",
    phone: "Unter welcher Telefonnummer können wir dich anrufen?",
    city: "In welcher Stadt wohnst du?",
    country: "In welchem Land wohnst du?",
    roles: "Als was möchtest du gern arbeiten?",
    experience_years: "Wie viele Jahre Erfahrung hast du in diesem Beruf?",
    skills: "Was kannst du in diesem Beruf besonders gut?",
    languages: "Welche Sprachen sprichst du, und wie gut?",
    education: "Welche Ausbildung hast du?",
    licences: "Welche Führerscheine oder Bescheinigungen hast du?",
    work_permit: "Hast du eine Arbeitserlaubnis?",
    available_from: "Ab welchem Tag könntest du anfangen?",
    hours: "Suchst du Arbeit in Vollzeit oder in Teilzeit?",
    shifts: "Welche Schichten kannst du übernehmen: morgens, nachmittags, abends, nachts oder am Wochenende?",
    pay_expectation: "Wie viel möchtest du verdienen? Nenn mir den Betrag, und ob er pro Stunde, Monat oder Jahr gilt.",
    own_transport: "Hast du ein eigenes Fahrzeug (Auto, Motorrad, Fahrrad)?",
    over_18: "Bist du mindestens 18 Jahre alt?",
    confirm: "Stimmt alles so?",
    vacancy: "Welche dieser Stellen interessiert dich?",
  },
  askAgain: {
    name: "Entschuldige, das habe ich nicht verstanden. Schreib mir bitte deinen Vor- und Nachnamen, zum Beispiel „Anna Schmidt“.",
    email:
      "Entschuldige, ich sehe nicht die ganze Adresse. Schreibst du mir deine E-Mail-Adresse noch einmal, mit dem @?",
    phone: "Entschuldige, ich konnte die Nummer nicht lesen. Schreibst du sie mir bitte mit allen Ziffern?",
    city: "Entschuldige, das habe ich nicht verstanden. Schreib mir bitte nur den Namen der Stadt oder des Ortes, in dem du wohnst.",
    country:
      "Entschuldige, das habe ich nicht verstanden. Schreib mir bitte nur den Namen des Landes, in dem du wohnst.",
    roles:
      "Entschuldige, das war mir nicht klar. Nenn mir einen Beruf, zum Beispiel „Kellnerin“ oder „Lagermitarbeiter“.",
    experience_years:
      "Entschuldige, das war mir nicht klar. Schreib mir die Jahre an Erfahrung bitte als Zahl (0, wenn du noch keine hast).",
    skills: "Entschuldige, das war mir nicht klar. Nenn mir zwei oder drei Dinge, die du gut kannst.",
    languages:
      "Entschuldige, das war mir nicht klar. Schreib mir die Sprachen so: „Deutsch Muttersprache, Englisch B1“.",
    education: "Entschuldige, das war mir nicht klar. Was hast du zuletzt abgeschlossen?",
    licences: "Entschuldige, das war mir nicht klar. Nenn mir, was du hast, zum Beispiel „Führerschein Klasse B“.",
    work_permit: "Entschuldige, das war mir nicht klar. Darfst du hier arbeiten? Antworte bitte mit Ja oder Nein.",
    available_from:
      "Entschuldige, das Datum habe ich nicht verstanden. Nenn mir einen Tag, zum Beispiel „1. März“ oder „ab sofort“.",
    hours: "Entschuldige, das war mir nicht klar. Antworte bitte mit „Vollzeit“, „Teilzeit“ oder „egal“.",
    shifts:
      "Entschuldige, das war mir nicht klar. Nenn mir die Schichten, die dir passen, zum Beispiel „morgens und abends“.",
    pay_expectation:
      "Entschuldige, das war mir nicht klar. Schreib es so: „2000 Euro im Monat“ oder „14 Euro die Stunde“.",
    own_transport:
      "Entschuldige, das war mir nicht klar. Kannst du mit einem eigenen Fahrzeug zur Arbeit kommen? Antworte bitte mit Ja oder Nein.",
    over_18: "Entschuldige, das war mir nicht klar. Bist du 18 Jahre alt oder älter? Antworte bitte mit Ja oder Nein.",
    vacancy:
      "Entschuldige, das war mir nicht klar. Wähl eine Stelle aus der Liste, oder sag mir, welche Arbeit du suchst.",
    confirm:
      "Entschuldige, das war mir nicht klar. Antworte mit „Ja“, wenn es stimmt, oder schreib mir, was ich ändern soll.",
  },
  unclear: "Entschuldige, das war mir nicht klar.",
  which: "Du hast mir zwei verschiedene Angaben gemacht ({field}). Welche stimmt?",
  applying: "Diese Bewerbung ist für „{title}“.",
  closed: "Die Stelle „{title}“ ist inzwischen geschlossen.",
  resumed: "Machen wir da weiter, wo wir aufgehört haben.",
  cited: "In der Anzeige steht: „{answer}“.",
  passedOn:
    "Das weiß ich nicht, weil es nicht in der Anzeige steht; ich habe es an das Team weitergegeben. Wenn du mit einem Menschen sprechen möchtest, schreib MENSCH.",
  offtopic: "Dabei kann ich dir nicht helfen; ich bin für deine Bewerbung da.",
  write: {
    stop: "Wenn du keine Nachrichten mehr möchtest, schreib STOPP.",
    delete: "Wenn wir deine Daten löschen sollen, schreib LÖSCHEN.",
    export: "Wenn du die Daten sehen möchtest, die wir notiert haben, schreib MEINE DATEN.",
    why: "Ich bin ein automatischer Assistent. Wenn du wissen möchtest, wozu die Fragen da sind, schreib WARUM.",
  },
  readBack: "Das habe ich notiert: {facts}.",
  done: "Danke! Ich habe alles, was ich brauche. Jetzt liest es ein Mensch aus dem Team und antwortet dir hier.",
  handOff: "Ab hier übernimmt ein Mensch aus dem Team und antwortet dir in diesem Chat.",
  away: "Das Team ist gerade nicht da; es ist am {day} um {time} Uhr zurück.",
  chat: "Danke für deine Nachricht. Sie bleibt für das Team gespeichert.",
  options: { yes: "Ja", no: "Nein", choose: "Stellen ansehen" },
  decisions: {
    proceed:
      "Gute Nachrichten: Das Team möchte mit deiner Bewerbung für „{title}“ weitermachen. Es schreibt dir hier zum nächsten Schritt.",
    reject:
      "Danke für dein Interesse an „{title}“. Ein Mensch aus dem Team hat deine Bewerbung gelesen, und dieses Mal machen wir damit nicht weiter. Wenn du Fragen hast, schreib MENSCH.",
    hold: "Ein Mensch aus dem Team hat deine Bewerbung für „{title}“ gelesen. Es ist noch nicht entschieden; wir sagen dir hier Bescheid.",
  },
  results: {
    qualified: "erfüllt die Anforderungen der Stelle",
    knocked_out: "erfüllt eine Anforderung der Stelle nicht",
    incomplete: "es fehlen Antworten",
  },
  labels: {
    name: "Name",
    first_name: "Vorname",
    last_name: "Nachname",
    email: "E-Mail",
    phone: "Telefon",
    city: "Stadt",
    country: "Land",
    roles: "Beruf",
    experience_years: "Erfahrung",
    skills: "Fähigkeiten",
    languages: "Sprachen",
    education: "Ausbildung",
    licences: "Führerscheine und Nachweise",
    work_permit: "Arbeitserlaubnis",
    available_from: "verfügbar ab",
    hours: "Arbeitszeit",
    shifts: "Schichten",
    pay_expectation: "Gehaltswunsch",
    own_transport: "eigenes Fahrzeug",
    over_18: "mindestens 18",
  },
  values: {
    yes: "ja",
    no: "nein",
    native: "Muttersprache",
    hours: { full_time: "Vollzeit", part_time: "Teilzeit", either: "Vollzeit oder Teilzeit" },
    shifts: {
      morning: "morgens",
      afternoon: "nachmittags",
      evening: "abends",
      night: "nachts",
      weekend: "am Wochenende",
    },
    periods: { hour: "die Stunde", day: "am Tag", week: "die Woche", month: "im Monat", year: "im Jahr" },
    years: { one: "Jahr", other: "Jahre" },
  },
  note: {
    failed:
      "Der Assistent ist an diesen Nachrichten mehrmals gescheitert und hat aufgegeben. Bitte lies und beantworte sie.",
    human: "Die Person möchte mit jemandem aus dem Team sprechen.",
    complaint: "Die Person beschwert sich.",
    misunderstood: "Der Assistent hat mehrere Antworten nacheinander nicht verstanden.",
    unsure: "Der Assistent ist nicht sicher, was die Person möchte.",
    refusal: "Das KI-Modell wollte diese Nachrichten nicht beantworten. Bitte lies sie.",
    application: "Stelle: {title}. Vorschlag nach ihren Regeln: {result}. Es entscheidet ein Mensch.",
    language: "Sprache: {language}.",
    next: {
      answer: "Nächster Schritt: Beantworte hier die letzte Nachricht.",
      decide: "Nächster Schritt: Entscheide im Attribut „decision“ (proceed, reject, hold).",
    },
    complete: "Die Bewerbung ist vollständig und bestätigt.",
    question: "Die Person fragt etwas, das der Assistent nicht beantworten kann.",
    other: "Der Assistent kommt nicht weiter.",
    known: "Was wir wissen:",
    missing: "Es fehlt: {fields}.",
    nothing: "Über diese Person ist noch nichts bekannt.",
    lastWords: "Letzte Nachricht: „{text}“",
    alsoFits: "Weitere passende Stellen: {vacancies}.",
  },
  controls: {
    failed:
      "Bei uns ist etwas schiefgegangen, und ich kann darauf nicht antworten. Ein Mensch aus dem Team liest deine Nachrichten und antwortet dir hier.",
    stopped: "Erledigt: Du bekommst keine Nachrichten mehr von uns. Wenn du zurückkommen möchtest, schreib START.",
    started: "Schön, dass du wieder da bist! Wir machen mit deiner Bewerbung weiter.",
    human: "In Ordnung. Ein Mensch aus dem Team antwortet dir in diesem Chat.",
    deleteAsk:
      "Wenn du es bestätigst, werden deine Nachrichten und alles gelöscht, was wir über dich notiert haben. Schreib zur Bestätigung innerhalb einer Stunde noch einmal LÖSCHEN. Bei jeder anderen Antwort bleiben deine Daten, wie sie sind.",
    deleteDone:
      "Deine Bitte liegt jetzt bei einem Menschen aus dem Team, der alles löscht. Wir schicken dir nichts mehr.",
    exportIntro: "Das haben wir notiert, mit deinen eigenen Worten:",
    exportEmpty: "Wir haben noch nichts über dich notiert.",
    why: "Ich bin ein automatischer Assistent. Ich frage nur, was für deine Bewerbung gebraucht wird, und zu allem, was ich notiere, gehören deine eigenen Worte. Es entscheidet immer ein Mensch, nie die Maschine. Du kannst STOPP schreiben, um keine Nachrichten mehr zu bekommen, LÖSCHEN, um deine Daten zu löschen, MENSCH, um mit einem Menschen zu sprechen, und MEINE DATEN, um zu sehen, was wir notiert haben.",
    whyApplication:
      "Deine Bewerbung für „{title}“: {result}, nach dem, was du mir gesagt hast, und den Regeln der Stelle. Das ist keine Entscheidung: Die trifft ein Mensch.",
  },
};
