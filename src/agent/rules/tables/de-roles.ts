import type { Roles } from "./table.ts";

/** Job titles with their capital; "Kellner/in" stands for both genders. */
const titles = `
Kellner/in, Oberkellner/in, Chef de Rang, Servicekraft, Servicemitarbeiter/in, Bedienung, Restaurantfachmann, Restaurantfachfrau, Fachkraft im Gastgewerbe, Barkeeper/in, Barista, Barmann, Bardame, Thekenkraft, Barchef/in,
Koch, Köchin, Jungkoch, Jungköchin, Beikoch, Beiköchin, Küchenchef/in, Souschef, Sous-Chef, Chef de Partie, Commis de Cuisine, Küchenhilfe, Küchenhelfer/in, Küchenkraft, Spülkraft, Spüler/in, Spülhilfe, Tellerwäscher/in,
Pizzabäcker/in, Bäcker/in, Konditor/in, Fleischer/in, Metzger/in, Sommelier, Sommelière, Frühstückskraft, Frühstückshilfe, Kantinenkraft, Cateringkraft, Runner, Host, Hostess, Restaurantleiter/in, Serviceleiter/in,
Hotelfachmann, Hotelfachfrau, Rezeptionist/in, Empfangsmitarbeiter/in, Empfangskraft, Nachtportier, Portier, Concierge, Page, Zimmermädchen, Roomboy, Hausdame, Housekeeping-Mitarbeiter/in, Housekeeper/in, Animateur/in,
Lagerhelfer/in, Lagerarbeiter/in, Lagermitarbeiter/in, Lagerist/in, Lagerkraft, Fachlagerist/in, Fachkraft für Lagerlogistik, Kommissionierer/in, Staplerfahrer/in, Gabelstaplerfahrer/in, Packer/in, Verpacker/in, Sortierer/in, Versandmitarbeiter/in, Logistikmitarbeiter/in, Lagerleiter/in,
Produktionshelfer/in, Produktionsmitarbeiter/in, Produktionskraft, Fabrikarbeiter/in, Montagehelfer/in, Montagearbeiter/in, Maschinenführer/in, Maschinenbediener/in, Maschinen- und Anlagenführer/in, Helfer/in, Hilfsarbeiter/in, Hilfskraft,
Fahrer/in, Kraftfahrer/in, Berufskraftfahrer/in, Lkw-Fahrer/in, Lastwagenfahrer/in, Auslieferungsfahrer/in, Lieferfahrer/in, Kurierfahrer/in, Kurier/in, Fahrradkurier/in, Pizzafahrer/in, Essenslieferant/in, Paketzusteller/in, Paketbote, Paketbotin, Paketfahrer/in, Zusteller/in, Postbote, Postbotin, Rider, Taxifahrer/in, Busfahrer/in, Beifahrer/in, Möbelpacker/in, Umzugshelfer/in, Disponent/in,
Verkäufer/in, Fachverkäufer/in, Bäckereiverkäufer/in, Bäckereifachverkäufer/in, Fleischereifachverkäufer/in, Kassierer/in, Kassenkraft, Verkaufshilfe, Verkaufskraft, Verkaufsberater/in, Verkaufsmitarbeiter/in, Warenverräumer/in, Regalauffüller/in, Einräumer/in, Aushilfe, Aushilfskraft, Kaufmann im Einzelhandel, Kauffrau im Einzelhandel, Einzelhandelskaufmann, Einzelhandelskauffrau, Filialleiter/in, Marktleiter/in, Schichtleiter/in, Teamleiter/in, Promoter/in, Florist/in, Vertriebsmitarbeiter/in, Außendienstmitarbeiter/in,
Callcenter-Agent/in, Callcenter-Mitarbeiter/in, Kundenberater/in, Kundenbetreuer/in, Kundenservice-Mitarbeiter/in, Telefonist/in,
Altenpfleger/in, Altenpflegehelfer/in, Pfleger/in, Pflegehelfer/in, Pflegehilfskraft, Pflegekraft, Pflegefachkraft, Pflegefachmann, Pflegefachfrau, Pflegeassistent/in, Krankenpfleger/in, Krankenschwester, Krankenpflegehelfer/in, Gesundheits- und Krankenpfleger/in, Betreuungskraft, Alltagsbegleiter/in, Haushaltshilfe, Seniorenbetreuer/in, Heilerziehungspfleger/in,
Erzieher/in, Kinderpfleger/in, Kinderbetreuer/in, Kindermädchen, Babysitter/in, Tagesmutter, Au-pair, Sozialassistent/in, Sozialarbeiter/in, Sozialpädagoge, Sozialpädagogin, Physiotherapeut/in, Medizinische Fachangestellte, Medizinischer Fachangestellter, Arzthelfer/in, Zahnarzthelfer/in, Hebamme, Rettungssanitäter/in, Sanitäter/in, Apotheker/in, Rettungsschwimmer/in, Bademeister/in,
Reinigungskraft, Putzkraft, Putzfrau, Putzhilfe, Putzmann, Raumpfleger/in, Gebäudereiniger/in, Reinigungsmitarbeiter/in, Fensterputzer/in, Glasreiniger/in, Hauswirtschafter/in, Hauswirtschaftskraft, Hausmeister/in, Hauswart/in, Wäscher/in, Bügler/in,
Maurer/in, Bauarbeiter/in, Bauhelfer/in, Elektriker/in, Elektroniker/in, Klempner/in, Installateur/in, Anlagenmechaniker/in, Sanitärinstallateur/in, Schreiner/in, Tischler/in, Zimmermann, Zimmerer, Maler/in, Lackierer/in, Maler und Lackierer, Trockenbauer/in, Dachdecker/in, Gerüstbauer/in, Schweißer/in, Fliesenleger/in, Kranführer/in, Baggerfahrer/in, Mechaniker/in, Mechatroniker/in, Kfz-Mechatroniker/in, Kfz-Mechaniker/in, Automechaniker/in, Schlosser/in, Industriemechaniker/in, Metallbauer/in, Zerspanungsmechaniker/in, Monteur/in, Straßenbauer/in, Techniker/in, Haustechniker/in, Servicetechniker/in,
Gärtner/in, Landschaftsgärtner/in, Gartenhelfer/in, Erntehelfer/in, Landwirt/in, Landarbeiter/in,
Sicherheitsmitarbeiter/in, Sicherheitskraft, Wachmann, Security, Security-Mitarbeiter/in, Türsteher/in, Ordner/in, Steward, Stewardess, Flugbegleiter/in,
Bürokraft, Bürohilfe, Bürokaufmann, Bürokauffrau, Kaufmann für Büromanagement, Kauffrau für Büromanagement, Industriekaufmann, Industriekauffrau, Sekretär/in, Assistent/in, Buchhalter/in, Sachbearbeiter/in, Verwaltungsfachangestellte, Steuerfachangestellte, Projektmanager/in, Softwareentwickler/in, Entwickler/in, Programmierer/in, Informatiker/in, Fachinformatiker/in, Grafiker/in, Grafikdesigner/in, Webdesigner/in, Webentwickler/in, Ingenieur/in, Übersetzer/in, Dolmetscher/in, Lehrer/in, Nachhilfelehrer/in, Fotograf/in,
Friseur/in, Kosmetiker/in, Schneider/in, Näher/in, Fitnesstrainer/in, Werkstudent/in, Praktikant/in`;

export const roles: Roles = {
  titles: titles.split(",").flatMap((entry) => {
    const [title = "", second] = entry.trim().split("/");
    return second === undefined ? [title] : [title, `${title}in`];
  }),
  plurals(title) {
    const forms = [title, ...pluralOf(title)];
    // On a keyboard without dots, and "Lkw Fahrer".
    const spellings = forms.flatMap((form) => [form, form.replaceAll(/[äöü]/gi, dotless)]);
    return spellings.flatMap((form) => [form, form.replaceAll(/(?<=\p{L})-(?=\p{L})/gu, " ")]);
  },
};

/** "Köche", "Kellnerinnen", "Servicekräfte"; "kellnern" is what a Kellner does. */
function pluralOf(title: string): string[] {
  if (/(?:mann|frau)$/.test(title)) return [title.replace(/mann$/, "männer"), title.replace(/frau$/, "frauen")];
  if (title.endsWith("kraft")) return [title.replace(/kraft$/, "kräfte")];
  if (title.endsWith("koch") || title === "Koch") return [title.replace(/koch$/, "köche").replace(/^Koch$/, "Köche")];
  if (title.endsWith("in") && title.length > 5) return [`${title}nen`];
  if (title.endsWith("er")) return [`${title}n`];
  if (title.endsWith("e")) return [`${title}n`];
  return [`${title}en`, `${title}e`, `${title}s`];
}

function dotless(letter: string): string {
  return `${{ ä: "a", ö: "o", ü: "u", Ä: "A", Ö: "O", Ü: "U" }[letter] ?? letter}e`;
}
