/**
 * Well-known places whose name in our list (GeoNames, mostly English) or in the candidate's language is not the
 * country's own: "common spelling of the country|country code: what people write, in plain letters".
 */
export const placeNames = `
Sevilla|ES: seville, sevilha
Toledo|ES: toledo
A Coruña|ES: la coruna, coruna, corunna, corunha, la corogne
Palma|ES: palma de mallorca
Las Palmas de Gran Canaria|ES: las palmas
Santa Cruz de Tenerife|ES: santa cruz
San Sebastián|ES: san sebastian, donostia, donosti
Vitoria|ES: vitoria gasteiz, gasteiz
Cádiz|ES: cadiz, cadix
Bilbao|ES: bilbo
Zaragoza|ES: saragossa, saragosse, saragoca
Pamplona|ES: iruna
Castellón de la Plana|ES: castellon, castello de la plana, castello
L'Hospitalet de Llobregat|ES: hospitalet, l hospitalet, hospitalet de llobregat
Alicante|ES: alacant
Elche|ES: elx
Girona|ES: gerona
Lleida|ES: lerida
Ourense|ES: orense
Jerez de la Frontera|ES: jerez
Barcelona|ES: barcelone
Granada|ES: grenade
Madrid|ES: madri
Lisboa|PT: lisbon, lisboa, lisbonne, lissabon
Porto|PT: oporto
London|GB: londres
Edinburgh|GB: edimburgo, edimbourg
Newcastle upon Tyne|GB: newcastle
Hull|GB: kingston upon hull
Dublin|IE: dublin
Galway|IE: gaillimh
Limerick|IE: luimneach
Paris|FR: paris
Marseille|FR: marseilles, marsella, marselha
Lyon|FR: lyons, liao
Nice|FR: niza, nizza
Bordeaux|FR: burdeos, bordeus
Toulouse|FR: tolosa de francia
Le Havre|FR: havre
Le Mans|FR: mans
Le Creusot|FR: creusot
Le Cannet|FR: cannet
Les Mureaux|FR: mureaux
Les Ulis|FR: ulis
Aix-en-Provence|FR: aix
Clermont-Ferrand|FR: clermont
Vitry-sur-Seine|FR: vitry
Ivry-sur-Seine|FR: ivry
Asnières-sur-Seine|FR: asnieres
Neuilly-sur-Seine|FR: neuilly
Levallois-Perret|FR: levallois
Vaulx-en-Velin|FR: vaulx
Aulnay-sous-Bois|FR: aulnay
Champigny-sur-Marne|FR: champigny
Corbeil-Essonnes|FR: corbeil
Strasbourg|FR: estrasburgo, strassburg
München|DE: munich, muenchen, munique
Köln|DE: cologne, colonia, koeln, koln
Frankfurt am Main|DE: frankfurt, francfort, francoforte
Nürnberg|DE: nuremberg, nuremberga, nuernberg
Hamburg|DE: hamburgo, hambourg
Berlin|DE: berlin, berlim
Hannover|DE: hanover, hanovre
Wien|AT: vienna, viena, wien, vienne
Genève|CH: geneva, ginebra, genf, genebra
Zürich|CH: zurich, zurique, zuerich
Basel|CH: basilea, bale, basileia
Bern|CH: berna, berne
Roma|IT: rome, roma, rom
Milano|IT: milan, milano, mailand, milao
Torino|IT: turin, torino, turim
Napoli|IT: naples, napoles, napoli, neapel
Firenze|IT: florence, florencia, firenze, florenz, florenca
Venezia|IT: venice, venecia, venezia, venedig, venise, veneza
Genova|IT: genoa, genova, genua, genes
Padova|IT: padua
Bruxelles|BE: brussels, bruselas, bruxelles, brussel, bruxelas, bruessel
Antwerpen|BE: antwerp, amberes, anvers, antuerpia
Gent|BE: ghent, gante, gand
Brugge|BE: bruges, brujas
Den Haag|NL: the hague, la haya, den haag, la haye, haia
Amsterdam|NL: amsterdam, amesterdao
København|DK: copenhagen, copenhague, kopenhagen, copenhaga
Göteborg|SE: gothenburg
Stockholm|SE: estocolmo
Warszawa|PL: warsaw, varsovia, warszawa, warschau, varsovie
Kraków|PL: cracow, cracovia, krakau, cracovie
Praha|CZ: prague, praga, praha, prag
București|RO: bucharest, bucarest, bucuresti, bukarest, bucareste
Beograd|RS: belgrade, belgrado, belgrad
Athína|GR: athens, atenas, athen, athenes
Moskva|RU: moscow, moscu, moskau, moscou, moscovo
Istanbul|TR: estambul, istambul
Marrakech|MA: marrakesh, marrakech, marraquexe, marrakesch
Tanger|MA: tangier, tanger
New York|US: new york city, new york, nueva york, nyc, nova york, nova iorque
Los Angeles|US: los angeles, la ciudad de los angeles
Philadelphia|US: filadelfia
Ciudad de México|MX: mexico city, ciudad de mexico, mexico df, mexico d f, cdmx, mexiko stadt, cidade do mexico
La Habana|CU: havana, la habana, la havane, havanna
Ciudad de Panamá|PA: panama city, ciudad de panama, panama
Ciudad de Guatemala|GT: guatemala city, ciudad de guatemala
Al Qāhirah|EG: cairo, el cairo, kairo, le caire
Beijing|CN: peking, pekin, pequim
Tokyo|JP: tokio, toquio`;
