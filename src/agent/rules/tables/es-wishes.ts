import type { Wishes } from "../wishes.ts";
import { callers } from "./es-callers.ts";
import { reasons } from "./es-reasons.ts";
import { silence } from "./es-silence.ts";

export const wishes: Wishes["wishes"] = {
  ...silence,
  ...callers,
  ...reasons,
  so: `
    por favor, x favor, porfavor/porfa/xfa/xfavor/favor/pf/pls/please/gracias/ok/vale/hola/buenas/ya/ahora/mismo/no/si/y/pero/bueno/bien/mejor/todo/esto/eso/mira/oye/perdon/perdona/inmediatamente/jaja/pues/entonces/luego/despues/de/una/vez/tambien/los/las/lo/nos/les/os/le/que/actualmente/tu/usted/ustedes/vosotros/un/directamente/o/sea,
    cuanto/antes/urgente/inmediato/venga/va/tio/tia/wey/che/porfis/plis/amablemente/ruego/agradezco/muchas/x/cara/siempre/definitivamente/d/te/t/vos/parce/guey/pana/bro/hermano/ahorita/solo/nomas/hoy/alguna/acaso/verdad`,
  not: "no/nunca/ni/sin/tampoco",
  deny: `
    no/sin/nunca/ni ~want? me/lo/que/tener? a/que?, no hace falta que?, no ~consent ~so? que?, eres/sos/es/sois/son usted? un/una/alguna, no ~so? ~again a?, no ~so? ~so? ~goon, no es necesario que?, no tienen/tienes/teneis que, no se/sabia, no entiendo, por eso, e/he/habia ya?, me gusta/encanta ~so?, experiencia/acostumbrado/acostumbrada/bueno/buena ~in?,
    yo, mi/mis jefe/jefa, cuando, antes de, estoy/estaba, ella/el suele, espero/ojala/esperando/esperaba/espera que? a?, dijo/dijeron/dijisteis/quedaron/prometieron ~in?, se muy/bien bien?, te/os/les/le puedo, no ~so? tienen/teneis/tienes derecho a, tengo/llevo !derecho, te/os/les/le/ahi ~so? mando/paso/envio/adjunto/dejo/mande/pase/envie, trabajo/trabajaba/trabaje/puesto/funcion era/de/consistia? en?`,
  in: "en/de/a/con",
  and: "y/e/o/luego/despues",
  want: "quiero/kiero/qiero/queria/keria/quisiera/quisieramos/querria/deseo/desearia/necesito/nesecito/gustaria/pretendo/prefiero/preferiria/solicito/ruego/pido/exijo/agradeceria/agradezco/rogaria/pediria/requiero/requerimos/demando/solicitaria/reclamo/exigo/kisiera/quiciera/ocupo/urge/querer",
  data: "datos/dato/info/informacion/informaciones/detalles/dats/datso/informacin/imformacion/infos",
  thing: `
    datos/info/informacion/imformacion/perfil/cuenta/ficha/expediente/historial/chat/conversacion/curriculum/curriculo/cv/candidatura/solicitud/mensajes/respuestas/registro/documentos/documentacion/inscripcion/cosas/archivo/transcripcion/charla/platica/registros/ficheros/formulario/hoja/expedientes,
    rastro/conversaciones/chats/legajo/postulacion/apuntes/entrevista/notas/usuario/audios/fotos/papeles/huella/identidad/curriculums/perfiles`,
  part: "numero/nombre/telefono/correo/email/mail/direccion/edad/curriculum/cv/religion/nacionalidad/estado/cuenta/banco/peso/altura/salud/familia/hijos/foto/pasaporte/dni/nie/cedula/rfc/curp/situacion/sexo/genero/pareja/marido/embarazo/sueldo/celular/cel/movil/whatsapp/wasap/contacto/ubicacion/vida/domicilio/casa/fecha",
  kind: "de? datos/personales/personal/propia/propios/entera/completa/completo/completos/guardados/guardada/guardado/enteros/mias/mios/mia/candidato/candidata/aspirante/bancarios/enteras/almacenados/facilitados/registrados/previos/anteriores/medicos/bancaria/candidatura/vida",
  of: `
    de/sobre/d mi !~kin, acerca d/de? mi !~kin, respecto/referente/relativo a mi !~kin, mio/mia/mios/mias, relativos/relativas/relacionados/relacionadas/referentes/referidos/vinculados/asociados a/con mi, a/de/sobre mi persona, conmigo, a/con/bajo mi nombre, que me concierna/conciernen/concierne`,
  kin: "hermano/hermana/primo/prima/marido/mujer/esposo/esposa/hijo/hija/amigo/amiga/padre/madre/jefe/jefa/parte/lado/ciudad/pais/pueblo/barrio/casa/experiencia/anterior/antiguo/antigua/puesto/entrevista/proceso/solicitud/candidatura/contrato/sueldo/turno/horario/talla/nivel/zona/rama/oficio/sector/categoria",
  have: `
    teneis/tienes/tienen/tiene/tenes/tengan/tengais/tengas/tendran, sabeis/sabes/saben/sabe/sepan/sepais/sepas/sepa/saves/conoces/conocen, hay/habra/existe/existen/aparece/aparecen/sale/consta/constan/figura/figuran/obra/obran/reposa/reposan, poseen/posees/cuentan/disponen/disponeis,
    guardais/guardas/guardan/guarda/guarde/guardado/guardada/guardados/guardadas/guardasteis/guardaste/guardaron/conservan/conservais/conserva/conservas/mantienen/manteneis/llevan/llevais/lleva/llevas/manejan/manejas/manejais/tratais/tratan,
    apuntado/apuntada/apuntados/apuntasteis/apuntaste/apuntaron/apuntais/apuntan/apuntas/anotado/anotada/anotados/anotaste/anotaron/anotasteis/anotan/anotas/escrito/escribiste/escribieron/puesto/pusiste/pusieron/pusisteis/metido/metieron/grabado/grabaron/grabaste/cargado/cargaron,
    registrado/registrada/registradas/registrados/registran/registrais/registraron/registraste/registrasteis/recogido/recogieron/recogiste/recogisteis/recoges/recogen/recogeis/recopilado/recopilan/recopilais/recopilaron/almacenado/almacenada/almacenados/almacenan/almacenais/almacenas/almacenaron/quedo/quedaron/quedado/quedan`,
  had: "has/habeis/han ~so? apuntado/anotado/guardado/registrado/escrito/puesto, apuntaste/apuntasteis/apuntaron/anotaste/anotaron/anotasteis/guardaste/guardaron/guardasteis/registraste/registraron/escribiste/escribieron/pusiste/pusieron/recogieron/recogiste/grabaron/grabaste",
  what: "que/lo/cual/cuales/todo/tdo/to/cuanto/algo/nada/cosas/~data/toda/todos/aquello",
  told: "he/e ido diciendo/contando/escribiendo/poniendo/mandando, he/e ~told2/contestado/respondido/rellenado/subido/aportado/proporcionado/comentado/facilitado, dije/conte/di/escribi/mande/envie, he/e ya? contestado/respondido/rellenado/facilitado/escrito/subido/aportado/proporcionado/comentado, conteste/respondi/rellene/facilite/puse/subi/escribi/comente/explike/entregue/aporte/proporcione/pase, os/le/les/te/t/l he? ~told2",
  told2: "dicho/contado/dado/escrito/mandado/enviado/puesto/pasado/dije/conte/di/escribi/mande/envie/pase/puse",
  stored:
    "~what ... ~have .. ~of, ~what que? os/te/t/le/les/ya? he/e? ~told !antes/en/mal/ayer, lo/todo/toda/nada que? ~of, todo lo? mio, lo mio, ~what ... ~have .. ~in mi/vuestro/vuestra/su/tu/el/la ~place",
  place:
    "sistema/sistemas/base/bases/vase/datos/archivo/archivos/registro/registros/perfil/ficha/poder/ficheros/fichero/memoria/servidor/servidores/computadora/ordenador/computador/sitio/pagina/plataforma/app",
  your: "vuestra/vuestro/vuestros/vuestras/tu/tus/su/sus/la/las/el/los",
  mine: `
    copia de lo que ~so? ~so? ~have,    el/del/un/nuestro historial/expediente/registro/chat completo/entero, que ~so? ~so? ~have guardado/apuntado/anotado/registrado/archivado/almacenado, que es lo que ~so? ~so? ~have,
        mi/mis/nuestra/nuestro ~thing ~kind? ~kind?, ~data personales, los/el/la/las/esta/este/todos/todo/toda ~so? ~thing ~kind? de? ~of, toda/todo/esta esta/nuestra/la/el/mi? conversacion/chat/historial, mi ~part y/e/con mi/mis? ~part/~thing, mi ~part/~thing .. d/de ~your ~place,
    datos/informacion/perfil/cuenta que ... ~of, ~stored, mios, todos mis ~thing, ~data .. ~of, los/todos datos que ~have, cuales/cual/que de mis? ~data, mis ~thing, el/la/los/las/un resumen/registro/registros/listado/lista/transcripcion/informe/archivo .. ~so? ~have/~told, lo que ~so? ~so? ~have guardado/apuntado/anotado/puesto/escrito/registrado,
    mi informacion/curriculo/ficha/postulacion, la/esta/nuestra charla/platica/conversacion, el/este/nuestro/del chat, ningun/ninguno/ninguna/todo/algun dato/rastro/informacion !de2 ~of?, lo que ~so? ~told2/escribi/escribo/conte/conteste/respondi/puse/digo !antes/en/de/sobre/ayer/mal, todos los registros, la info/informacion ~so? ~so? he/te/les/os/le ~told2, todo lo que ~so? hemos hablado, lo que ~so? hemos hablado, lo hablado`,
  remove: `
    remuev*/remover*/vorra*/borra*/borre/borren/borres/borreis/borr/borar/voren/vorren/vorrar/borrr*, elimina*/elimine*/elimino/elimnar/eliminasion, suprim*/supres*/supresion, destru*/destruccion, cancele/cancelen/cancelar/cancelad/cancela/cancelo/cancelacion/cansel*, anule/anulen/anular,
    quiten/quitar/quita/quitad/quitaran/quitarais/quite/quiteis/quites/quitame/kiten/kitar/kita, retiren/retirar/retira, olvidad/olviden/olvide/olvidense/olvidar/olviden, desaparezcan/desaparecer/desaparezca, tira/tiren/tirad/tire/tirar/bote/boten/bota/botar/echen/desechen/desechar/desecha,
    purgue/purguen/purgar, limpien/limpiar/limpia/limpiad/limpie, deshaganse/deshazte/desasganse d/de, baja !de, fuera, fuera con/todo?, dar/den/dad/darle de baja, trituren/tritura/triturad/quemen/deje/dejen !de`,
  removed: "~remove !deje/dejen, ~so? ~so? fuera",
  removeIt: `
    borral*/borradl*/borrarl*/borrenl*/borrel*/borramel*/borrenmel*/vorrenl*, eliminal*/eliminadl*/eliminarl*/eliminenl*/eliminel*, quital*/quitadl*/quitarl*/quitenl*/kitenl*/kitadl*, suprimanl*/suprimidl*/suprimirl*/suprimal*, destruyanl*/destruyel*/destruidl*/destruirl*,
    sacadl*/sacal*/saquenl*, tiradl*/tiral*/tirenl*, cancelenl*/cancelel*, desechenl*/anulenl*/retirenl*, olvidadlo todo?, ~remove todo/todos/ello/eso/esto, la/lo/los/las ~so? ~erases`,
  erases:
    "borra/borras/borrais/borran/borre/borren/borres/borreis/elimina/eliminas/eliminais/eliminan/elimine/eliminen/elimines/elimineis/suprim*/destru*/quitan/quiten/quiteis/quites/quite/cancelen/tiren/tires/tireis",
  eraseme:
    "borrame/borradme/borrenme/borreme/borrarme/vorrenme/eliminame/eliminadme/eliminenme/elimineme/eliminarme, me ~so? ~can? ~so? ~erases, me ~can borrar/eliminar",
  offme:
    "me elimino/borro/quito/saco, ~eraseme, sacame/sacadme/saquenme/saqueme/sakenme/sacarme/quitame/quitadme/quitenme/quiteme/quitarme/kitame/kitadme/kitenme/bajenme/bajarme, me ~so? ~can? ~so? sacar/quitar/saca/sacan/sacas/sacais/saquen/saqueis/quitais",
  forget: `
    olvid* ~so? d/de todo, olvid* ~so? d/de? mis datos/respuestas/cosas/mensajes, olvid* ~so? d/de? mi perfil/informacion/info/ficha/cv/curriculum/cuenta, mi ~part no ~so? ~keep/aparezca/figure/conste/salga, no ~want ~so? que ~so? quede/queden ~so? nada/ningun/ninguna/rastro/mis, no ~want ~so? dejar rastro/huella/nada, no ~so? tienen/teneis/tienes ~so? derecho ~so? a tener/guardar/usar/conservar ... ~mine, no ~goon ~so? ~keeping3 ... ~mine/nada/datos, derecho ~so? a? que ~so? me olviden/olvideis/borren/eliminen,    derecho al? olvido/supresion/cancelacion, derecho d/de ~your? supresion/cancelacion/borrado, derechos? arco, ~want que ~so? me olviden/olvideis/olvides/olvide, se ~so? olviden/olvide/olvideis/olvides/olvidaran ~so? de mi/que, olviden/olvidad/olvida/olvide que existo/exista/existi/he, ser olvidado/olvidada/borrado/borrada/eliminado/eliminada,
    retract*/retir*/rebok*/revok*/anul*/kitar/quitar/quito .. ~consents, ya? no ~so? tienen/teneis/tienes/tiene/cuentan/contais ~so? con? mi ~consents, mi ~consents .. revocad*/retirad*/anulad*/revok*, no ~so? ~consent ~so? que ~so? ~keep, ya no ~consent,
    no .. ~keep ... ~mine/nada/datos, dejen/dejad/dejar/deja de ~keeping ... ~mine, no ~so? conserv*/guard*/almacen*/manten*/tengan/tengais/tengas .. ~so? ningun/nada/ninguna/ningunos, no ~want ~so? que? ~so? ~keep ~mine, no ~want ~so? que? ~mine ~so? ~keep, no ~want ~so? estar/aparecer/figurar/salir/seguir/que ~so? ~so? en ~your ~place,
    ~eraseme !de/del/d/la/lo, ~eraseme ~so? de/del ~so? todo/$, ~offme d/de/del ~so? ~your? ~so? ~place, ~offme de todas/todos/ahi, borr*/elimin* ~so? todo !lo/menos/salvo/excepto, ~remove ~so? ~so? ~so? mi/mis ~kind? ~thing, ~remove la/mi/esta? cuenta, saken/saquen/sacar/sacad/saca/saque ~so? ~so? mi/mis ... ~thing/~part .. d/de,
    no ~so? quede/quedar/quedara/quedase ~so? ~so? ~so? mi/rastro/nada/registro/constancia, sin dejar rastro, como ~so? ~so? ~so? nunca hubiera/hubiese/existido/existi, hagan/haz/haced como que no existo, baja ~so? definitiva/total/completa, baja ~so? en/de/del/d ~your? ~place, baja .. mi/mis ~thing, dar/den/dad/dame .. de baja .. mi/mis ~thing, ~want ~so? ~so? desaparecer de ~so? ~your ~place`,
  keep: "guardeis/guarden/guardes/guarde/tengais/tengan/tengas/conserveis/conserven/conserves/almacenen/almaceneis/queden/quedeis/usen/useis/uses/utilicen/traten/manejen/mantengan/permanezcan/permanezca/figuren/aparezcan/circulen",
  keeping: "guardar/usar/tratar/almacenar/conservar/utilizar/procesar/tener",
  keeping3: "guardando/usando/tratando/almacenando/teniendo/conservando/utilizando/manejando",
  consent: "consiento/autorizo/acepto/permito/apruebo",
  consents: "consentimiento/permiso/autorizacion/consentimientos",
  show: `
    copia/descarga/descargar/descargo/descargarme/bajar/bajarme/exportar/exporta/exporten/exportad/extracto/resumen, ver/saber/consultar/revisar/conocer/leer/mirar/chekear/checar/ber !~whether, obtener/recibir/acceder/acceso/tener/reclamar/recuperar, acceso a, transcripcion/resumen/listado/lista/relacion/informe/reporte/detalle/registro/fichero/archivo de/d/del/con,
    ~giveme, ~give, me ~so? ~so? ~gives, me ~so? ~so? ~can ~so? ~giving, sacar/sacarme/saco/sakar !de/d, haganme/hacerme/hazme/hacedme/hagame llegar, me ~so? ~can? ~so? haga/hagan/hacer/haceis/hacen/haces llegar, ~giveme2 ~so? ver/saber/una, dejame/dejenme/dejeme/dejadme ver/leer/mirar/revisar, imprim*`,
  whether: "si/como/cuando/cuanto/cuanta/cuantos/donde/kien/quien/por/en/la/novedades",
  giveme: `
    enviadme/envieme/enviame/enviarme/envienme/embiame/embienme/mandadme/mandame/mandeme/mandenme/mandarme/dadme/dame/deme/denme/darme, pasame/paseme/pasadme/pasenme/pasarme/pasemelo !con/al, mostradme/muestrame/muestreme/muestrenme/mostrarme/mostrame/mostrenme/muestra, ensename/enseneme/ensenadme/ensenarme/ensenenme,
    dime/digame/decidme/diganme/decirme/decime, facilitame/facilitarme/faciliteme/facilitadme/facilitenme, devuelveme/devuelvame/devuelvanme/devolvedme/devolverme, reenviame/reenvieme/reenviadme/reenvienme/reenviarme, remitanme/remitame/remitirme, proporcionenme/proporcioneme/proporcioname, copiame/copienme/entreguenme/entregueme/compartame/comparteme/compartanme/regaleme/regalame/brindeme/brindenme, mandanos, repiteme/repitame/repitanme/recuerdame/recuerdeme/recordame/leeme/leame`,
  giveme2: "~giveme",
  give: "manden/mandad/envien/enviad/manda/envia/mande/faciliten/remitan/entreguen/proporcionen",
  gives: `
    envien/envie/envieis/envies/envias/envia/enviais/envian, manden/mande/mandeis/mandes/manda/mandas/mandais/mandan, pasa/pasas/pasen/pase/pases/paseis/pasais/pasan, den/de/des/deis/das/dan/dais, diga/digan/digas/digais/dices/dicen, muestre/muestren/muestres/muestras/muestra/muestran/mostras, ensenas/ensenais/ensenan/ensene/ensenen/ensenes,
    reenvias/reenvia/reenvien/reenviais, remitan/remita/remitis/remiten, devolveis/devuelven/devuelves/devuelvan/devuelva, facilitan/facilitais/facilitas/faciliten/facilite/faciliteis, proporcionen/proporcione/proporcionan, haga/hagan, regala/regalas/regalan/comparte/compartes/comparten/compartan/brinda/brindan, imprimis/imprimes, sacas/sacan`,
  giving:
    "recordar/pasar/mandar/enviar/embiar/dar/facilitar/ensenar/mostrar/reenviar/devolver/decir/proporcionar/compartir/remitir/entregar/regalar/imprimir/sacar !de/d",
  shown:
    "en un/una? archivo/fichero/pdf/excel/word, ~so? me ~so? ~so? ~so? lo/los/las? ~so? ~can ~giving, en pdf, ~so? me lo/los/las/la ~gives",
  showIt:
    "copia/copiame/descarga/exportar, mandamel*/mandenmel*/mandadmel*/mandemel*/mandarmel*, pasamel*/pasemel*/pasenmel*/pasadmel*/pasarmel*, enviamel*/enviemel*/envienmel*/enviadmel*/enviarmel*, ensenamel*/muestramel*/muestrenmel*/dejamelo/dejamelos ver",
  held: `
    ~want ~so? mi/mis datos/respuestas/papeles/expediente/historial/ficha/informacion personales? $, que es lo que ~so? ~so? ~had, ~giveme ~so? lo/todo que? que? ~so? ~had, ver/leer/mirar/revisar lo/todo que? que? ~so? ~had,
    ^ ~so? ~so? que/cuales/cual ~data? ... ~have .. ~of, ^ ~so? ~so? que ~of ... ~have, que/cuales ~data ~of? ... ~have !~for, que ya? ~have ~have? .. ~of, y ~so? que/~data ... ~have .. ~of, ~data ~of .. ~have, que ~have ~have ~of, que habeis/han/has ~have .. ~of/~in, cuales/cual/que de mis? ~data/~thing .. ~have,
    ~so? ~so? ~so? ~data .. ~have de/sobre mi, que ~so? ~so? ~so? ~have .. ~of, ~have ~so? ~so? algo/cosas/informacion/info/datos .. ~of, que dice/pone/aparece/sale/hay ~so? ~so? en ~so? mi ficha/perfil/expediente/registro/historial/cuenta`,
  for: "para/que/las/los/el/la/disponible/disponibles",
  topic: "sobre/de/del/acerca/para/con",
  access: `
    derechos? de/d? ~your? acceso/portabilidad, acceso a ~so? ~so? ~so? registros/datos/informacion, copia de todo, solicitud de acceso, portabilidad, habeas data`,
  wipe: "borrar/borra/borrad/borren/eliminar/elimina/eliminen/eliminad/suprimir/delete todo/datos/perfil/cuenta?",
  export: "exportar/export/datos mis? datos?, mis datos",
  named:
    "guarden/guardasen/guardaran/guardarais/guardeis/guardar/guardaseis/tengan/tuvieran/usen/usaran/guardan/guardais/guardas esto/eso/nada/todo/tanto/tantas/tantos, acepte/autorice/consenti que, dio/dieron/saco/sacaron/sacasteis/consiguieron/paso/pasaron ~so? mi/mis ~part, ~have/guard*/quieren/quereis/quieres ~so? mi/mis ~part",
};
