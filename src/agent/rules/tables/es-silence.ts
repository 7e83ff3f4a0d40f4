/** How people say that they want to hear no more. */
export const silence = {
  cease: `
    deja/dejad/dejen/deje/dejeis/dejarais/dejasen/dejaran/dejar !un/una/algun/el/la, para !ke !~messages, parad/paren/pare/pareis/paraseis/pararan/parasen/parar,
    basta/vasta/cesen/cesa/cese/cesar/cesaran/cesasen/cesara/stop/suficiente/suficientes/termina/acaba, interrumpan/suspendan/finalicen,
    dejame/dejadme/dejenme/dejeme/dejate/dejense/dejaos, parale/parele/parenle/paradle/bajale/bajele/bajenle/cortale/cortenle/dejenle, cancelen/cancelar/cancela/cancelad, desactiva*/corten/corta/cortad/quitad/quiten/quita/apaguen,
    cortala/cortenla/acabad/terminen/eviten/evitad/evita/evite/absteng*/abstener*/abstuvier*/abstuvies*`,
  contact: `
    d/de ya? estar? ~write/~writing, d/de? volver/seguir/continuar a? ~write/~writing, d/de hablar/hablarme $, d/de romper/hinchar/tocar/llenar, d/de dar/darme/dan/dando la/el/por !vuelta/clases, con/d/de ~much? ~so? ~much? ~messages/rollo,
    a/con ~much ~messages, el/la/tanto/tanta acoso/hostigamiento/insistencia/brasa/lata/rollo/joda/molestadera/spam, ~messages, los/las/todo/toda/todos/todas ~so? los/las/tipo/sus/vuestros? d/de? ~messages, conmigo, el/este/con chat ~auto?`,
  auto: "automatico/automatizado/robotico",
  much: "el/la/los/las/tanto/tanta/tantos/tantas/este/esta/estos/estas/ese/esa/esos/esas/esto/sus/tus/vuestros/vuestras/toda/todo/todos/todas/tipo/cualquier/su/tu/vuestra/vuestro/nuestra/nuestro",
  messages: `
    ~texts,    publicidad/propaganda/spam/promociones/ofertas/anuncios/boletin/newsletter,
    notificacion/notificaciones/notis/aviso/avisos/alerta/alertas/recordatorio/recordatorios, correo/correos/mail/mails/email/emails/texto/textos/llamadas/yamadas, comunicacion/comunicaciones/contacto/contactos/mensajeria/envio/envios/difusion/bot/bots`,
  texts:
    "mensaje/mensajes/mensajito/mensajitos/mensaj*/mensag*/msj/msjs/mjs/msg/msgs/sms/whats*/wats*/wasap*/wasa/guasap*/wsp/wpp/wapp/notificaciones/publicidad/spam",
  writes: `
    escriba/escriban/escribas/escribais, contacte/contacten/contactes/contacteis, comunique/comuniquen/comuniques, moleste/molesten/molestes/molesteis,
    hable/hablen/hables/hableis/able/ablen/ables/escriva/escrivan/escrivas, busque/busquen/busques/busqueis, incomode/incomoden/incomodes/agobie/agobien/agobies/agobieis/fastidie/fastidien/fastidies/jodan/jodas/jodais/rayen/rayes/hinchen/atosigueis/atosiguen, insista/insistan/insistas/insistais,
    notifiquen/notifiques/ofrezcan/ofrezcas, escribieran/escribiesen/enviasen/enviaran/mandaran/mandasen/contactaran/contactasen/molestaran/molestasen/hablaran/insistieran/enviara/escribiera/mandara/contactara/molestara`,
  sends:
    "mande/manden/mandes/mandeis/envie/envien/envies/envieis/embien/embies/pasen/pases/paseis/reenvien/lleguen/saturen/llenen/bombardeen",
  sendwhat:
    "$, mas/nada/ni/otra/otro/tanto/tantos/cosas/rollos/eso/esto/esas/estas/estos/mierdas/tonterias/porquerias/de/vacantes/vacante/empleos/trabajos/info/informacion/propuestas/fotos/publicidad, ~much? ~so? ~messages",
  fed: "harto/harta/cansado/cansada/podrido/podrida/aburrido/aburrida/hartos/frito/frita/fritos/narices/huevos/gorro/cojones/madre/coronilla",
  calls: "llame/llamen/llames/llameis/yame/yamen/yames/marque/marquen/marques/telefonee/telefoneen/timbren/timbres",
  goon: "siga/sigan/sigas/sigais/sigays/continue/continuen/continues/continueis/anden/andes/esten/estes/esteis/seguir/seguid/sigue",
  again:
    "vuelva/vuelvan/vuelvas/vuelvais/volviera/volvieran/volvieras/volvierais/volviese/volviesen/volvais/volver/volvas/buelvan/buelvas",
  write:
    "escribir*/mandar*/enviar*/embiar*/molestar*/contactar*/llamar*/yamar*/acosar*/incomodar*/spamear*/comunicar*/buscarme/hablarme/marcarme/notificarme/text*/wasap*/joder*/fastidi*/agobi*/spam*/insist*/comunik*/bombarde*/llenarme/saturar*/hostigar*/hincharme/hinchar/rayarme/atosigar*/incordiar*/darme/remitir*/ofrecerme/comunicarse",
  writing:
    "escribiend*/mandand*/enviand*/molestand*/contactand*/llamand*/yamand*/marcandome/texteand*/wasapeand*/insistiend*/fastidiand*/jodiend*/bombardeand*/llenandome/spameand*/acosand*/agobiand*/incordiand*/hinchand*/rayand*/hablandome/buscandome/notificandome/hostigand*/avisandome",
  arrives: "llegue/lleguen/yeguen/entre/entren/aparezca/aparezcan/llegando/salgan",
  outof: `
    sacame/sacadme/saquenme/saqueme/sakenme/sakeme/sacarme/quitame/quitadme/quitenme/quiteme/quitarme/kitame/kitadme/kitenme/kitarme/borrame/borradme/borrenme/borreme/borrarme/eliminame/eliminadme/eliminenme/elimineme/eliminarme/bajame/bajadme/bajenme/bajarme/salirme/borrate,
    me ~so? ~can? sacar/quitar/borrar/eliminar/bajar/salir/saca/sacan/sacas/sacais/saquen/saque/saqueis/saques/borres/quites/elimines/eliminen/bajes/quitan/quitas/quitais/quiten/quite/quiteis/borran/borras/borrais/borren/borre/bajan/bajen/salgo, ~want ~so? salir, ~want ~so? que me ~so? saquen/saqueis/quiten/quiteis/borren/bajen`,
  bothered: "contactado/contactada/molestado/molestada/llamado/llamada/notificado/notificada/incluido/incluida",
  contacting: "comuniquen/comunique/pongan/ponga/dirijan/dirija ~so? en? contacto? conmigo/mi",
  leave: "borro/salgo/bajo/desapunto/desuscribo/quito/retiro/voy",
  list: "lista/listas/listado/listados/grupo/grupos/difusion/agenda/chat/whatsapp/wasap/conversacion/envios/avisos/canal/boletin/notificaciones/contactos/mensajes/mailing/suscripcion/publicidad/ofertas, lo/los de los avisos/mensajes",
  silence: `
    no/ni me/nos ~writes !~before, no ~writes mas, no insista/insistan/insistas/insistais, no ~want .. formar parte, no ~want ~so? estar/seguir/continuar ~so? en/con/d/de ~much? ~so? ~list, ya? parenle/parale/parele/cortala/cortenla/cortenle $, no .. ser ~bothered, no autorizo/permito/consiento/acepto ~so? que ~so? me? ~writes/~calls/~sends, no ~goon $/ya/mas, no/ni ~writes ~so? conmigo/a, no/ni .. ~writes/~sends nada? mas, no/ni me/nos ~so? ~sends ~so? ~sendwhat, no ~want ~so? que? ~so? me/nos? ~sends ~so? ~sendwhat, ya no/ni me/nos ~sends ~so? ~sendwhat, no/ni/nunca ~so? me? ~so? tienen/teneis/tienes que ~write ~so? mas/nada/otra, ~fed ~so? d/de ~so? que ~so? me ~writes/~sends/~calls/~goon, ~fed ~so? d/de ~so? ~much? ~so? ~messages, ~fed ~so? con ~much ~so? ~messages, ~fed ~so? d/de ~so? recibir ~so? ~messages/~much, hasta cuando ... ~writing, no/ni le/les/te/os ~writes mas, no molest*, no ~want ~so? que? ya? me/nos? ~writes !~before, no me/nos/lo ~so? mas/nunca ~writes, ya no/ni me/nos ~writes,
    no/ni .. me? ~calls ~so? mas/nunca/jamas, ya no ~so? me ~calls, ni me ~calls $, no/ni .. me/nos? ~goon ~writing, no/ni .. ~goon ~so? con ~much? ~messages, no/ni .. me/nos? ~again ~so? a ~so? me? ~write/hablar*/ablar*/buscar*, no hace/es falta/necesario ~so? que me? ~goon, no hace/es falta/necesario ~so? que me? ~writes/~calls mas, ~want/favor/rogamos d/de? no ~write, no ~want .. ser ~bothered, no ~want ~so? que ~so? se .. ~contacting, nunca/jamas mas me/nos/a,
    no/ni .. me ~arrives !~before ~so? ~messages/mas/ni/nada/otro/otra, ya no .. me ~arrives, no ~so? ~want ~so? que .. me .. ~goon ~arrives, no ~want ~so? que me? ~goon ~writing,
    no/ni/nunca .. mas .. ~messages, no ~want .. recibir/recibiendo/seguir/que .. mas/estos/esos/sus/vuestros/tus/ni/~messages, no ~want .. recibir/recibiendo/leer/ver/saber ~so? mas/nada, no ~want mas/nada mas? d/de? vosotros/ustedes/ti/~messages/recibir,
    no ~want mas/estos/esos/vuestros/sus ~messages, no ~want ~so? mas? este/esta/esto/estos/estas ~so? chat/cosa/conversacion/~messages, dejar de recibir, no recibir ~messages/mas/nada, seguir recibiendo, no me ~so? interesa ~so? ~so? recibir, prefiero/preferiria no recibir, deseo dejar,
    ni un/una/otro/otra/medio ~messages ~so? mas/de/$, otro/un/una ~messages mas y/os/les, ultimo ~messages que .. recib*/mand*/quiero/leo, sea/es el ultimo ~messages, lo ultimo ke ~so? ~so? ~want, es lo ultimo ke,
    darme/dame/dadme/denme/deme/darse/dar me? de baja !~elsewhere2/~account, dad/den/dar/demen/deme/doy de baja !~elsewhere2/~account, ~want ~so? la? baja de, de baja de la/esta/vuestra/su lista, cancelar/cancelen/cancela/cancelo la/mi/esta suscripcion, cancela/cancelad/cancelen/cancelar los/estos/las mensajes/avisos/notificaciones, desuscrib*, desapunt*, desapuntarme,
    ~outof d/de ~so? ~much? ~so? ~list, ~outof d/de aqui/esto/ahi/aca !y, ~want salir ~so? de ~so? lista/grupo/esto, ~outof la/el/los/las/esta ~list,
    dejame/dejadme/dejenme/dejeme/dejarme ~so? en/tranquilo/tranquila paz?, dej*/deja* ~so? ya? en paz, que me ~so? dejen/dejes/deje/dejeis ~so? en/tranquilo/tranquila/$, que me ~so? dejen/dejes/deje/dejeis ya/de $/una/molestar/escribir, dadme/denme/dame un respiro/descanso, callaos/callate/callense $, fuera de aqui/mi, silencio, ^ largo $, olvidad*/olvidat*/olvidense/olvidese de mi $, olvidame/olvidadme/olvidenme $/ya/por,
    borra/borrad/borren/elimina/eliminen/eliminad/quita/quiten/olvida/olviden/pierdan/bloqueen/pierde/perded mi/este ~phone !~elsewhere, ~block, no jod* mas/$, ~messages ... ~cease2, como ~so? ~cease3 ~so? ~so? ~messages, ~cease3 ~so? ~so? ~all2? ~messages, no me ~so? comuniqu*/contact* ~so? mas, no me ~so? text*/wasap*/spam*, dejen/dejad/deja el spam,
    no contest*/respond* mas, ^ ~so? parad/paren ~so? ~so? $, no me ~so? ~so? busquen/busqueis mas, ya no ~so? me busqu*, no ~so? ~want ~so? saber ~so? mas/nada de/d? esto/vosotros/ustedes/ti/$, no ~so? me? ~again ~so? a ~so? me? ~write/hablar*/ablar*/marcar*/timbrar*/buscar*, no ~so? me? ~write .. mas, ^ ~so? no mas $/por/porfa/gracias, no ~want ~so? mas info/informacion/cosas/nada, no ~want ~so? ~texts, me doy de baja, me ~so? ~leave d/de ~so? ~much? ~so? ~list/aqui/esto/aca, ya? esta/estuvo bien/bueno d/de ~much? ~so? ~messages, ^ ~so? sal/salgan/salid/salte de mi ~phone/vida, ni/no .. ocurra ~so? ~again? a? me? ~write, no .. ~consents para/de ke ~so? me ~writes/~sends/~calls/~rings, me ~so? estan/estais/estas/tienen/teneis ~so? molestando/agobiando/hartando/cansando/bombardeando/incordiando/fastidiando/saturando/hart*, no ~so? estoy/estamos interesad* en ~so? recibir/seguir, van/vais/vas a seguir ~writing, ^ basta $/ya/de, borr*/elimin*/quiten/quita/quitad/saquen/saca/sacad mi ~phone d/de ~much? ~so? ~list, ni uno/una mas $/eh/por, cesar ~so? cualquier ~messages, cese ~so? ~so? de ~much? ~so? ~messages`,
  elsewhere: "y/e, de su/la/tu/vuestra/sus/vuestros/los",
  elsewhere2: "d/de/del/en ~your? ~place",
  account: "mi/la/el/mis",
  phone: "numero/telefono/celular/cel/movil/contacto/wasap/whatsapp",
  before: "antes/despues/hasta/entre/por/los/las/a/durante/de/aqui/cuando/tan/asi/como/si/en",
  all2: "todas/todos/los/las/estos/estas/esos/esas/sus/vuestros/vuestras/tus/el/la/este/de/mis ~so?",
  cease2: "~so? no mas, ~so? no $/gracias, ~so? paren/cesen/terminen/acaben/basta/fuera/cancel*/desactiv*/suspend*",
  cease3: "cancel*/desactiv*/suspend*/par*/apag*/silenci*/quit*/cort*",
  block: `
    bloquear/bloqueo/bloqueare/bloqueando/bloquee este/el/este/vuestro/su/tu/al? ~phone/chat, os/los/te/les ~so? ~so? bloqueo/bloqueare/denuncio/reporto,
    voy a ~so? bloquear*/reportar*/denunciar* ~so? spam/este/el/os/los/todo, reporto/reportare/denuncio/denunciare/reportar/denunciar ~so? ~so? ~so? spam`,
  halt: "parale/parenle/stop/stopp/para/parar/parad/paren/basta/baja/darme/cancelar/dejadlo/vasta/bloqueado/bloqueada/bloqueados",
};
