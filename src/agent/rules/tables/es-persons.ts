import { words } from "../text.ts";
import type { Persons } from "./table.ts";

export const persons: Persons = {
  others: words(
    "(?:mi|mis|su|sus|un|una|unos|unas|el|la|otro|otra) (?:herman|amig|prim|ti|vecin|companer|espos|novi|hij|cunad|suegr|abuel|sobrin|niet|conocid|colega|emplead)(?:[oa]s?)?(?: mi[oa])?(?! y yo)",
    "(?:mi|mis|su|sus) (?:madre|padre|padres|mama|papa|marido|mujer|pareja|jef[ea]s?|familia|familiares|familiar|nuera|yerno|gente|ex)(?! y yo)",
    "un conocido|ella|el (?:se llama|es|vive|tiene|trabaja)|ellos|ellas|para (?:ella|ellos|otra persona)",
  ),
  self: words(
    "yo|asi q(?:ue)? (?:si|no)|por mi|soy|me llamo|mi nombre|tengo|busco|vivo|llevo|he trabajado|hablo|puedo|quiero|mi (?:numero|correo|email|telefono|movil)|estoy",
  ),
  besides: words("con|de|por"),
  nameAfter: words(
    "(?:yo )?soy(?: yo,?| la| el)?|(?:hablas?|hablan|les habla|comunicas?)(?: usted)? con|de parte de|aqui|(?:te|os|le|les) (?:escribe|habla|saluda)|llamadme|llamame|un saludo,?|atentamente,?|saludos,?",
  ),
  nameAlways: words(
    "(?:me llamo|mi nombre(?: completo)?(?: es| :|:)?|me llaman|me dicen|(?:puedes|podeis|pueden) llamarme|nombre(?: completo)?(?: y apellidos?)? ?(?::|es)|(?:es|era) mi nombre)",
  ),
  firstNameAfter: words("mi nombre de pila es|nombre ?:|de nombre"),
  lastNameAfter: words(
    "(?:mis? )?apellidos? (?:es|son|:)|apellidos? ?:|me apellido|mi (?:primer )?apellido es|de apellidos?(?: es)?",
  ),
  givenName: words(
    "ana|anna|maria|lucia|carmen|laura|marta|paula|sara|sandra|cristina|elena|isabel|raquel|patricia|silvia|rosa|julia|irene|andrea|alba|eva|beatriz|monica|natalia|nuria|yolanda|carolina|claudia|daniela|valentina|camila|sofia|valeria|gabriela|fernanda|alejandra|luisa|juana|teresa|pilar|angela|miriam|fatima|noelia|lorena|susana|veronica|antonio|manuel|jose|francisco|juan|javier|david|daniel|carlos|miguel|alejandro|rafael|pedro|pablo|angel|sergio|fernando|jorge|luis|alberto|alvaro|diego|adrian|raul|ivan|ruben|enrique|oscar|ramon|vicente|andres|joaquin|santiago|eduardo|victor|mario|roberto|jaime|ignacio|marcos|hugo|gabriel|nicolas|mateo|felipe|ricardo|cesar|omar|mohamed|ahmed|youssef|karim|hector|guillermo|emilio|julio|esteban|rosario|encarnacion|dolores|mercedes|manuela|josefa|antonia|francisca|montse|montserrat|merche|pili|loli|paqui|conchi|lola|inma|inmaculada|rocio|macarena|esperanza|consuelo|amparo|begona|ainhoa|leire|nerea|itziar|amaia|iratxe|arantxa|olga|sonia|tamara|vanesa|vanessa|jessica|jennifer|yesica|yenifer|yesenia|yamileth|yuliana|yolima|katherine|karen|karla|carla|paola|diana|marisol|marisa|mayra|milena|leidy|lady|luz|marcela|adriana|viviana|johana|tatiana|rebeca|ruth|esther|noemi|miguelina|xiomara|zulema|wendy|wilmer|wilson|walter|yeison|jeison|jhon|john|johan|jonathan|jonatan|kevin|brayan|bryan|cristian|christian|fabian|dario|edgar|edwin|elkin|ernesto|gerardo|german|gonzalo|gustavo|henry|ismael|israel|iker|asier|aitor|unai|jon|jordi|xavi|xavier|oriol|pau|marc|arnau|josep|joan|lucas|luca|leo|leonardo|lorenzo|marcelo|martin|matias|mauricio|maximiliano|nestor|nacho|paco|pepe|quique|rafa|javi|fran|toni|dani|santi|manu|juanma|juanjo|josema|alex|samuel|saul|sebastian|simon|tomas|ulises|valentin|yago|yeray|ayoub|hamza|hassan|ibrahim|mamadou|mustafa|rachid|said|moussa|amina|khadija|naima|salma|samira|yasmin|zineb|ariadna|berta|blanca|candela|carlota|celia|clara|emma|ester|estefania|fabiola|gemma|gisela|gloria|ines|irina|jimena|judith|leticia|lidia|liliana|lourdes|magdalena|maite|margarita|marina|martina|mireia|nadia|naiara|nayara|olivia|paloma|rosalia|rosana|sofia|tania|vera|virginia|ximena|yaiza|zaira|carmela|sebas",
  ),
  notName: words(
    "cel|celular|tel|tlf|telf|telefono|movil|whatsapp|wasap|correo|email|mail|barrio|colonia|edad|dni|nie|cedula|veci|vecin[oa]|parce|parcero|pana|chamo|chama|che|bro|compa|wey|guey|mucho|gusto|cordial|saludo|actualmente|viviendo|llegue|con|cumplo|porten[oa]|y|yo|bueno|buena|pues|dime|mira|puedes|podeis|llamarme|llamadme|llamame|igual|tecnic[oa]|e|o|a|en|con|por|para|pero|que|como|soy|me|mi|mis|tu|te|llamo|nombre|apellidos?|tengo|busco|buscando|vivo|quiero|quisiera|queria|trabajo|trabajar|estoy|es|son|era|un|una|unos|hola|buenas|buenos|dias|tardes|noches|gracias|si|no|ok|vale|claro|nada|nadie|ahora|luego|hoy|manana|anos?|soltero|soltera|casado|casada|hombre|mujer|chico|chica|persona|mayor|menor|autonom[oa]|responsable|trabajador|trabajadora|puntual|nuev[oa]|estudiante|ciudadan[oa]|interesad[oa]|muy|desde|desempleado|desempleada|residente|natural|originari[oa]|quien|donde|cuando|cuanto|porque|ya|lo|le|se|os|al|encantad[oa]|perdon|espera|ver|digo|igual|bien|mal|sin|experiencia|favor|oferta|anuncio|disponible|ninguno|ninguna|todo|todos|algo|aqui|jefe|jefa|consulta|pregunta|decir|decirlo|importa|llames|alguien|espanola?|extranjer[oa]|colombian[oa]|venezolan[oa]|peruan[oa]|argentin[oa]|ecuatorian[oa]|boliviano|boliviana|cuban[oa]|mexican[oa]|marroqui|rumano|rumana|italian[oa]|paraguay[oa]|europe[oa]|dominican[oa]|honduren[oa]|brasilen[oa]|chilen[oa]|uruguay[oa]|portugues|portuguesa|frances|francesa|ucranian[oa]|tambien|solo|madre|padre|amig[oa]|herman[oa]|profesional|apasionad[oa]|senor|senora|sr|sra|don|dona",
  ),
  particle: words("de|del|de la|de las|de los|la|las|los|van|von|da|dos|di|el|al|ben|bin|san|santa"),
  secondName: words(
    "zahra|dary|marina|estella|stella|mary|edith|nelly|helena|amparo|omaira|andrea|stiven|steven|stiben|alexander|alexis|camilo|sebastian|mauricio|daniela|carolina|natalia|yaneth|janeth|liliana|marcela|tatiana|viviana|arturo|augusto|cesar|ernesto|emilio|hernan|ivan|josue|leonel|orlando|oscar|rafael|raul|ricardo|rodolfo|ruben|sergio|cecilia|elizabeth|esther|estela|guadalupe|ines|irene|leticia|lorena|margarita|mariana|monica|norma|paulina|raquel|susana|veronica|yolanda|armando|alfonso|david|fabian|guillermo|adriana|alejandrina|alberto|lizeth|yulieth|paola|enrique|maria|mari|carlos|jose|luis|luisa|antonio|manuel|angel|angeles|jesus|pilar|carmen|isabel|teresa|mar|cristina|belen|rosa|elena|lucia|fernanda|fernando|alberto|andres|david|daniel|javier|francisco|miguel|ignacio|ramon|pablo|eduardo|enrique|alejandra|alejandro|valentina|camila|victoria|eugenia|paz|sofia|mercedes|dolores|rosario|luz|soledad|consuelo|rocio|nieves|mer|paola|patricia|beatriz|milagros|gabriel|gabriela|felipe|esteban|julia|laura|marta|sol|ana",
  ),
  livesIn: words(
    "(?:vivo|resido|vivimos|viviendo(?: por)?|viviria|residente|residiendo|(?:me (?:he )?)?(?:mudado|mude|traslado|mudo|mudar(?:me)?|trasladado)(?: de(?:sde)? [\\p{L}]{3,15})?|(?:ahora |actualmente )?estoy)(?: ahora| actualmente| aqui| yo| solo| sola| con mi \\p{L}{3,12})? (?:en|a|por)",
    "ahora(?: mismo)? en(?= \\p{L}{4})",
    "(?:mi|la) ciudad(?: es| a| por| :|:)|ciudad ?:|mi (?:domicilio|residencia|localidad)(?: actual)? (?:es(?:ta en)?|en)|localidad ?:",
  ),
  comesFrom: words(
    "(?:yo )?soy(?: \\p{L}{3,20}){0,1} (?:de|desde)|vengo de|natural de|originari[oa] de|te escribo desde|escribo desde",
  ),
  beforePlace: words("de|en"),
  placeLead: words("vivo|estoy|soy|es|desde"),
  rather: words("sino|es|digo"),
  inPlace: words("el centro de|la ciudad de|ciudad|las afueras de|la capital de"),
  notPlace: words(
    "casa|paro|un|una|el|mi|ciudad|centro|pueblo|barrio|zona|cerca|fuera|ningun|la calle|este|esta|ese|busca|contacto|baja|vacaciones|aqui|alli|noche|dia|primera|todo|acuerdo|verdad|confianza|prueba",
  ),
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
};
