import type { Roles } from "./table.ts";

/** Job titles as people write them; the second form of a pair is the other gender. */
const titles = `
mesero/mesera, garzón/garzona, mozo de bar/moza de bar, ayudante de camarero/ayudante de camarera, camarero/camarera, camarero de sala/camarera de sala, camarero de barra/camarera de barra, camarero de piso/camarera de piso,
camarero de pisos/camarera de pisos, ayudante de camarero/ayudante de camarera, cocinero/cocinera, ayudante de cocina, ayudante, ayudante de cocinero,
auxiliar de cocina, pinche de cocina, pinche, jefe de cocina/jefa de cocina, jefe de sala/jefa de sala, jefe de partida/jefa de partida, chef, sous chef, segundo de cocina,
pizzero/pizzera, parrillero/parrillera, panadero/panadera, pastelero/pastelera, repostero/repostera, barista, bartender, barman, coctelero/coctelera,
sumiller, maître, friegaplatos, lavaplatos, freganchín, runner, recepcionista, recepcionista de hotel, botones, gobernanta, conserje, animador/animadora,
mozo de almacén/moza de almacén, mozo/moza, operario de almacén/operaria de almacén, operario/operaria, operario de producción/operaria de producción,
operario de fábrica/operaria de fábrica, operador de carretilla/operadora de carretilla, carretillero/carretillera, preparador de pedidos/preparadora de pedidos, almacenero/almacenera,
peón de almacén, peón, peón de obra, peón agrícola, repartidor/repartidora, mensajero/mensajera, conductor/conductora, conductor de reparto/conductora de reparto, chófer,
camionero/camionera, taxista, transportista, conductor de autobús/conductora de autobús, manipulador/manipuladora, empaquetador/empaquetadora, envasador/envasadora,
dependiente/dependienta, dependiente de tienda/dependienta de tienda, cajero/cajera, cajero de supermercado/cajera de supermercado, reponedor/reponedora, vendedor/vendedora, comercial, encargado/encargada,
encargado de tienda/encargada de tienda, carnicero/carnicera, pescadero/pescadera, frutero/frutera, charcutero/charcutera, teleoperador/teleoperadora, azafato/azafata, promotor/promotora,
cuidador/cuidadora, cuidador de mayores/cuidadora de mayores, cuidador de ancianos/cuidadora de ancianos, cuidador de personas mayores/cuidadora de personas mayores, cuidador de niños/cuidadora de niños,
enfermero/enfermera, auxiliar de enfermería, auxiliar de geriatría, auxiliar de ayuda a domicilio, gerocultor/gerocultora, celador/celadora, técnico de farmacia/técnica de farmacia, niñero/niñera, canguro, interno/interna, fisioterapeuta, monitor/monitora, socorrista,
limpiador/limpiadora, limpiador de oficinas/limpiadora de oficinas, personal de limpieza, auxiliar de limpieza, empleado de hogar/empleada de hogar, empleado doméstico/empleada doméstica, empleada del hogar, asistenta, lavandero/lavandera, planchador/planchadora, cristalero/cristalera,
albañil, oficial de albañilería, oficial de primera, electricista, fontanero/fontanera, carpintero/carpintera, pintor/pintora, soldador/soldadora, encofrador/encofradora, ferrallista, yesero, alicatador, gruista, maquinista, mecánico/mecánica,
jardinero/jardinera, vigilante, vigilante de seguridad, guardia de seguridad, auxiliar de servicios, temporero/temporera, jornalero/jornalera, tractorista, agricultor/agricultora,
administrativo/administrativa, auxiliar administrativo/auxiliar administrativa, secretario/secretaria, contable, oficinista, asistente/asistente administrativa, informático/informática, programador/programadora, desarrollador/desarrolladora,
diseñador gráfico/diseñadora gráfica, profesor/profesora, maestro/maestra, chofer, mucama, bodeguero/bodeguera, obrero/obrera, ayudante de albañil, ayudante de mecánico, ayudante de electricista, ayudante de fontanero, ayudante de almacén, ayudante de panadería, ayudante de pastelería, ayudante general, operador de montacargas/operadora de montacargas, estibador/estibadora, aseador/aseadora, despachador/despachadora, mercaderista, asesor comercial/asesora comercial, guarda de seguridad, peluquero/peluquera, esteticista, costurero/costurera, modista, fotógrafo/fotógrafa, traductor/traductora, community manager, técnico de mantenimiento/técnica de mantenimiento`;

/** Second words that take the plural as well. */
const adjectives = /(?:administrativ[oa]|gráfic[oa]|doméstic[oa]|agrícola)$/u;

export const roles: Roles = {
  titles: titles.split(/[,/]/u).map((title) => title.trim()),
  plurals(title) {
    const [first = "", ...rest] = title.split(" ");
    const tail = rest.join(" ");
    const plural = (word: string) => (/[aeiouáéíóú]$/u.test(word) ? `${word}s` : `${word}es`);
    return [[plural(first), adjectives.test(tail) ? plural(tail) : tail].filter((part) => part !== "").join(" ")];
  },
};
