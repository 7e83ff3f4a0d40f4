import { words } from "../text.ts";
import type { Manners } from "./table.ts";

export const manners: Manners = {
  marks: words(
    "hola|mes|ahora|al|del|cobro|gano|buenas|buenos|saludos|si|soy|estoy|busco|buscando|trabajo|trabajar|quiero|quisiera|queria|gracias|vivo|desde|para|pero|tengo|llevo|llamo|que|un|una|unos|con|como|en|muy|mas|mi|el|por|gustaria|mudar|mudado|acabo|porque|cuando|cuanto|cuantos|donde|hay|puedo|podria|anos|experiencia|ano|meses|hablo|manana|hoy|lunes|martes|miercoles|jueves|viernes|sabado|domingo|empezar|ya|vale|claro|tambien|ninguna|ninguno|nada|estar|esta|necesito|perdon|oferta|empleo|y|espanol|ingles|favor|disponible|semana",
  ),
  capitalNouns: false,
  pointed: words("(?:aprox|sra?|dra?|sta)\\.(?= )"),
  and: words("y|e"),
  or: words("o|u"),
  of: words("del?"),
  intents: [
    [
      "status",
      words(
        "(?:como va|que hay de|que pasa con|que ha pasado con|en que (?:estado|punto|fase) esta|estado de|novedades (?:de|sobre)|noticias (?:de|sobre)|sabeis algo (?:de|sobre)|se sabe algo(?: de)?|alguna novedad(?: sobre)?|alguna noticia) ?(?:mi |la |el )?(?:candidatura|solicitud|proceso|entrevista|inscripcion|aplicacion|seleccion)?",
        "(?:habeis|han|has) (?:visto|revisado|leido|recibido) mi (?:candidatura|solicitud|cv|curriculum)|cuando (?:me (?:contestais|contestan|respondeis|diran|direis|llamais|llamareis|llamaran)|sabre algo)|me (?:han|habeis) (?:cogido|seleccionado|descartado)",
      ),
    ],
    [
      "reschedule",
      words(
        "(?:cambiar|mover|aplazar|posponer|retrasar|adelantar|reprogramar|anular) (?:la |mi |de |el )?(?:entrevista|cita|hora|llamada|reunion|dia)",
        "no (?:puedo|podre|voy a poder) (?:ir|asistir|acudir|venir|llegar)|(?:otro dia|otra hora) (?:para )?(?:la entrevista|la cita)?|llego tarde a la (?:entrevista|cita)",
      ),
    ],
    [
      "complaint",
      words(
        "(?:una |mi )?queja|quejarme|reclamacion|denuncia(?:r|re)?|hoja de reclamaciones|verguenza|vergonzoso|estafa|timo|(?:es|sois) (?:un )?(?:desastre|fraude)|fatal|pesimo|pesima|inaceptable|indignante|(?:que|estoy|muy) (?:mal servicio|harto|harta|cansado de esperar|cansada de esperar|enfadado|enfadada)|nadie me (?:contesta|responde|hace caso|ha contestado|ha llamado|llamo)|no (?:sirve|sirves|funciona|funcionas|entiendes) (?:para )?nada|ya (?:te |os )?lo (?:he dicho|dije)|perdida de tiempo",
      ),
    ],
    [
      "offtopic",
      words(
        "receta|chiste|poema|cancion|futbol|partido de|el tiempo (?:manana|hoy|que hara|en)|que tiempo (?:hace|hara)|horoscopo|loteria|bitcoin|criptomonedas?|deberes|capital de|presidente|pelicula|serie de|traduce(?:me)?|novia|novio|casate|te quiero|sabes (?:cantar|cocinar|bailar)|cuanto es \\d+|quien gano|noticias de hoy|que hora es|cuentame un cuento|un cuento|politica|ajedrez",
      ),
    ],
    [
      "apply",
      words(
        "(?:busco|buscando|necesito|quiero|quisiera|querria|me gustaria|encontrar|interesa(?:do|da)? en) (?:un |una |el |la |algun )?(?:trabajo|empleo|puesto|vacante|oferta|curro|trabajar|currar|oportunidad)",
        "busco (?:de )?\\p{L}{3,20}|me interesa|estoy interesad[oa]|(?:por|sobre|de|vi|visto|en) (?:la|el|una|un|vuestra|vuestro) (?:oferta|anuncio|vacante|puesto)|(?:quiero|quisiera|querria|me gustaria) (?:aplicar|apuntarme|inscribirme|presentarme|postularme|solicitar|trabajar)|(?:hay|teneis|tienen|tienes) (?:algun |alguna )?(?:trabajo|empleo|vacantes?|ofertas?|puestos?|algo de trabajo)|(?:enviar|presentar) (?:mi |una )?candidatura|postular(?:me)?|trabajar con (?:vosotros|ustedes)",
      ),
    ],
  ],
  speakTo: [
    "(?:en|al) {language},? (?:por favor|porfa|si puede ser|mejor)",
    "(?:podemos|puedes|podeis|podriamos|podrias|prefiero|quiero|me gustaria|mejor|se puede|sigamos|seguimos|hablamos|cambia|cambiar|hablame|escribeme|contestame) ?(?:hablar|escribir|seguir|continuar|contestar|chatear|que hablemos|hablarme|escribirme)? ?(?:en|al) {language}",
    "(?:prefiero|mejor)(?: el)? {language}",
    "(?:hablas|hablais) {language}",
  ],

  greeting: words(
    "hola+(?: a tod[oa]s)?|holi|ola|buenas(?: tardes| noches)?|buenos dias|buen dia|hey|ey|epa|epale|quiubo|que hubo|que mas|cordial saludo|(?:saludos )?cordiales|mucho gusto|veci(?:n[oa])?|parce|pana|chamo|que tal|saludos|como estas?|encantad[oa](?: de conocer(?:te|os))?|un placer",
  ),
  thanks: words(
    "(?:muchas |mil |muchisimas )?gracias(?: por (?:todo|la informacion|tu ayuda|responder|avisar))?|te lo agradezco|genial|perfecto|estupendo|hasta (?:luego|pronto|manana)|adios|chao|un saludo|saludos|ok|okey|vale|de acuerdo|muy bien|guay|entendido|de nada|buen finde|feliz dia|igualmente|(?:ja|je|ji){2,10}",
  ),
  filler: words(
    "pues|bueno|a ver|mira|eh|mmm+|entonces|la verdad(?: es que)?|creo que|diria que|por favor|porfa|claro|si|ah|ay|bien|vale|ok|okey|perdon|perdona|disculpa|es que|de momento|actualmente|ahora mismo|por ahora",
  ),
  yes: words(
    "si+|sip|sii+|claro(?: que si)?|por supuesto|correcto|correcta|exacto|exactamente|asi es|eso es|esta (?:todo )?(?:bien|correcto|perfecto)|todo (?:bien|correcto|ok|perfecto)|asi (?:esta )?bien|correctisimo|bien|es correcto|perfecto|vale|ok|okey|okay|de acuerdo|dale(?: que si| q si)?|de una|listo|sale(?=$|[,.!])|va(?=$|[,.!])|simon|obvio|obviamente|como no|con (?:mucho )?gusto|cuenten? conmigo|aja|afirmativo|confirmo|confirmado|efectivamente|desde luego|sin problema|👍.?|✅|👌.?",
  ),
  no: words(
    "no|nop|nope|que va|para nada|negativo|en absoluto|tampoco|todavia no|aun no|incorrecto|esta mal|hay (?:un )?errore?s?|no es correcto|👎.?|❌",
  ),
  yesAnyway: words(
    "(?:sin|no hay|ningun) problema|creo que si|supongo que si|como no|por que no|no(?:,)? esta (?:bien|todo bien)|claro que si",
  ),
  noAnyway: words(
    "claro que no|por supuesto que no|creo que no|me parece que no|pues no|la verdad es que no|no del todo|no todo|(?:no )?esta todo mal",
  ),
  question: words(
    "cuanto(?! antes)|cuantos|cuantas|cuanta|donde (?:es|esta|seria|queda|estais|se)|cual (?:es|seria)|cuales|quien (?:eres|es|sois)|cuando (?:es|empieza|empezaria|seria|me|se|pag\\p{L}{1,5}|sabre|hay)|como (?:es|funciona|se|puedo|seria|va|hago)|que (?:sueldo|horarios?|turnos?|dias?|tengo que|necesito|pagan|salario|es|tipo|hay que|incluye|requisitos|condiciones|significa|hace|hacen|contrato|puestos?|ofertas?|pasa)|por que|para que|hay (?:que|algun|alguna|trabajo|vacantes|ofertas|puestos)|puedo (?:saber|preguntar|enviar|mandar|ir|llamar)|se puede|podeis|podrias|podriais|podria (?:saber|preguntar|decirme|alguien)|me (?:podeis|puedes|podrias?|podriais|pueden) (?:decir|explicar|informar)|teneis|hace falta|es (?:necesario|obligatorio)|ofreceis|pagais|queria (?:saber|preguntar|informacion|info)|quisiera (?:saber|preguntar|informacion)|quiero saber|me gustaria saber|necesito saber|tengo una (?:pregunta|duda)",
  ),
  topics: [
    ["pay", words("pagan?", "pagais", "salario", "sueldo", "cobra(?:r|ria)?", "dinero", "la hora", "al mes", "euros")],
    ["shifts", words("turnos?", "noches?", "fin(?:es)? de semana", "mananas", "tardes")],
    ["hours", words("horario", "horas", "jornada", "media jornada", "tiempo completo")],
    ["start", words("empieza", "empezar", "empezaria", "comienza", "incorporacion", "cuando es")],
    ["place", words("donde", "direccion", "ubicacion", "zona", "ciudad", "sitio")],
  ],
  refusal: words(
    "prefiero no|no (?:quiero|voy a|pienso|puedo|me apetece) (?:decir|dar|contestar|responder|contar|compartir)\\p{L}{0,6}|no (?:lo )?se|ni idea|no (?:lo )?tengo claro|no estoy segur[oa]|(?:eso )?es (?:privado|personal)|paso|luego (?:te|os|lo)|mas tarde|depende|despues te (?:digo|lo digo)|no (?:te |os )?(?:importa|incumbe)|da igual|no (?:lo )?recuerdo|no me acuerdo|lo que sea|cualquier (?:cosa|trabajo|puesto)|de (?:todo|lo que sea|cualquier cosa)|un momento|espera",
  ),
  negation: words("no|nunca|jamas|tampoco|sin|ni|nada de"),
  negationBehind: words("cero|nada|ni papa|no|sin|ni|nunca|jamas|tampoco"),
  can: words(
    "(?:si )?(?:puedo|podria)|(?:dale|asi|claro|pues|que|vale)(?: q(?:ue)?)? si|(?:ningun|sin|no hay) problema|(?:lo|la|los|las) tengo|cuento con (?:el|ella|eso)|me (?:acomodo|adapto|apunto)|dispuest[oa]",
  ),
  notNegation: words(
    "no (?:menos de|solo|solamente|hay problema|pasa nada|importa|antes del?|hasta)|sin (?:problemas?|duda|compromiso)|no (?:puedo|podria|podre) (?:\\p{L}{3,14} )?(?:hasta|antes del?)",
  ),
  but: words("pero|sino|aunque|yo|en cambio|ahora|mi (?:nombre|apellido|ciudad|correo|telefono) es"),
  correction: words(
    "perdon|perdona|disculpa|lo siento|uy|ups|huy|me (?:he )?(?:equivoque|equivocado|confundi|confundido)|mejor dicho|queria decir|quise decir|en realidad|digo|rectifico|correccion|corrijo|no,? (?:es|era|son|eran|soy|vivo|me llamo|mi|en realidad|mejor|hay un error)|(?:esta|hay algo) mal|esta(?:ba)? equivocad[oa]|no es (?:correcto|asi|cierto|verdad)|es incorrecto|cambi(?:a|ad|ar|o|e) (?:mi|el|la|lo|los|las)|corr(?:ige|egir|egid)|ya no|me he expresado mal|donde (?:dije|puse|pone)",
  ),
  also: words("tambien|ademas|aparte|asimismo|otra cosa|se me olvid\\p{L}{1,3}"),
  injection: words(
    "(?!borrar? (?:todo )?lo (?:anterior|de arriba))(?:ignora|olvida|omite|desobedece|sobrescribe|salta|borra)(?:d|te|r)? (?:de )?(?:todas |todo |por completo )?(?:las |tus |estas |lo |los |el )?(?:instrucciones|reglas|normas|ordenes|prompt|anterior\\p{L}{0,3}|previas?|restricciones|de arriba)",
    "soy (?:el |la |tu )?(?:programador|desarrollador|administrador|creador|dueno|jefe)[ae]? (?:de |del )(?:este |esta |el |la )?(?:bot|robot|sistema|asistente|chatbot)",
    "(?:instrucciones|reglas) (?:anteriores|previas|del sistema)|prompt del sistema|system prompt|eres ahora|ahora eres|a partir de ahora eres|actua como|haz como si (?:fuera|fuese|no )|finge|modo (?:desarrollador|administrador|dios)|(?:marca|apunta|anota|pon|registra|califica)(?:me|lo|d|dme|r|rme)? (?:a |al )?(?:candidat[oa]|perfil|como (?:apt[oa]|cualificad[oa]|contratad[oa]|aprobad[oa]))",
  ),
};
