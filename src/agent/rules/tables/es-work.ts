import { casual } from "chrono-node/es";
import { words } from "../text.ts";
import { numbers } from "./es-numbers.ts";
import type { Work } from "./table.ts";

const year = "anos?|anitos?";
const month = "mes(?:es)?";

export const work: Work = {
  numbers,
  year,
  month,
  andAHalf: "y (?:medio|media)",
  durations: { "ano y medio": 1.5, "ano y pico": 1, "medio ano": 0.5, "un par de anos": 2, "una decada": 10 },
  upTo: "a|o|u|y",
  experience: [
    "llevo (?:ya |unos |casi |como )?{n} (?:en (?:la |el |un |una )?(?:cocina|sala|hosteleria|sector|oficio|limpieza|almacen|gremio|reparto|construccion|camion|profesion|rubro|hotel|bar|restaurante)|(?:de|como) {role})",
    "desde (?:el (?:ano )?)?{y} (?:\\p{L}{2,9} ){0,1}(?:estoy|trabajo|soy|llevo|trabajando|currando|ejerzo)",
    "{role} desde (?:el (?:ano )?)?{y}",
    "llevo (?:\\p{L}{2,14} ){0,6}desde (?:el (?:ano )?)?{y}",
    "{role} con (?:mas de )?{d}",
    "{d} y pico (?:de|como|en|trabajando)",
    "{d} (?:de|con|como|en) (?:\\p{L}{2,20} ){0,1}experiencia",
    "{d} de \\p{L}{3,20} experiencia",
    "{d} experiencia",
    "{n} de experiencia",
    "experiencia ?(?::|de|es de|como|en|desde hace|son|tengo)? ?(?:\\p{L}{2,20} ){0,5}(?:de |son |durante |por )?\\(?{d}",
    "{d} (?:trabajando|currando|trabajado|trabajados|trabajad[oa]s|cocinando|limpiando|cuidando|sirviendo|repartiendo|ejerciendo|dedicandome|en (?:el sector|la hosteleria|hosteleria|esto|la profesion|el puesto|cocina|sala|almacen|almacenes|limpieza|restaurantes?|bares|hoteles|(?:un|una) (?:almacen|fabrica|bar|restaurante|hotel|tienda|panaderia|cafeteria|supermercado|obra|residencia|cocina|empresa)|el gremio|el oficio|la construccion|construccion))",
    "{d} (?:de|como) {role}",
    "{role} (?:desde hace|hace|durante|por) (?:mas de |casi |unos )?{d}",
    "(?:he trabajado|trabaje|trabajando|trabajo|estuve|he estado|estuve trabajando|he sido|fui|trabajaba)(?: [\\p{L},]{1,20}){0,9} (?:durante|por|desde hace|hace|casi|unos|mas de|como) (?:mas de |casi |unos )?{d}",
    "(?:he trabajado|trabaje|estuve(?: trabajando)?) {d}",
  ],
  noExperience: words(
    "(?:no (?:tengo|cuento con|poseo)|sin|cero|nada de|ninguna|0) (?:ningun tipo de |ninguna )?experiencia|experiencia (?:no tengo|ninguna|cero|nula)|(?:nunca|no|aun no|todavia no) (?:he (?:trabajado|ejercido)|trabaje) ?(?:de|como|en eso|nunca|antes|todavia)|(?:seria|es) mi primer(?:a)? (?:trabajo|empleo|experiencia(?: laboral)?)|no tengo (?:nada de )?experiencia|nunca (?:he )?(?:atendi(?:do)?|hecho|hice|cocinado|cocine|limpiado|limpie|servido|servi|cuidado|cuide|conducido|conduje|manejado|maneje|currado|laburado|labure|estado)(?! (?:un|una) (?:infraccion|accidente))",
  ),
  lessThan: words("menos de|no llega a|ni"),
  none: words("ningun[oa]|nada|cero|no tengo|nunca|ningun ano|no|sin experiencia|aun no"),
  wants: words(
    "(?:busco|buscando|quiero|quisiera|querria|me gustaria|necesito|encontrar|puedo|prefiero|interesad[oa] en|me interesa|solicito|optar a|aspiro a)(?: (?:un|una|algun|el|la))?(?: (?:trabajo|empleo|puesto|vacante|plaza|oferta|curro|trabajar|currar|ser|oportunidad|oportunidades|algo))?(?: (?:de|como|para))?",
    "(?:trabajar|currar|colocarme|work|job|chamba|laburo|pega|puesto|vacante|plaza|oferta|anuncio|trabajo|candidatura|empleo) (?:de|como|para|a)",
  ),
  worked: words(
    "(?:he trabajado|trabaje|trabajaba|trabajo|trabajando|trabajado|estuve|estaba|fui|era|he sido|experiencia|ejerci|ultimo (?:trabajo|puesto|empleo)(?: fue| era)?|anos?|meses|llevo)(?: \\p{L}{1,12}){0,4}? (?:de|como)(?: un| una)?",
    "he sido|fui",
  ),
  roleBefore: words("soy(?: un| una)?|de profesion(?: soy)?|profesion:?|puesto:?|mi profesion es"),
  openRole: words("(?:trabajo|trabajar|puesto|empleo|vacante|plaza|curro|oferta) (?:de|como)(?: un| una)?"),
  orRole: words("o|y|u|e|de|como|tambien|un|una|o de|y de|y tambien|o tambien"),
  roleEnd: words(
    "en|para|por|y|o|con|pero|a|desde|cerca|que|si|porque|durante|hace|los|las|de (?:manana|tarde|noche|dia)|y?a partir|urgente|ya|tengo|soy|vivo|aqui|cuanto|donde|ahora|mejor|este|esta",
  ),
  notRole: words(
    "media|jornada|tardes?|noches?|mananas?|fines?|findes?|lo|cualquier|todo|verano|temporada|ya|hoy|un|una|el|la|los|las|mi|vuestr[oa]s?|nuestr[oa]s?|ustedes|vosotros|que|trabajo|empleo|puesto|inmediato|lunes|saber|mas|algo|momento|urgente|forma|tiempo|parcial|completa|completo|horas?|informacion|info|vacante|oferta|empresa|equipo|restaurante|hotel|bar|aprender|crecer|mejorar|acuerdo|hace|dias?|anos?|meses|sueldo|contrato|calidad|tipo|nada|experiencia|internet|whatsapp|hablar|decir|cambiar|preguntar|alta|baja|esto|eso|esta|este|ese|esa|aqui|casa|papeles|verdad|confianza|lengua|idiomas?|interno|madre|padre",
  ),

  parse: casual.parse.bind(casual),
  beforeDate: words("del|desde|a partir"),
  dayBehind: words(",? (?:dia )?(\\d{1,2})(?![/:.])"),
  ordinals: { primero: 1 },
  available: words(
    "arranc\\p{L}{1,4}|arranqu\\p{L}{1,4}|entr(?:o|ar|aria)(?= (?:el|a trabajar|en|desde))|empez\\p{L}{1,6}|empiez\\p{L}{1,3}|comenzar(?:ia)?|disponible|disponibilidad|incorpor\\p{L}{1,9}|libre|trabajar (?:a partir|desde)|puedo (?:a partir|desde)|podria (?:a partir|desde)|listo para|lista para",
  ),
  until: words(
    "hasta|antes del?|termin\\p{L}{1,4}|acab\\p{L}{1,4}|desde (?:enero|el ano) de \\d{4}|llegue|vine|naci\\p{L}{0,3}|nacido el|nacida el",
  ),
  days: [
    [words("pasado manana"), 2],
    [words("hoy(?: mismo)?|esta (?:tarde|noche)"), 0],
    [words("(?<!(?<!partir )(?:de|la|por|una) )manana(?: mismo)?(?! (?:y|o) (?:de )?(?:tarde|noche))"), 1],
    [words("(?:en|dentro de) (?:una quincena|quince dias)"), 15],
  ],
  now: words(
    "inmediat\\p{L}{1,7}|de inmediato|ya(?: mismo)?|ahora(?: mismo)?|ahorita(?: mismo)?|hoy mismo|cuanto antes|lo antes posible|en cualquier momento|cuando (?:me )?(?:quieras|querais|sea|quieran|haga falta|digais|digas|digan|necesiteis|necesiten)|disponibilidad (?:inmediata|total)|desde ya",
  ),
  nextWeek: words(
    "(?:la )?(?:semana (?:que viene|que entra|proxima|entrante|siguiente)|proxima semana|siguiente semana)",
  ),
  nextMonth: words("(?:el |al )?(?:mes (?:que viene|proximo|siguiente)|proximo mes|siguiente mes)"),
  endOfMonth: words("(?:a )?(?:finales?|fin) de(?: este)? mes|final de mes"),
  dayOfMonth: words(
    "(?:el dia|dia|desde el|del|el|al|a partir del) (\\d{1,2})(?! ?(?:de \\p{L}|/|-|\\.|:|h|horas|anos|euros|%|\\d))(?: de este mes)?",
  ),
  middleOf: words("(?:a |desde )?(?:mediados|mitad) de"),
  endOf: words("(?:a |desde )?(?:finales?|fin|ultimos) de"),
  notice: words("preaviso|avisar(?: con)?|de aviso|de antelacion"),
  couple: "(?:un )?par de",
  units: "dias?|semanas?|mes(?:es)?|anos?|horas?",
  this: words("este|esta|hoy"),
};
