/**
 * Well-known places whose name in our list (GeoNames, mostly English) or in the candidate's language is not the
 * country's own: "common spelling of the country|country code: what people write, in plain letters".
 */
export const placeNames = `
Sevilla|ES: seville
A Coruña|ES: la coruna, coruna, corunna
Palma|ES: palma de mallorca
Las Palmas de Gran Canaria|ES: las palmas
Santa Cruz de Tenerife|ES: santa cruz
San Sebastián|ES: san sebastian, donostia, donosti
Vitoria|ES: vitoria gasteiz, gasteiz
Cádiz|ES: cadiz
Bilbao|ES: bilbo
Zaragoza|ES: saragossa
Pamplona|ES: iruna
Castellón de la Plana|ES: castellon, castello de la plana, castello
L'Hospitalet de Llobregat|ES: hospitalet, l hospitalet, hospitalet de llobregat
Alicante|ES: alacant
Elche|ES: elx
Girona|ES: gerona
Lleida|ES: lerida
Ourense|ES: orense
Jerez de la Frontera|ES: jerez
Lisboa|PT: lisbon, lisboa, lisbonne
Porto|PT: oporto
London|GB: londres
Edinburgh|GB: edimburgo
Newcastle upon Tyne|GB: newcastle
Hull|GB: kingston upon hull
Dublin|IE: dublin
Galway|IE: gaillimh
Limerick|IE: luimneach
Paris|FR: paris
Marseille|FR: marseilles, marsella
Lyon|FR: lyons
Nice|FR: niza
Bordeaux|FR: burdeos
Toulouse|FR: tolosa de francia
Strasbourg|FR: estrasburgo
München|DE: munich, muenchen
Köln|DE: cologne, colonia, koeln
Frankfurt am Main|DE: frankfurt, francfort
Nürnberg|DE: nuremberg
Hamburg|DE: hamburgo
Berlin|DE: berlin
Hannover|DE: hanover
Wien|AT: vienna, viena, wien
Genève|CH: geneva, ginebra
Zürich|CH: zurich
Basel|CH: basilea
Bern|CH: berna, berne
Roma|IT: rome, roma
Milano|IT: milan, milano
Torino|IT: turin, torino
Napoli|IT: naples, napoles, napoli
Firenze|IT: florence, florencia, firenze
Venezia|IT: venice, venecia, venezia
Genova|IT: genoa, genova
Padova|IT: padua
Bruxelles|BE: brussels, bruselas, bruxelles
Antwerpen|BE: antwerp, amberes
Gent|BE: ghent, gante
Brugge|BE: bruges, brujas
Den Haag|NL: the hague, la haya, den haag
Amsterdam|NL: amsterdam
København|DK: copenhagen, copenhague
Göteborg|SE: gothenburg
Stockholm|SE: estocolmo
Warszawa|PL: warsaw, varsovia, warszawa
Kraków|PL: cracow, cracovia
Praha|CZ: prague, praga, praha
București|RO: bucharest, bucarest, bucuresti
Beograd|RS: belgrade, belgrado
Athína|GR: athens, atenas
Moskva|RU: moscow, moscu
Istanbul|TR: estambul
Marrakech|MA: marrakesh, marrakech
Tanger|MA: tangier, tanger
New York|US: new york city, new york, nueva york, nyc
Los Angeles|US: los angeles, la ciudad de los angeles
Philadelphia|US: filadelfia
Ciudad de México|MX: mexico city, ciudad de mexico, mexico df, mexico d f, cdmx
La Habana|CU: havana, la habana
Ciudad de Panamá|PA: panama city, ciudad de panama, panama
Ciudad de Guatemala|GT: guatemala city, ciudad de guatemala
Al Qāhirah|EG: cairo, el cairo
Beijing|CN: peking, pekin
Tokyo|JP: tokio`;
