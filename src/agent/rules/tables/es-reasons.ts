/** How people ask what for, by whom and why. */
export const reasons = {
  why: `
    por/x que/ke !calle/puerta/lado/zona/linea/entrada/parte/calles/carretera/planta/noche/tema/medio/via/salida/tanto/area, para/pa que/ke !puesto/puestos/fecha/dia/empresa/zona/turno/hora/vacante/oferta/trabajo/cargo/tipo/edad/sirve/lugar/local/restaurante, pq/xq/porque/xke/pork/pk/porke/porq/pke !si,
    a santo de que, y eso, a cuento/santo/cuenta de? que/ke?, con que motivo/fin/derecho/proposito/objeto/finalidad, cual es la necesidad/relevancia/razon, en base/funcion a/de que, en que os/se? bas*`,
  asking: `
    necesita*/nesecit*/quieres/quereis/quieren/quiere/kieres/kieren/kereis/queres/kerer/keria/querian, pides/pedis/piden/pide/pedir/piden/preguntas/pregunta/preguntan/preguntais/preguntar/preguntarme/preguntaron/pregunto, requiere*/exig*/solicit*/meteis/metes/insist*,
    guarda/guardas/guardan/guardais/guardar/guardado/guardaron/usa/usas/usais/usan/utiliz*/conserva/conservan/conservais/conservar/almacenan/almacena/almacenais/almacenar/tratan/tratais, sirve/interesa/importa/dar/decir/decirte/deciros/decirles/darte/darles/daros/poner/responder/contestar/tener/rellenar,
    necesario/falta/obligatorio/obligan/relevante/saber/sabeis/saben/situacion/necesidad/tanto/tanta, rechaza*/rechaz*/descart*/descalific*/excluy*/exclui*/elimin*/decidi*/decision/rechazo/descarte/suspend*/motivo,
    no .. cogieron/cogido/cogisteis/cogeis/elegid*/eligieron/elegisteis/seleccion*/admitid*/apto/apta/aceptaron/aceptado/contrataron/contratais/llamaron/pasado/pase/quedado/quede/califico/sirvo/valgo, ~thrown ~so? del/de proceso/seleccion/este/esta/la, ~thrown $, han/habeis/has ~thrown, cogieron/cogeis/apto/apta/seleccion*/contrataron/contesta, dijeron/dicen/dices ~so? ke no,
    esa/esta/ese/este/tantos/tantas/estas/esas dato/datos/pregunta/preguntas, tanta pregunta, mi/mis ~part`,
  thrown: "echado/echaron/echasteis/sacado/sacaron/tumbado/tumbaron/bajaron/quitado/quitaron/dejado/dejaron fuera?",
  this: "~so, eso/esto/exactamente/motivo/razon/me/preguntas/es/lo/dime/pregunto/digame/esa/esta/pregunta",
  tell: "~want .. saber/conocer/entender/comprender/averiguar, puedo/podria saber/preguntar*, cual/cuales ~so? ~be, dime/digame/diganme/decidme/digan/digas/dinos, ~can .. decir*/explicar*/aclarar*/indicar*/informar*, expliqu*/expliken*/explic*/aclar*/indiqu*/indik*/indicas*/informame/informeme/informenme/informadme/informarme/comuniqu*/facilit*, me ~so? expliquen/explique/digan/diga/digais/aclaren",
  be: "es/fue/era/son/fueron/seria/ha",
  asks: "pregunten/preguntes/preguntan/pidan/pidas/piden/pregunteis/pidais/exijan",
  reason: "motivo/motivos/razon/razones/causa/causas/porque/porke/criterio/criterios/explicacion",
  decided: `
    rechaz*/descart*/descalific*/exclusi*/exclui*/negativa/deneg*/desestim*/suspend*/suspenso/decision/decidid*/decidier*/elimina*, no .. seleccion*/elegid*/cogid*/contratad*/contrataron/admitid*/aceptad*/aceptaron/cogieron/apto/apta/pasar/pasado/pase/avanz*/continu*/cogerme/cogermela/elegirme/contratarme/seleccionarme/llamarme/quererme/considerad*/tenido/tomad*,
    pregunta/preguntas/preguntar*/preguntan/preguntais/pedir*/piden/pides/pedis/exig*/solicit*/querer/quieren/necesit*, para ~so? ~refusing`,
  refusing: "descartar*/rechazar*/excluir*/pedir*/preguntar*",
  about: `
    ~who, ~robot, ~readers, ~deciders, ~uses, ~handed, ~sources, ~motive, lo/eso/esto/y d/de? ... ~why ?, ~tell ~so? ~why $, es ~so? ~so? legal/licito/normal ~so? preguntar*/pedir*, es ~so? ~so? legal/licito/normal ~so? que .. ~asks, ~tell .. ~reason .... ~decided, ^ ~so? debido/dado a que/ke .... ~decided, que ~reason .... ~decided, que ~reason ~so? tienen/tienes/teneis/hay para, no ~so? me? ~so? dado/dieron/dan/dijeron/han ~so? ~so? ~reason, nadie/nunca ~so? me? ~so? explic*/dic*/dij*/dio/da/dieron/aclar* .. ~why/~reason, ~needless, ~failed,
    como/donde ~so? ~so? habeis/han/has ~so? decidido, como ~so? decid* que, como/porque me ~so? ~so? descart*/rechaz*, como fue ~so? descartad*/rechazad*/mi, como .. ~decide ~so? si/kien/quien/a`,
  who: `
    quien/kien/quienes ~so? eres/sos/sois !el/la/los, quien/kien/quienes es/son usted/ustedes/vosotros/este/esto/$, quien/kien/quienes ~so? me? habla/escribe/contesta/responde/atiende/escriben/contacta/lee/escribio/contacto !el/la/los, ~who2, quien/kien me ~so? ~so? manda/mandan/mando/envia/envian/envio, quien/kien/quienes ~so? me ~so? esta/estan ~so? escribiendo/hablando/contactando/respondiendo/contestando/llamando, quien/kien/quienes ~so? ~so? hay/esta/estan detras/ahi/aqui/al/escribiendo/contestando/respondiendo/leyendo, que eres $, de? que empresa .. escrib*/llama*/hablan/hablas/es esto, que empresa ~so? sois/son/eres/escribe, de parte de quien, de quien ~so? es este numero/telefono/wasap/whatsapp`,
  who2: "con quien/kien ~so? ~so? ~so? hablo/ablo/hablando/escribo/chateo/chateando/trato/comunico/tratando/escribiendome/estoy/converso !ayer, con quien/kien tengo el gusto/placer",
  robot: `
    eres/sos/sois/es/son/seran/sera/seras ~so? ~so? ~machine !con, eres/sos/es/sois/son ~so? ~so? de verdad !que, eres/sos/sois/son ~so? ~so? real/reales/gente/persona/humanos, sois/son/eres/sos ~so? una empresa/agencia/oferta real/reales/legal/seria/de, sois/son/eres/es ~so? una/un estafa/timo/fraude ?, es ~so? ~so? real/humano $, lleva/maneja/gestiona/controla/hace ~so? ~machine ?, ~machine artificial? ~so? eres/sos/es, sois robots/personas, estoy/estamos/sigo/estare ~so? ~so? ~talking ~so? con? ~machine, ^ y/pero/entonces/ahora/oye/hola/pues? estoy/hablo/ablo/hablando/hablamos con ~machine, ~machine o ~machine, ^ ~so? ~machine ?,
    lee/contesta/responde/escribe/atiende/habla ~so? ~so? alguien/~machine, contestando/respondiendo/escribiendo/hablando/leyendo ~so? ~machine, hablas/suenas/escribes/respondes/contestas como ~machine, lo eres/sos/sois/es ?, ~machine ~so? me? ~so? contesta/responde/escribe/contestando/respondiendo/atiende/leyendo/lee, automatico/automatica o, o ~so? es ~so? automatico/automatizado/~machine, tienes sentimientos, existes de verdad`,
  talking: "chateando/hablando/ablando/escribiendo/conversando/tratando/escribiendome/platicando/charlando",
  readers: `
    quien/kien/kienes/quienes ... ve/ven/ver/lee/leen/leer/vera/acceso/accede/acceden/lea/vea/veran/leera/leeran/maneja/manejan/guarda/tiene/tienen/usa/usan/recibe/gestiona/administra/consulta/consultar/trata/llega ... ~mine/esto/eso/informacion/datos, quien/kien/quienes ~so? mas? lo/esto/eso ~so? ~so? ~so? mira/miran/ve/lee/vera/leen/leera/ven,
    esto/eso quien/kien ~so? lo ve/lee, quien/kien es ~so? el/la responsable/encargado/encargada/titular d/de/del .. ~mine, leerlo/verlo/leer/leera ~so? alguien/~machine, esto ~so? ~so? lo ~so? lee/ve/leen/ven alguien/quien/kien/~machine/~someone, a quien/kien ~so? ~so? ~so? llega/llegan ... ~mine/esto/eso, mi jefe/jefa/empresa ... ve/ver/enterar/entera/vera/sabra/entere, alguien ~so? ~so? lee/ve/leera ~so? esto/lo/mis/estos/estas`,
  deciders:
    "quien/kien/quienes ~so? ~so? ~so? ~decide !el/la/los/las, quien/kien/quienes ~so? ~so? toma/tomo/tomara/tomaron ~so? la decision, quien/kien ~so? ~so? ~decide ... ~mine, ~decide ~so? ~so? ~machine !que, ~machine .. ~so? ~decide, lo decide ~machine, la decision ... ~machine, ~so? ~machine ~so? ~so? decidido/descarto/descartado/rechazado",
  decide:
    "decide/deciden/decida/decidio/decidieron/decidido/selecciona/seleccionan/elige/eligen/descarta/descarto/evalua/evaluan/filtra/escoge/toma",
  uses: `
    que uso/destino/tratamiento/utilidad ... ~mine/~given, ~mine ... ve/ver/vera/veran/lee/leer/leera/leen ~so? mi/alguien/quien/otra/otras/otros, que .. hac*/hare*/hagan/pasa/pasara/ocurre/ocurrira/sucede/vais/van/vas ... ~mine/~given, ~why ... ~mine, ~why .. ~use ~so? ~given, que hac*/haceis/hareis ~so? con ~so? lo/todo/esto ~so? !que, que ~so? ~so? ~so? hacer ~so? ~so? con ~mine/~given, donde acab*/van/va/queda*/termin*/paran/para .. ~mine/~given, a? donde ~so? va/van/acaba/acaban/termina/terminan/paran a? ~so? parar? ~so? ~so? ~mine/~given,
    donde ... ~mine .. guarda*/van, donde ~so? ~so? .. guard*/almacen*/conserv* ... ~mine/~given, ~mine .. va/van/acaba/acaban/termina/terminan/queda/quedan ... donde, cuanto/hasta tiempo ~so? ~so? guard*/conserv*/almacen* ~so? ~so? ~so? ~mine/~given, pa/para que/ke lo/la/los/las ~so? ~so? ~so? usar*/usa*/utiliz*/quer*/kier*/neces*/ped*, eso/esto/esa ~so? pa/para/de que/ke $, ~mine pa/para que/ke, de ke/que os/les/te sirve, a vosotros/ustedes/ti/usted/vos ke/que`,
  use: "~so? guard*/us*/utiliz*/neces*/quer*/quier*/tien*",
  given: "esto/eso/informacion/datos/dato, lo que ~so? ~so? ~told/~writing2",
  writing2: "digo/escribo/cuento/contesto/mando/pongo/doy/dando/escribiendo/contando",
  handed: `
    ~mine a quien/kien .. ~pass,     para/pa quien/kien ~so? es/son/va/van .. ~mine/~given,    a quien/kien/kienes/quienes ... ~pass ... ~mine/~given, con quien/quienes ... comparten/compartis/comparte/compartes/compartir ... ~mine/~given, se lo ~so? ~pass ~so? a alguien, mis datos ~so? se ~so? ~pass, ~pass ... ~mine a otras/otros/terceros/alguien/otra, se ~so? comparte/comparten/vende/venden/cede/ceden/pasa/pasan ... ~mine, comparten/compartis/venden/vendeis/compartiran ... ~mine`,
  pass: "pasado/pasaron/pasasteis/dado/dais/dieron/mandado/mandan/cedido/vendido/vendeis/venden/comparten/compartis/comparte/pasais/pasan/pasas/cedeis/ceden/dan/das/diste/pasaste/envian/enviais/van/vais/mandais/entregan",
  sources: `
    de donde/quien/kien .. ~got .. mi/mis/ese/este, como .. ~got/sabes/sabeis/saben/sabe/sabias .. mi/mis, de donde ~so? me ~so? ~got/conoceis/conocen/conoces, quien/kien ~so? ~so? ~so? ~so? dio/dado/paso/pasado ... mi/mis/este/ese ~part, como ~so? sabes/sabeis/saben/sabe que/ke/donde ~so? busco/estoy/vivo/trabajo/tengo/necesito/soy, como/donde ~so? ~so? ~so? llego/llegado ... mi ~part`,
  got: "sacado/sacaron/sacasteis/sacaste/sacais/sacan/sacas/obtenido/obtuvieron/obtuvo/obtuvisteis/conseguido/conseguisteis/consiguieron/conseguiste/consiguio/teneis/tienen/tienes/tenes/salio/sale/encontraron/encontrasteis/dieron",
  motive: `
    ~aim d/de/para la/el/los/las/esa/esta/este/ese/estas/estos/esas/esos/tu/su/tus/sus/tanta/tantas/lo? ~so? pregunta/preguntas/eso/esto/decision/rechazo/preguntar/preguntarme/dato/datos/informacion/descarte/pedir*, ~aim de eso/esto/preguntar*/pedir*/querer, cual es el sentido, cual es la finalidad/utilidad, con que fin/finalidad/motivo/proposito/objeto, por que motivo/razon,
    que sentido tiene, ke criterio/criterios, con/bajo ke base/fundamento, que utilidad, para que ... sirve*/usan/usa/utiliza*/quieren/quieres, que pinta/pintan, que relacion/relevancia/importancia ~so? ~so? tiene*, ~so? cual fue/es/era la/el razon/causa/motivo $/para/por, cual fue/es $, a quien le importa/interesa, cual/cuales fueron/son los/las motivos/razones, que tiene/tienen que ver, que tienen/tiene .. que ver, que mas? os/te/le/les? da/importa/interesa, que les/os/te importa/interesa/incumbe, a que viene/vienen, a que se debe`,
  aim: "motivo/razon/finalidad/objetivo/proposito/sentido/fin/utilidad/objeto",
  needless: `
    es/era/sera ~so? ~so? necesario/imprescindible/obligatorio/relevante/obligado ~so? que ~so? ~so? diga/ponga/conteste/responda/sepan/sepais/sepas/rellene/cuente, es/era/sera ~so? ~so? necesario/imprescindible/obligatorio/relevante/obligado ~so? ~so? ~so? lo d/de/del !experiencia/carnet/titulo/coche, es/era/sera ~so? ~so? necesario/imprescindible/obligatorio/relevante ~so? ~so? ~so? saber/decir*/preguntar*/poner/mi/mis/contestar*/responder*, de? verdad/realmente es/hace necesario/falta ~so? ~so? saber/decir*/preguntar*/eso/esto/mi, no ~so? veo/entiendo/comprendo/encuentro/pillo la/el/que/para ~so? relevancia/necesidad/utilidad/importancia/finalidad/sentido/relacion/que,
    no ~so? entiendo/comprendo .. ~why, ~why ~so? ~so? eso/esa/estos/esos, ~why ~so? ~so? la/lo d/de, eso/esto/esa ~why lo/la, ~why esto $, ~why es esta/esa/eso/esto, esas/estas/tantas preguntas ~why`,
  failed: `
    que tengo/hice/he ~so? hecho? ~so? mal, que fallo, en que ~so? falle/fallado, que tuve/tenia de malo, me descart*/rechaz*/eliminasteis ~so? por $, que ~so? me falto/faltaba ~so? para`,
  machine: `
    robots/bots/maquinas/makinas/ordenadores,    un/una/de/algun/alguna/el/la? robot/bot/robo/maquina/makina/makinita/ia/chatbot/ordenador/computadora/contestador/programa/automatico/automatica/inteligencia/algoritmo/sistema, un/una/de/algun/alguna persona/humano/humana/umano/ser, humano/umano/humana/real, de carne`,
  howcome:
    "como es/puede/puede ~so? eso/posible/ser, como ~so? ser/asi, como se explica/come/entiende, explicadme/explicame/expliquenme/expliqueme, que ha? fallado/fallo/paso/pasado/hice, en que falle",
  refused:
    "rechazado/rechazada/descartado/descartada/eliminado/eliminada, un? no $, dijeron/dicho/dijisteis/dices/pusieron/sale/salio/dieron ~so? ke? un? no, no me? ~so? cogieron/cogido/eligieron/elegido/seleccionaron/seleccionado/admitieron/admitido/aceptaron/aceptado, no he? pasado/pase/paso, rechazo/negativa/suspendido",
};
