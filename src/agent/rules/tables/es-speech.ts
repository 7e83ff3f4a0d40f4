import { es as chrono } from "chrono-node";
import { words } from "../text.ts";
import type { Speech } from "./table.ts";

const year = "anos?";
const month = "mes(?:es)?";
const aboutMe = "(?:tengo|dispongo de|cuento con|llevo|poseo)";
const notHaving = "(?:no (?:tengo|dispongo de|cuento con|poseo|llevo)|sin|tampoco tengo|ni)";
const transport =
  "(?:(?:mi |el |un |una )?(?:propi[oa] )?(?:coche|carro|auto|moto|motocicleta|bici|bicicleta|patinete|furgoneta|vehiculo|transporte)(?: propi[oa]s?)?)";
const permit =
  "(?:(?:el |un |mi )?permiso (?:de|para) (?:trabajo|trabajar)|(?:los |mis )?papeles|(?:el |mi )?nie|residencia legal|permiso de residencia)";
const messages = "(?:mensajes|whatsapps?|publicidad|notificaciones)";
const data = "(?:mis|todos mis) datos|(?:mi|toda mi) informacion|mi perfil|lo que (?:os |te )?he (?:dicho|contado)";

export const speech: Speech = {
  marks: words(
    "hola|buenas|buenos|saludos|si|soy|estoy|busco|buscando|trabajo|trabajar|quiero|quisiera|queria|gracias|vivo|desde|para|pero|tengo|llevo|llamo|que|un|una|unos|con|como|en|muy|mas|mi|el|por|gustaria|mudar|mudado|acabo|porque|cuando|cuanto|cuantos|donde|hay|puedo|podria|anos|experiencia|ano|meses|hablo|manana|hoy|lunes|martes|miercoles|jueves|viernes|sabado|domingo|empezar|ya|vale|claro|tambien|ninguna|ninguno|nada|estar|esta|necesito|perdon|oferta|empleo|y|espanol|ingles|favor|disponible|semana",
  ),
  intents: [
    [
      "stop",
      words(
        `no (?:quiero|deseo) (?:recibir |que me (?:envieis|mandeis|escribais) )?mas ${messages}`,
        "no (?:me|nos) (?:escribais|escribas|escriban|mandeis|mandes|envieis|envies|contacteis|contactes|molesteis|molestes)(?: mas| nunca mas)?",
        "dejad? de (?:escribirme|mandarme|enviarme|molestarme)|deja de (?:escribirme|mandarme|enviarme|molestarme)",
        "(?:darme|dame|dadme|quiero darme|daros?me) de baja|parad? de (?:escribirme|enviarme|mandarme)",
      ),
    ],
    [
      "delete",
      words(
        `(?:borr|elimin|suprim|quit)(?:ar|a|ad|e|en|es|eis|arais|aras) (?:${data})`,
        "derecho al olvido|(?:borradme|borrame|eliminadme|eliminame)(?: de vuestra base)?",
      ),
    ],
    [
      "export",
      words(
        `(?:copia|fichero|archivo|descarga|exportar|exporta|exporten|enviad?me|mandad?me|dad?me|ver|saber|consultar|mostrad?me|ensenad?me) (?:(?:una )?(?:copia )?(?:de |con )?)?(?:todos )?(?:${data})`,
        `(?:que|cuales) (?:datos|informacion) (?:tienes|teneis|guardas|guardais|habeis guardado|has guardado)(?: de mi| mios)?`,
        "que (?:sabes|sabeis|habeis apuntado|has apuntado) (?:de|sobre) mi",
      ),
    ],
    [
      "why",
      words(
        "(?:por que|para que) (?:me )?(?:necesitas|necesitais|quieres|quereis|pides|pedis|preguntas|preguntais|guardas|guardais|quieren|piden|preguntan|necesitan|usas|usais)",
        "(?:por que|para que) (?:tengo que (?:decir|dar)|es necesario|hace falta|(?:lo )?quieres saber)",
        "(?:quien|que) eres|(?:con quien|quien) (?:hablo|estoy hablando|me escribe)|eres (?:un |una )?(?:robot|bot|maquina|ia|persona|humano|humana|real)",
        "que (?:haceis|haces|vais a hacer|vas a hacer) con (?:mis datos|mi informacion)",
      ),
    ],
    [
      "human",
      words(
        "(?:hablar|hable|chatear|comunicarme|contactar|ponme|pasame|poneme|pongame|paseme) (?:directamente )?(?:con|a) (?:una persona|un humano|una humana|alguien|un agente|un asesor|una asesora|un reclutador|una reclutadora|el encargado|la encargada|el responsable|la responsable|recursos humanos|rrhh|gente)(?: de verdad| real| del equipo)?",
        "(?:quiero|prefiero|necesito) (?:una persona|un humano|alguien real|atencion humana|que me (?:llame|llamen|atienda|atiendan))|persona (?:real|de verdad)|(?:me puede|me podeis|me podrian|me pueden|podeis|puede alguien) llamar(?:me)?|llama(?:d|te)?me (?:por|al|a|cuando|si|luego|ya|vosotros)|que me (?:llame|llamen) (?:alguien|por telefono)?",
      ),
    ],
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
    "hola+|holi|ola|buenas(?: tardes| noches)?|buenos dias|buen dia|hey|que tal|saludos|como estas?|encantad[oa](?: de conocer(?:te|os))?|un placer",
  ),
  thanks: words(
    "(?:muchas |mil |muchisimas )?gracias(?: por (?:todo|la informacion|tu ayuda|responder|avisar))?|te lo agradezco|genial|perfecto|estupendo|hasta (?:luego|pronto|manana)|adios|chao|un saludo|saludos|ok|okey|vale|de acuerdo|muy bien|guay|entendido|de nada|buen finde|feliz dia|igualmente",
  ),
  filler: words(
    "pues|bueno|a ver|mira|eh|mmm+|entonces|la verdad(?: es que)?|creo que|diria que|por favor|porfa|claro|si|ah|ay|bien|vale|ok|okey|perdon|perdona|disculpa|es que|de momento|actualmente|ahora mismo|por ahora",
  ),
  yes: words(
    "si+|sip|sii+|claro(?: que si)?|por supuesto|correcto|correcta|exacto|exactamente|asi es|eso es|esta (?:todo )?(?:bien|correcto|perfecto)|todo (?:bien|correcto|ok|perfecto)|es correcto|perfecto|vale|ok|okey|okay|de acuerdo|afirmativo|confirmo|confirmado|efectivamente|desde luego|sin problema|👍.?|✅|👌.?",
  ),
  no: words(
    "no|nop|nope|que va|para nada|negativo|en absoluto|tampoco|todavia no|aun no|incorrecto|esta mal|hay (?:un )?errore?s?|no es correcto|👎.?|❌",
  ),
  yesAnyway: words("(?:sin|no hay|ningun) problema|como no|por que no|no(?:,)? esta (?:bien|todo bien)|claro que si"),
  noAnyway: words(
    "claro que no|por supuesto que no|creo que no|me parece que no|pues no|la verdad es que no|no del todo|no todo|(?:no )?esta todo mal",
  ),
  question: words(
    "cuanto|cuantos|cuantas|cuanta|donde (?:es|esta|seria|queda|estais|se)|cual (?:es|seria)|cuales|quien (?:eres|es|sois)|cuando (?:es|empieza|empezaria|seria|me|se|pag\\p{L}{1,5}|sabre|hay)|como (?:es|funciona|se|puedo|seria|va|hago)|que (?:sueldo|horarios?|turnos?|dias?|tengo que|necesito|pagan|salario|es|tipo|hay que|incluye|requisitos|condiciones|significa|hace|hacen|contrato|puestos?|ofertas?|pasa)|por que|para que|hay (?:que|algun|alguna|trabajo|vacantes|ofertas|puestos)|puedo (?:saber|preguntar|enviar|mandar|ir|llamar)|se puede|podeis|podrias|podriais|podria (?:saber|preguntar|decirme|alguien)|me (?:podeis|puedes|podrias?|podriais|pueden) (?:decir|explicar|informar)|teneis|hace falta|es (?:necesario|obligatorio)|ofreceis|pagais|queria (?:saber|preguntar|informacion|info)|quisiera (?:saber|preguntar|informacion)|quiero saber|me gustaria saber|necesito saber|tengo una (?:pregunta|duda)",
  ),
  refusal: words(
    "prefiero no|no (?:quiero|voy a|pienso|puedo|me apetece) (?:decir|dar|contestar|responder|contar|compartir)\\p{L}{0,6}|no (?:lo )?se|ni idea|no (?:lo )?tengo claro|no estoy segur[oa]|(?:eso )?es (?:privado|personal)|paso|luego (?:te|os|lo)|mas tarde|depende|despues te (?:digo|lo digo)|no (?:te |os )?(?:importa|incumbe)|da igual|no (?:lo )?recuerdo|no me acuerdo|lo que sea|cualquier (?:cosa|trabajo|puesto)|de (?:todo|lo que sea|cualquier cosa)|un momento|espera",
  ),
  negation: words("no|nunca|jamas|tampoco|sin|ni|nada de"),
  notNegation: words("no (?:solo|solamente|hay problema|pasa nada|importa|antes del?|hasta)|sin (?:problemas?|duda|compromiso)|no (?:puedo|podria|podre) (?:\\p{L}{3,14} )?(?:hasta|antes del?)"),
  but: words("pero|sino|aunque|yo|en cambio|ahora|mi (?:nombre|apellido|ciudad|correo|telefono) es"),
  correction: words(
    "perdon|perdona|disculpa|lo siento|uy|ups|huy|me (?:he )?(?:equivoque|equivocado|confundi|confundido)|mejor dicho|queria decir|quise decir|en realidad|digo|rectifico|correccion|corrijo|no,? (?:es|era|son|eran|soy|vivo|me llamo|mi|en realidad|mejor|hay un error)|(?:esta|hay algo) mal|esta(?:ba)? equivocad[oa]|no es (?:correcto|asi|cierto|verdad)|es incorrecto|cambi(?:a|ad|ar|o|e) (?:mi|el|la|lo|los|las)|corr(?:ige|egir|egid)|ya no|me he expresado mal|donde (?:dije|puse|pone)",
  ),
  also: words("tambien|ademas|aparte|asimismo|otra cosa|se me olvid\\p{L}{1,3}"),
  injection: words(
    "(?:ignora|olvida|omite|desobedece|sobrescribe|salta|borra)(?:d|te|r)? (?:de )?(?:todas |todo |por completo )?(?:las |tus |estas |lo |los |el )?(?:instrucciones|reglas|normas|ordenes|prompt|anterior\\p{L}{0,3}|previas?|restricciones|de arriba)",
    "(?:instrucciones|reglas) (?:anteriores|previas|del sistema)|prompt del sistema|system prompt|eres ahora|ahora eres|a partir de ahora eres|actua como|haz como si|finge|modo (?:desarrollador|administrador|dios)|(?:marca|apunta|anota|pon|registra|califica)(?:me|lo|d|dme|r|rme)? (?:a |al )?(?:candidat[oa]|perfil|como (?:apt[oa]|cualificad[oa]|contratad[oa]|aprobad[oa]))",
  ),

  others: words(
    "(?:mi|mis|su|sus|un|una|unos|unas|el|la|otro|otra) (?:herman|amig|prim|ti|vecin|companer|espos|novi|hij|cunad|suegr|abuel|sobrin|niet|conocid|colega|emplead)(?:[oa]s?)?(?: mi[oa])?(?! y yo)",
    "(?:mi|mis|su|sus) (?:madre|padre|padres|mama|papa|marido|mujer|pareja|jef[ea]s?|familia|familiares|familiar|nuera|yerno|gente|ex)(?! y yo)",
    "un conocido|ella|el (?:se llama|es|vive|tiene|trabaja)|ellos|ellas|para (?:ella|ellos|otra persona)",
  ),
  self: words(
    "yo|soy|me llamo|mi nombre|tengo|busco|vivo|llevo|he trabajado|hablo|puedo|quiero|mi (?:numero|correo|email|telefono|movil)|estoy",
  ),
  nameAfter: words("soy(?: la| el)?|aqui|te (?:escribe|habla)|os (?:escribe|habla)|llamadme|llamame"),
  nameAlways: words(
    "me llamo|mi nombre(?: completo)?(?: es| :|:)?|nombre(?: completo)?(?: y apellidos?)? ?(?::|es)|(?:es|era) mi nombre",
  ),
  firstNameAfter: words("mi nombre de pila es|nombre ?:"),
  lastNameAfter: words(
    "(?:mis? )?apellidos? (?:es|son|:)|apellidos? ?:|me apellido|mi (?:primer )?apellido es|de apellidos?(?: es)?",
  ),
  givenName: words(
    "ana|anna|maria|lucia|carmen|laura|marta|paula|sara|sandra|cristina|elena|isabel|raquel|patricia|silvia|rosa|julia|irene|andrea|alba|eva|beatriz|monica|natalia|nuria|yolanda|carolina|claudia|daniela|valentina|camila|sofia|valeria|gabriela|fernanda|alejandra|luisa|juana|teresa|pilar|angela|miriam|fatima|noelia|lorena|susana|veronica|antonio|manuel|jose|francisco|juan|javier|david|daniel|carlos|miguel|alejandro|rafael|pedro|pablo|angel|sergio|fernando|jorge|luis|alberto|alvaro|diego|adrian|raul|ivan|ruben|enrique|oscar|ramon|vicente|andres|joaquin|santiago|eduardo|victor|mario|roberto|jaime|ignacio|marcos|hugo|gabriel|nicolas|mateo|felipe|ricardo|cesar|omar|mohamed|ahmed|youssef|karim|hector|guillermo|emilio|julio|esteban",
  ),
  notName: words(
    "y|e|o|a|en|con|por|para|pero|que|como|soy|me|mi|mis|tu|te|llamo|nombre|apellidos?|tengo|busco|buscando|vivo|quiero|quisiera|queria|trabajo|trabajar|estoy|es|son|era|un|una|unos|hola|buenas|buenos|dias|tardes|noches|gracias|si|no|ok|vale|claro|nada|nadie|ahora|luego|hoy|manana|anos?|soltero|soltera|casado|casada|hombre|mujer|chico|chica|persona|mayor|menor|autonom[oa]|responsable|trabajador|trabajadora|puntual|nuev[oa]|estudiante|ciudadan[oa]|interesad[oa]|muy|desde|desempleado|desempleada|residente|natural|originari[oa]|quien|donde|cuando|cuanto|porque|ya|lo|le|se|os|al|encantad[oa]|perdon|espera|ver|digo|igual|bien|mal|sin|experiencia|favor|oferta|anuncio|disponible|ninguno|ninguna|todo|todos|algo|aqui|jefe|jefa|consulta|pregunta|decir|decirlo|importa|llames|alguien|espanola?|extranjer[oa]|colombian[oa]|venezolan[oa]|peruan[oa]|argentin[oa]|ecuatorian[oa]|boliviano|boliviana|cuban[oa]|mexican[oa]|marroqui|rumano|rumana|italian[oa]|paraguay[oa]|europe[oa]|dominican[oa]|honduren[oa]|brasilen[oa]|chilen[oa]|uruguay[oa]|portugues|portuguesa|frances|francesa|ucranian[oa]|tambien|solo|madre|padre|amig[oa]|herman[oa]|profesional|apasionad[oa]",
  ),
  particle: words("de|del|de la|de las|de los|la|las|los|van|von|da|dos|di|el|al|ben|bin|san|santa"),
  secondName: words(
    "maria|mari|carlos|jose|luis|luisa|antonio|manuel|angel|angeles|jesus|pilar|carmen|isabel|teresa|mar|cristina|belen|rosa|elena|lucia|fernanda|fernando|alberto|andres|david|daniel|javier|francisco|miguel|ignacio|ramon|pablo|eduardo|enrique|alejandra|alejandro|valentina|camila|victoria|eugenia|paz|sofia|mercedes|dolores|rosario|luz|soledad|consuelo|rocio|nieves|mer|paola|patricia|beatriz|milagros|gabriel|gabriela|felipe|esteban|julia|laura|marta|sol|ana",
  ),
  livesIn: words(
    "(?:vivo|resido|vivimos|viviendo|viviria|residente|residiendo|me (?:he )?(?:mudado|mude|traslado|mudo)|(?:ahora |actualmente )?estoy)(?: ahora| actualmente| aqui| yo| solo| sola| con mi \\p{L}{3,12})? (?:en|a)",
    "(?:mi|la) ciudad(?: es| :|:)|ciudad ?:|mi (?:domicilio|residencia|localidad)(?: actual)? (?:es(?:ta en)?|en)|localidad ?:",
  ),
  comesFrom: words("(?:yo )?soy(?: \\p{L}{3,20}){0,1} (?:de|desde)|vengo de|natural de|originari[oa] de|te escribo desde|escribo desde"),
  inPlace: words("el centro de|la ciudad de|ciudad|las afueras de|la capital de"),
  notPlace: words("casa|paro|un|una|el|mi|ciudad|centro|pueblo|barrio|zona|cerca|fuera|ningun|la calle|este|esta|ese|busca|contacto|baja|vacaciones|aqui|alli|noche|dia|primera|todo|acuerdo|verdad|confianza|prueba"),
  countries: {
    "reino unido": "GB",
    inglaterra: "GB",
    escocia: "GB",
    gales: "GB",
    eeuu: "US",
    "ee.uu": "US",
    usa: "US",
    holanda: "NL",
    "republica dominicana": "DO",
  },

  numbers: {
    cero: 0,
    un: 1,
    una: 1,
    uno: 1,
    dos: 2,
    tres: 3,
    cuatro: 4,
    cinco: 5,
    seis: 6,
    siete: 7,
    ocho: 8,
    nueve: 9,
    diez: 10,
    once: 11,
    doce: 12,
    trece: 13,
    catorce: 14,
    quince: 15,
    dieciseis: 16,
    diecisiete: 17,
    dieciocho: 18,
    diecinueve: 19,
    veinte: 20,
  },
  year,
  month,
  andAHalf: "y (?:medio|media)",
  durations: { "ano y medio": 1.5, "medio ano": 0.5, "un par de anos": 2, "una decada": 10 },
  experience: [
    "{d} (?:de|con|como|en) (?:\\p{L}{2,20} ){0,1}experiencia",
    "{d} de \\p{L}{3,20} experiencia",
    "{d} experiencia",
    "{n} de experiencia",
    "experiencia ?(?::|de|es de|como|en|desde hace|son|tengo)? ?(?:\\p{L}{2,20} ){0,5}(?:de |son |durante |por )?{d}",
    "{d} (?:trabajando|currando|trabajado|trabajados|trabajad[oa]s|cocinando|limpiando|cuidando|sirviendo|repartiendo|ejerciendo|dedicandome|en (?:el sector|la hosteleria|hosteleria|esto|la profesion|el puesto|cocina|sala|almacen|almacenes|limpieza|restaurantes?|bares|hoteles|el gremio|el oficio|la construccion|construccion))",
    "{d} (?:de|como) {role}",
    "(?:he trabajado|trabaje|trabajando|trabajo|estuve|he estado|estuve trabajando|he sido|fui|trabajaba)(?: [\\p{L},]{1,20}){0,9} (?:durante|por|desde hace|hace|casi|unos|mas de|como) (?:mas de |casi |unos )?{d}",
    "(?:he trabajado|trabaje|estuve) {d}",
  ],
  noExperience: words(
    "(?:no (?:tengo|cuento con|poseo)|sin|cero|nada de|ninguna|0) (?:ningun tipo de |ninguna )?experiencia|experiencia (?:no tengo|ninguna|cero|nula)|(?:nunca|no|aun no|todavia no) (?:he (?:trabajado|ejercido)|trabaje) ?(?:de|como|en eso|nunca|antes|todavia)|(?:seria|es) mi primer (?:trabajo|empleo)|no tengo (?:nada de )?experiencia",
  ),
  none: words("ningun[oa]|nada|cero|no tengo|nunca|ningun ano|no|sin experiencia|aun no"),
  wants: words(
    "(?:busco|buscando|quiero|quisiera|querria|me gustaria|necesito|encontrar|puedo|prefiero|interesad[oa] en|me interesa|solicito|optar a|aspiro a)(?: (?:un|una|algun|el|la))?(?: (?:trabajo|empleo|puesto|vacante|plaza|oferta|curro|trabajar|currar|ser|oportunidad|oportunidades|algo))?(?: (?:de|como|para))?",
    "(?:trabajar|currar|colocarme|puesto|vacante|plaza|oferta|anuncio|trabajo|candidatura|empleo) (?:de|como|para|a)",
  ),
  worked: words(
    "(?:he trabajado|trabaje|trabajaba|trabajo|trabajando|trabajado|estuve|estaba|fui|era|he sido|experiencia|ejerci|ultimo (?:trabajo|puesto|empleo)(?: fue| era)?|anos?|meses|llevo)(?: \\p{L}{1,12}){0,2}? (?:de|como)(?: un| una)?",
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

  parse: chrono.casual.parse.bind(chrono.casual),
  available: words(
    "empez\\p{L}{1,6}|empiez\\p{L}{1,3}|comenzar(?:ia)?|disponible|disponibilidad|incorpor\\p{L}{1,9}|libre|trabajar (?:a partir|desde)|puedo (?:a partir|desde)|podria (?:a partir|desde)|listo para|lista para",
  ),
  until: words("hasta|antes del?|termin\\p{L}{1,4}|acab\\p{L}{1,4}|desde (?:enero|el ano) de \\d{4}|llegue|vine|naci\\p{L}{0,3}|nacido el|nacida el"),
  days: [
    [words("pasado manana"), 2],
    [words("hoy(?: mismo)?|esta (?:tarde|noche)"), 0],
    [words("manana(?: mismo)?"), 1],
    [words("(?:en|dentro de) (?:una quincena|quince dias)"), 15],
  ],
  now: words(
    "inmediat\\p{L}{1,7}|de inmediato|ya(?: mismo)?|ahora(?: mismo)?|cuanto antes|lo antes posible|en cualquier momento|cuando (?:quieras|querais|sea|quieran|haga falta)|disponibilidad (?:inmediata|total)|desde ya",
  ),
  nextWeek: words("(?:la )?(?:semana (?:que viene|proxima|siguiente)|proxima semana|siguiente semana)"),
  nextMonth: words("(?:el |al )?(?:mes (?:que viene|proximo|siguiente)|proximo mes|siguiente mes)"),
  endOfMonth: words("(?:a )?(?:finales?|fin) de(?: este)? mes|final de mes"),
  dayOfMonth: words("(?:el dia|dia|desde el|del|el|al|a partir del) (\\d{1,2})(?! ?(?:de \\p{L}|/|-|\\.|:|h|horas|anos|euros|%|\\d))(?: de este mes)?"),
  middleOf: words("(?:a |desde )?(?:mediados|mitad) de"),
  endOf: words("(?:a |desde )?(?:finales?|fin|ultimos) de"),
  notice: words("preaviso|avisar(?: con)?|de aviso|de antelacion"),
  units: "dias?|semanas?|mes(?:es)?|anos?|horas?",
  this: words("este|esta|hoy"),

  languageNames: {
    castellano: "es",
    espanol: "es",
    valenciano: "ca",
    mandarin: "zh",
    farsi: "fa",
    flamenco: "nl",
    moldavo: "ro",
    vasco: "eu",
    euskera: "eu",
    tagalo: "tl",
    filipino: "tl",
    noruego: "no",
  },
  speaks: words(
    "habl[oa](?:mos|ndo)?|hablar|se hablar|domino|idiomas?|lenguas?|bilingue|trilingue|me defiendo|entiendo|manejo|chapurreo|nativ[oa]s?|matern[oa]s?|nivel",
  ),
  levels: [
    [words("nativ[oa]s?|matern[oa]s?|lengua materna|idioma materno"), "native"],
    [
      words(
        "bilingue|fluid[oa]|con fluidez|perfect[oa]|avanzad[oa]|alto|intermedi[oa]|medio|basic[oa]|un poco(?: de)?|algo de|poquito|bajo|bien|bastante bien|muy bien|conversacional|nociones",
      ),
      null,
    ],
  ],
  allLevels: words("ambos|ambas|los dos|las dos|todos"),
  hours: [
    [
      words(
        "(?:jornada|horario|tiempo|dedicacion) (?:completa|completo)|a (?:jornada|tiempo) complet[oa]|full ?-?time|40 horas|complet[oa]",
      ),
      "full_time",
    ],
    [
      words("media jornada|(?:jornada|tiempo|horario) (?:parcial|reducid[oa])|part ?-?time|por horas|medio tiempo|20 horas|parcial|media"),
      "part_time",
    ],
  ],
  either: words("me da (?:igual|lo mismo)|cualquiera(?: de las dos)?|ambas|las dos|los dos|indiferente|lo que (?:sea|haya)|no me importa"),
  shifts: [
    ["morning", words("por las? mananas?|las mananas|turnos? de (?:la )?mananas?|de mananas|solo mananas|mananas"), words("mananas?")],
    ["afternoon", words("por las? tardes?|las tardes|turnos? de (?:la )?tardes?|de tardes|solo tardes"), words("tardes?")],
    ["night", words("por las? noches?|las noches|turnos? de (?:la )?noches?|turno nocturno|nocturn[oa]s?|de noches|solo noches"), words("noches?|nocturn[oa]")],
    ["weekend", words("(?:los )?fin(?:es)? de semana|(?:los )?findes?|sabados y domingos|los (?:sabados|domingos)"), words("sabados|domingos|findes?")],
  ],
  anyShift: words("cualquier(?:a)?(?: turno| horario)?|todos(?: los turnos)?|me da (?:igual|lo mismo)|indiferente|el que sea|turnos? rotativos?"),
  licences: words(
    "(?:carnet|carne|permiso|licencia|carnets|permisos)(?: de)?(?: conducir| conduccion)?(?: (?:tipo|clase|de tipo|de clase|del tipo|el|de))? (c ?\\+ ?e|d ?\\+ ?e|b ?\\+ ?e|c1|d1|am|a1|a2|be|ce|a|b|c|d)",
    "(?:carnet|carne|permiso|licencia) de (?:conducir|conduccion|coche|moto|carretillero|carretilla|camion|manipulador(?: de alimentos)?|manipuladora de alimentos|vigilante)",
    "titulo de (?:socorrista|carretillero|monitor)|tip de vigilante|certificado de manipulador de alimentos|cap|adr|tarjeta de tacografo",
  ),
  flags: {
    work_permit: words(`${aboutMe} ${permit}|${permit} (?:en regla|vigente|al dia|si)|papeles en regla|puedo trabajar legalmente`),
    own_transport: words(
      `${aboutMe} (?:carnet(?: b| de conducir)? y )?${transport}|con ${transport}|voy en ${transport}|me muevo en ${transport}|vehiculo propio|coche propio`,
    ),
    over_18: words("(?:soy|ya soy) (?:mayor de (?:edad|18|dieciocho)(?: anos)?|adult[oa])|mayor de edad"),
  },
  notFlags: {
    work_permit: words(`${notHaving} ${permit}`),
    own_transport: words(`${notHaving} ${transport}`),
    over_18: words("(?:no soy mayor|soy menor|menor) de (?:edad|18)"),
  },
  impliedFlags: {
    work_permit: words(
      "soy (?:espanola?|europe[oa]|comunitari[oa]|ciudadan[oa] (?:espanola?|europe[oa]|de la union europea|de la ue))|(?:nacionalidad|pasaporte|dni) (?:espanola?|europe[oa]|comunitari[oa])|tengo (?:la nacionalidad|dni|nacionalidad)",
    ),
    own_transport: words("coche|moto|bici|bicicleta|patinete|furgoneta"),
  },
  age: words("(?:tengo|cumpli|he cumplido) (\\d{2}) anos(?! (?:de|trabajando|como|en))"),
  wantsPay: words("quiero|querria|quisiera|me gustaria|busco|pido|espero|minimo|al menos|por lo menos|pretension(?:es)?|expectativas?|aspiro|a partir de|ganar|cobrar|no menos de|sueldo|salario"),
  pastPay: words("cobraba|ganaba|cobro|gano|me pagaban|me pagan|pagaban|cobre|gane|mi (?:ultimo|anterior|actual) (?:sueldo|salario)|actualmente"),
  periods: [
    ["hour", words("(?:por|a la|la|cada) hora|hora") ],
    ["day", words("(?:por|al|cada) dia|diarios?|dia")],
    ["week", words("(?:por|a la|cada) semana|semanal(?:es)?|semana")],
    ["month", words("(?:por|al|cada) mes|mensual(?:es)?|mes")],
    ["year", words("(?:por|al|cada) ano|anual(?:es)?|brutos? anual(?:es)?|ano")],
  ],
  currencies: { "€": "EUR", euros: "EUR", euro: "EUR", eur: "EUR", libras: "GBP", "£": "GBP", dolares: "USD" },
};
