import type { Wishes } from "../wishes.ts";

export const wishes: Wishes["wishes"] = {
  so: "por favor, x favor, porfavor/porfa/xfa/xfavor/favor/pf/pls/please/gracias/ok/vale/hola/buenas/ya/ahora/mismo/no/si/y/pero/bueno/bien/mejor/todo/esto/eso/mira/oye/perdon/perdona/inmediatamente/jaja/pues/entonces/luego/despues/de/una/vez/tambien/los/las/lo/nos/les/os/le/que/actualmente/tu/usted/ustedes/vosotros/un/directamente/o/sea",
  not: "no/nunca/ni/sin/tampoco",
  deny: "no/sin/nunca/ni ~want? me/lo/que/tener? a/que?, no hace falta que?, no es necesario que?, no se/entiendo/sabia, por eso, e/he/habia ya?, me gusta/encanta ~so?, experiencia/acostumbrado/acostumbrada/bueno/buena ~in?, yo, mi/mis jefe/jefa, cuando, antes de, estoy/estaba, ella/el suele",
  in: "en/de/a/con",
  and: "y/e/o/luego/despues",
  want: "quiero/kiero/queria/quisiera/deseo/necesito/gustaria/pretendo/prefiero/solicito/ruego/pido/exijo",
  data: "datos/dato/info/informacion/informaciones/detalles",
  thing:
    "datos/info/informacion/perfil/cuenta/ficha/expediente/historial/chat/conversacion/curriculum/cv/candidatura/solicitud/mensajes/respuestas/registro/documentos/inscripcion/cosas/archivo",
  part: "numero/nombre/telefono/correo/email/direccion/edad/curriculum/cv",
  kind: "datos/personales/personal/propia/propios/entera/completa/guardados/guardada/enteros/mias/mios/mia",
  my: "mi/mis/toda/todos/todas mi/mis?, toda/todos/todas la/las/los, esta/este/nuestra, los/la/el",
  of: "de/sobre/acerca d/de? mi, mio/mia/mios/mias",
  have: "teneis/tienes/tienen/tiene/tenes/tengan/tengais/tengas/sabeis/sabes/saben/sabe/sepan/sepais/hay/guardais/guardas/guardan/guardado/guardada/guardados/guardadas/guardasteis/guardaron/apuntado/apuntada/anotado/anotada/registrado/registrada/registradas/registrados/conservan/conservais/consta/figura/obra/obran/recogido/recopilado/almacenado/almacenada/almacenados/escrito/almacenan",
  what: "que/lo/cual/cuales/todo/cuanto/algo/nada/cosas/~data/toda/todos",
  told: "he/e dicho/contado/dado/escrito/mandado/enviado/puesto, dije/conte/di/escribi/mande/envie",
  stored:
    "~what ... ~have .. ~of, ~what que? os/te/t/le/les/ya? he/e? ~told, lo/todo/toda/nada que? ~of, todo lo? mio, lo mio, ~what ... ~have .. ~in mi/vuestro/vuestra/su/tu/el/la ~place",
  place: "sistema/base/datos/archivos/registros/perfil/ficha/poder/ficheros",
  mine: "mi/mis ~thing ~kind? ~kind?, ~data personales, los/el/la/esta/este/todos ~so? ~thing de? ~of, toda/todo/esta esta/nuestra/la/el/mi? conversacion/chat/historial, mi ~part y/e/con mi/mis? ~part/~thing, mi ~part/~thing .. de su/vuestra/tu/la/el base/sistema/archivo, (datos)/datos/informacion/perfil/cuenta que ... ~of, ~stored, mios, todos mis ~thing, ~data .. ~of, los/todos datos que ~have",
  remove:
    "borra*/elimina*/elimine*/elimino/suprim*/supres*/borre/borren/borreis/borres/borr/destru*/destruccion/quiten/quitar/quita/quitad/quitaran/quitarais/quite/quiteis/quites/quitame/cancele/cancelen/cancelacion/olvidad/olviden/saquen/sacar/retiren/retirar/desaparezcan/desaparecer/desaparezca/baja",
  removed: "~remove",
  removeIt:
    "borradlo/borradlos/borrarlo/borrarlos/borralo/borralos/borralas/borrala/borrenlo/borrenlos/borrelo/borrelos/eliminalo/eliminalos/eliminenlo/eliminenlos/eliminelo/eliminelos/eliminarlo/eliminarlos/eliminadlo/eliminadlos/suprimanlo/suprimanlos/suprimirlos/destruyanlo/quitenlo/quitenlos, ~remove todo/todos, lo/los/las borras/borres/borren/borre/borreis/borran/eliminas/elimines/eliminen/elimine/elimineis/eliminan",
  forget:
    "derecho al? olvido/supresion, derecho de supresion, derecho a la supresion, ~want ser olvidado/olvidada, ~want que me olviden/olvideis/olvides, retiro/retirar/revoco/revocar/retirado/anulo .. consentimiento/permiso/autorizacion, no .. guardeis/guarden/guardes/guarde/tengais/tengan/conserveis/conserven/almacenen ... ~mine/nada/datos, dejen/dejad/dejar de guardar/usar/tratar ... ~mine, borradme/borrame/borrenme/eliminadme/eliminame/eliminenme/eliminarme/borrarme/borreme !de/del, borradme/borrame/borrenme/eliminadme/eliminame/eliminenme/borrarme ~so? de/del todo/sistema/~your, borr*/elimin* todo !lo/menos/salvo/excepto, no quede nada de mi",
  your: "vuestra/tu/su/la base/sistema/registros",
  show: "copia/fichero/descarga/descargar/descargo/bajar/bajarme/exportar/exporta/exporten/exportad/extracto/resumen, ver/saber/consultar/revisar/conocer/obtener/recibir/acceder/acceso/leer/mirar/tener, enviadme/envieme/enviame/enviarme/envienme/mandadme/mandame/mandeme/mandenme/mandarme/dadme/dame/deme/denme/darme/mostradme/muestrame/muestreme/muestrenme/mostrarme/muestra/ensename/enseneme/ensenadme/ensenarme/ensenenme/pasame/paseme/pasadme/pasarme/dime/digame/decidme/diganme/decirme/facilitarme/faciliten/faciliteme, me envien/envie/envieis/manden/mande/mandeis/manda/mandas/envias/envia/pasa/pasas/pasen/den/de/des/deis/diga/digan/muestre/muestren",
  shown: "en un/una? archivo/fichero/pdf/excel",
  showIt: "copia/copiame/descarga/exportar",
  held: "^ ~so? ~so? que/cuales/cual ~data? ... ~have .. ~of, ^ ~so? ~so? que ~of ... ~have, que/cuales ~data ~of? ... ~have, que ya? ~have ~have? .. ~of, y ~so? que/~data ... ~have .. ~of, ~data ~of .. ~have, que ~have ~have ~of, que habeis/han/has ~have",
  access: "derecho de/d acceso",
  why: "(por)/por/x que/ke, para/pa que/ke, (pq)/pq/xq/porque/xke/pork/pk/porke, a santo de que, y eso",
  asking:
    "necesita*/quieres/quereis/quieren/kieres/kieren/kereis/pides/pedis/piden/pide/pregunta*/guarda*/usa/usas/usais/usan/utiliz*/sirve/interesa/importa/decir/dar/dec*/necesario/falta/obligatorio/saber/rechaza*/descart*/cogieron/cogido/cogisteis/elegid*/eligieron/elegisteis/seleccion*/decidi*/admitid*/apto/apta/aceptaron/aceptado/contrataron/llamaron/relevante/pregunta/preguntas/decision, esa/esta/ese/este/tantos dato/datos, mi/mis ~part",
  this: "~so, eso/esto/exactamente/motivo/razon/me/preguntas/es/lo/dime/pregunto/digame/esa/esta/pregunta",
  about:
    "quien/kien/quienes eres/sos/sois/es/son !el/la/los, quien/kien/quienes ~so? me? habla/escribe/contesta/responde/atiende, con quien/kien ... hablo/hablando/escribo/chateo/trato/comunico, que eres $, eres/sos/sois/es/son/seran/sera/estoy/hablo/hablando ~so? con? ~machine, ~machine o ~machine, ^ ~machine ?, lee/contesta/responde/escribe alguien/~machine, quien/kien/quienes ... ve/ver/lee/leer/vera/acceso/accede/lea/vea/veran/leera/decide/decidio/decidido ... ~mine/esto/eso/informacion/datos, quien decide, que .. hac*/hare*/pasa/pasara/ocurre/sucede/vais/van/vas ... ~mine, ~why ... ~mine, donde ... ~mine .. guarda*/van, ~motive, en que se? basa*/basa, que criterio, de donde/como .. sacado/sacaron/sacasteis/obtenido/conseguido/teneis/tienen/tienes/consiguieron .. mi, que tiene/tienen que ver, que tienen/tiene .. que ver, que mas? os/te/le/les? da/importa/interesa, a que viene",
  motive:
    "motivo/razon/finalidad/objetivo/proposito/sentido d/de la/esta/esa/tu/su? pregunta/preguntas/eso/esto/decision/rechazo/preguntar/preguntarme, cual es el motivo/sentido, con que fin/finalidad/motivo/proposito, por que motivo/razon, que sentido tiene, que utilidad, para que ... sirve*/usan/usa/utiliza*/quieren/quieres",
  machine:
    "un/una/de/algun/alguna/el/la? robot/bot/maquina/ia/chatbot/ordenador/computadora/contestador/programa/automatico/automatica/inteligencia, un/una/de/algun/alguna persona/humano/humana/ser, humano/humana/real",
  talk: "hablar/hable/hablo/ablar/chatear/comunicar*/comunicame/comuniqueme/contactar/llamar/conversar/tratar/contar*/contarselo/explicar*/explicarselo/dirigirme/pasame/paseme/pasenme/pasadme/pasar/ponme/pongame/ponganme/ponedme/ponerme/conectame/transfiera*/discutirlo/comentar*/preguntar/preguntarle/preguntarselo/atienda/atender, me pasas/pases/pasen/pase/paseis/pones/pongan, dame/deme/denme",
  person:
    "alguien, ~humans, alguien/alguno/algun/alguna d/de ustedes/vosotros/la/el/los/tu/su/vuestra/vuestro/oficina/verdad/real/equipo/empresa?, a/con/el/la/un/una/algun/alguna/los/las/tu/su/vuestro/vuestra ~other? agente/asesor/asesora/reclutador/reclutadora/encargado/encargada/responsable/companero/companera/jefe/jefa/supervisor/supervisora/gerente/operador/operadora, recursos humanos, con rrhh, con gente",
  other: "de/su/tu/vuestro/otro/otra",
  humans: "(un)/un/una/algun/alguna persona/humano/humana/ser, con/a una? persona/personas/humano",
  talks:
    "me llame/llamen/llama/llamara/llamaran/atienda/atiendan/contacte/contacten/conteste/responda/ayude/explique/escriba, (pueda)/pueda/puedo/puede/podria/podriamos hablar/llamar/llamarme/atenderme/contestarme/ayudarme/explicarme/contactarme/telefonearme, llamarme/contactarme/atenderme/telefonearme, se pusiera/ponga .. contacto, me puede/podria/pueden .. llamar/atender/ayudar/contestar, ahi/aqui ?, al telefono/aparato/otro",
  reach:
    "me atiende/llama/contesta ~so? ~humans, que me llame/llamen/llameis/llames/llamara/llamaran/llamase/telefonee/telefoneen/atienda/atiendan, me puede/pueden/podeis/puedes/podrian/podria/podriais/podrias llamar/telefonear, puede/pueden/podeis/puedes/podrian/podria/podriais/podrias llamarme/telefonearme, llamadme/llamame/llamenme/llameme/telefoneame !~name, ~want/necesito una llamada, hay/habra alguien/algun/alguna ahi/aqui/~humans/humano/persona/al/detras/?, atencion humana, ~want a? ~humans !~trust, persona/humano/alguien/gente real/autentica/autentico, persona/alguien/gente de verdad/carne, no .. hablar/chatear/tratar/seguir con ~machine, numero/telefono al/donde/para que? puedo/pueda/poder? llamar, ponerse en contacto conmigo, pusiera/ponga/pongan/pongais en contacto conmigo",
  name: "lucia/ana",
  trust: "de/que confianza/me",
  distress:
    "suicid*/autolesion*, matarme/cortarme, hacerme dano, quitarme la? vida, me quiero/kiero morir, ~want morir/morirme/desaparecer, no ~want ~so? seguir? vivir/viviendo, no .. ~want .. vivir/viviendo, sin ganas de vivir, ganas de vivir/morir, no ~so? puedo mas, no aguanto/soporto ~so? mas, no paro/dejo de llorar, llorando todo/todos/siempre, todo se .. derrumba/hunde/cae, se me cae el mundo, no le? veo salida/sentido, ataque de panico/ansiedad, me/nos ~so? ha/han/esta/estan? ~attacks, tengo/da miedo .. volver/ir/jefe/jefa/el/marido/pareja, miedo de volver, estoy desesperad*, vivo en la calle, malos tratos, violencia/maltrat*",
  attacks:
    "amenaza/amenazan/amenazo/amenazaron/amenazado/amenazando/acosa/acosan/acoso/acosaron/acosado/acosando/pega/pegan/pego/pegaba/maltrata/maltratan/maltrato/toca/tocan/manosea/manosean/manoseo/golpea/golpeo/golpearon/abusa/abuso/abusan/viola/violo/violaron/chantajea/chantajean/agredio/agrede/insulta/insultan/humilla/humillan/obliga/obligan, toco .. culo/pechos",
  cease:
    "deja/dejad/dejen/para/paren/parad de, deja/dejad/dejen/deje/dejeis/para/parad/paren/pare/pareis/basta/cesen/cesa/cese/stop/suficiente/suficientes/termina/acaba/harto/harta/cansado/cansada",
  contact:
    "d/de ya? escribir*/mandar*/enviar*/molestar*/contactar*/llamar*/acosar*/incomodar*/spamear*, con/los/las/de/d/tantos/tantas/estos/esos/tus/sus/vuestros ~so? los/estos/tantos/tanto? ~messages, ~messages",
  messages:
    "mensajes/mensaje/mensajitos/msjs/msj/sms/whatsapps/whatsapp/wasaps/wasap/publicidad/notificaciones/avisos/spam/correos/comunicaciones",
  writes:
    "escribas/escriba/escriban/escribais/mandes/mande/manden/mandeis/envies/envie/envien/envieis/contactes/contacte/contacten/contacteis/molestes/moleste/molesten/molesteis/hables/hablen/hableis/enviasen/enviaran/mandaran/escribieran/contactaran/incomoden/incomodes/busquen/agobies/agobieis",
  silence:
    "no/ni me/nos ~writes !~before, no ~writes mas, no molest*, no ~want ~so? que? me? ~writes !~before, no/ni .. me? llames/llamen/llame/llameis ~so? mas/nunca/nunca, no/ni/nunca .. mas .. ~messages, no ~want .. recibir/recibiendo/seguir/que .. mas/estos/esos/sus/vuestros/tus/ni/~messages, no ~want mas/nada mas? d/de? vosotros/ustedes/ti/~messages/recibir, no ~want mas/estos/esos/vuestros/sus ~messages, no/ni me? vuelva/vuelvas/vuelvan/volvais a escribir*/contactar*/mandar*/enviar*/llamar*/molestar*, dejar de recibir, no recibir ~messages/mas, seguir recibiendo, darme/dame/dadme/denme/deme/darse/dar me? de baja, ~want ~so? la? baja de, de baja de la/esta/vuestra/su lista, cancelar/cancelen/cancela la/mi suscripcion, cancela/cancelad/cancelar los/estos mensajes, quitadme/sacadme/borradme/eliminadme/quitame/sacame/saquenme/sakenme/borrame/eliminame/quitenme/saqueme/borrenme/eliminenme/quitarme/sacarme/eliminarme/borrarme de la/esta/vuestra/tu/su/el lista/agenda/grupo/listado/listas, dejame/dejadme/dejenme/dejeme/dejarme ~so? en/tranquilo/tranquila paz?, borra/borrad/borren/elimina/eliminen/eliminad/quita/quiten/olvida/olviden/pierdan/bloqueen mi/este numero/telefono !y/e, desuscrib*, nunca mas me, ni un mensaje mas, no .. mas .. ~messages",
  before: "antes/despues/hasta/entre/por/los/las/a/durante/de/aqui",
  halt: "stop/stopp/para/parar/parad/paren/basta/baja/darme/cancelar/dejadlo",
  human: "un/una/con/el/la/agente? humano/persona/agente/asesor/asesora/operador/operadora real/humano?",
  wipe: "borrar/borra/borrad/borren/eliminar/elimina/eliminen/eliminad/suprimir/delete todo/datos/perfil/cuenta?",
  export: "exportar/export/datos mis? datos?, mis datos",
};
