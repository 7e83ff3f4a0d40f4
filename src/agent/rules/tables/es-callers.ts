/** How people ask for a person, and what is said in need. */
export const callers = {
  can: "puedes/podes/podeis/pueden/puede/podrias/podrian/podria/podriais/pudiera/pudieran/pudieras/puedo/podemos/podriamos",
  talk: `
    hablar*/ablar/hablemos/chatear, lo/mejor hablo, queja/reclamacion ~so? ante/con/a, chatear/comunicar*/contactar/llamar/conversar/tratar/contar*/explicar*/dirigirme/discutirlo/comentar*/preguntar/preguntarle/preguntarselo/atienda/atender/platicar/charlar/conversarlo/consultarlo/verme/aclarar*/resolver*/consultar*/quejarme/negociar*,
    que/quiero/necesito/prefiero hable, ~handover, me ~so? ~can? ~handovers, cita/llamada/reunion ~so? telefonica? ~so? con, entrevista telefonica con, concertar/agendar/programar ... con, atencion/ayuda/respuesta/explicacion d/de, ke se ponga, numero/telefono/contacto de, dame/deme/denme/dadme/damen con?, kiero/quiero con`,
  handover: `
    pasame/paseme/pasenme/pasadme/pasar/pasarme/pasen/pase/pasad/ponme/pongame/ponganme/ponedme/ponerme/pon/ponganme/conectame/conecteme/conectenme/conectarme/comunicame/comuniqueme/comunikenme/comuniquenme/comunicarme/comunicadme/enlaceme/enlazame,
    derivame/deriveme/derivenme/derivarme/transfiereme/transfiera*/transferirme/transfieranme/redirigeme/redirijanme/mandame/mandenme`,
  handovers:
    "pasas/pases/pasen/pase/paseis/pasais/pasan/pasar/pones/pongan/pongas/poneis/ponen/poner/transfieres/transfiere/transfieren/transfiera/transferir/derivas/deriva/derivan/derivar/comunicas/comunica/comunican/comunicar/conectas/conecta/conectan/conectar/das/dan",
  person: `
    alguien/algien !mayor, ~humans !~nursed, alguien/alguno/alguna/algun/uno/una d/de ustedes/vosotros/la/el/los/las/tu/su/vuestra/vuestro/oficina/verdad/real/equipo/empresa, alguno/alguna d/de los/las,
    ~det ~other? ~worker, la ~worker, recursos humanos, con rrhh, con gente !mayor, ~det ~so? ~area, quien/kien ~so? ~so? lea/lee/decida/decide/lleve/lleva/mande/manda/contrate/contrata/sea/corresponda/toma/tome/hace/haga,
    la persona que/encargada/responsable/de, personas/persona ~so? responsable/encargada/competente, ser humano, con ustedes/vosotros ~so? por/en telefono/persona, por telefono con`,
  det: "a/al/con/el/del/un/una/algun/alguna/los/las/tu/tus/su/sus/vuestro/vuestra/otro/otra/nuestro/nuestra",
  other: "de/la/el/los/las/su/tu/vuestro/otro/otra/un/una",
  worker: `
    agente/asesor/asesora/reclutador/reclutadora/encargado/encargada/responsable/companero/companera/jefe/jefa/supervisor/supervisora/gerente/operador/operadora/licenciado/licenciada/empleado/empleada/consultor/consultora/coordinador/coordinadora,
    director/directora/trabajador/trabajadora/dueno/duena/patron/patrona/manager/tecnico/chica/chico/chicas/chicos/teleoperador/teleoperadora/superior/ejecutivo/ejecutiva/seleccionador/seleccionadora/senorita/colega/humano/propietario/propietaria/secretaria/compa`,
  area: "area/departamento/depto/dpto/rrhh/personal/recursos/seleccion/administracion/gerencia, la/tu/su/vuestra empresa !anterior",
  humans:
    "un/una/algun/alguna/ningun/ninguna/otra/otro persona/humano/humana/ser, un/una/algun/alguna señor/señora/señorita !mayor, con/a una? persona/personas/humano/umano/umana",
  nursed:
    "mayor*/dependient*/discapacit*/enferm*, de edad, con discapacidad/movilidad/alzheimer, muy, a mi, de confianza, que trabaj*, de mi",
  talks: `
    me ~so? ~phones, ke ~so? me ~so? ~phones, pueda/puedo/puede/podria/podriamos/podamos/pudiera ~so? ~phone2, llamarme/contactarme/atenderme/telefonearme/ayudarme, se pusiera/ponga .. contacto, me ~can .. llamar/yamar/atender/ayudar/contestar/orientar,
    ahi/aqui ?, al telefono/aparato/otro, disponible/disponibles/libre, ke ~so? pueda/pudiera/podria/continuar, con el/la/quien ke? ~so? hablar/conversar`,
  phone2:
    "hablar*/llamar*/yamar*/atenderme/contestarme/ayudarme/explicarme/contactarme/telefonearme/orientarme/atender/conversar/platicar/consultar",
  phones: `
    llame/llamen/llameis/llames/llama/llamara/llamaran/llamase/yame/yamen/yama/atienda/atiendan/contacte/contacten/contacteis/conteste/contesten/responda/respondan/ayude/ayuden/explique/expliquen/escriba/oriente/orienten/asesore/asesoren/escuche/escuchen,
    telefonee/telefoneen/marque/marquen/hable/hablen/timbre/timbren/timbreis/devuelva/devuelvan/resuelva/resuelvan/aclare/aclaren/atendiera/atendieran/contactara/contactaran/explicara/ayudara/ayudaran/marcara/marcaran/escuchara/confirme/confirmen/informe/informen/reciba/reciban`,
  rings:
    "contacte/contacten/contacteis/contactes/llame/llamen/llameis/llames/llamara/llamaran/llamase/yame/yamen/yames/telefonee/telefoneen/marque/marquen/marques/atienda/atiendan/atendiera/atendieran/contactara/contactaran/timbre/timbren/timbres",
  ringme:
    "contactame/contacteme/contactenme/contactadme/llamadme/llamame/llamenme/llameme/yamame/yamenme/yameme/yamadme/telefoneame/telefoneadme/telefoneenme/telefoneeme/markenme/markeme/marcame/marcadme/timbrame/timbradme/timbrenme/timbreme",
  ring: "llamada/yamada/llamadita/yamadita/telefonazo/timbrazo/toque/toquecito/llamadota/videollamada/marcada",
  givering:
    "dame/dadme/denme/deme/hazme/hacedme/haganme/hagame/echame/echadme/echenme/echeme/pegame/pegadme/peguenme/pegueme, me ~so? ~can? ~so? dar/hacer/echar/pegar/devolver/regalar/regalan/regala/regalas/das/dais/dan/da/haces/haceis/hacen/hace/echas/echan/pegas/pegan/pega/den/de/haga/hagan/hagais/peguen/pegue/echen/eche, agendar*/programar*/concertar*/espero/solicito",
  reach: `
    me ~so? ~so? atiende/atienden/llama/contesta/yama/ayuda/ayudan/explica ~so? ~humans/~someone, ke ya? me ~rings, ke ~someone .. me ~phones, ke me ~so? ~phones ~so? ~someone/~humans, me puede/pueden/podeis/puedes/podes/podrian/podria/podriais/podrias ~so? llamar/yamar/telefonear/marcar/timbrar, ~can ~so? llamarme/yamarme/telefonearme/marcarme !puedo,
    ~ringme ~ringwhen, ~want/necesito ~so? una ~ring, ~givering ~so? un/una/otra/la? ~ring, me ~so? markan/marca/marcan/marcas/llamais/llamas/llaman/yaman/yamas/telefonean ~when, ke me ~so? mark*/telefone*/timbr*, ~want ~so? ~so? cita/llamada telefonica,
    hay/habra alguien/algun/alguna ahi/aqui/~humans/humano/persona/al/detras/?, hay/habra/habria/existe/tienen/teneis ~so? ~so? ~worker/humano/persona/alguien/operador disponible/libre/por/ahi/que/con, con quien/kien ~so? ~can/se ~so? hablar/ablar/comunicar*/tratar/contactar, con quien tengo que hablar,
    ~want ~so? ~so? ser atendido/atendida/escuchado/escuchada/contactado/contactada por, soporte/ayuda/asistencia/asistente/agente/servicio/trato humano/humana, hay/habra otra/alguna/algun/otro ~so? persona/humano/agente $, ^ ~so? un/una humano/persona !? $/por/porfa/gracias, comunicarse/contactarse/contactar/comuniquen/comunique/comuniquense/pongase/ponganse ~so? en? contacto? conmigo, atencion humana/personal/personalizada/telefonica, ~want a? ~humans !~trust, persona/humano/alguien/gente real/autentica/autentico, persona/alguien/gente de verdad/carne/~real, no .. hablar/chatear/tratar/seguir con ~machine,
    atiendame/atiendanme/atiendeme/atendedme/atenderme ~so? ~someone/~humans/por/$, donde ~so? puedo/puede/podria/tengo ~so? llamar/hablar, numero/telefono al/donde/para/de que? ~so? puedo/pueda/poder? llamar/hablar, numero ~so? para/donde hablar/llamar/comunicarme, ponerse en contacto conmigo, pusiera/ponga/pongan/pongais en contacto conmigo, ~speak ~so? por/en/al telefono/llamada/voz/persona, por telefono/llamada mejor, mejor ~so? por telefono/llamada, hablar/ablar/llamar persona/humano/umano/jefe/encargado/agente, no hay/habra ~so? nadie/alguien/algun/ninguna/ningun ~so? ~so? persona/humano/humana/ahi/aqui/detras/al, no hay/habra ~so? nadie/alguien/ninguna persona? que .. ~talks, atenderme/ayudarme/contestarme/explicarme/llamarme/orientarme/hablarme/yamarme ~so? ~humans/~someone, con quien/kien .. hablar/ablar/quejarme/comunicarme/dirigirme, ~want ~so? por telefono/llamada, ~want ~so? hablar/hablarlo/conversar $, ^ ~so? con alguien, con alguien $, un ser humano, atienda/atiendan ~so? ~humans, no ~want ... ~machine !y,
    pasadme/pasame/paseme/pasenme/ponedme/ponme/ponganme con, ~someone ~so? ke no sea/fuera ~machine, ke no sea ~so? ~machine, ~humans no ~machine, solo ~so? hablo con ~humans/~person`,
  speak:
    "hablen/hable/llamen/llame/hablais/hablar/hablarlo/hablamos/hablemos/explicar*/contar*/comentar*/tratar*/decir*/platicar*/resolverlo/aclararlo",
  real: "de? carne",
  someone: "alguien/algien/alguno/alguna, el/la/un/una/algun/alguna ~worker/persona, un/una responsable",
  ringwhen:
    "$, por/x/al/a/cuando/ya/hoy/luego/manana/porfa/porfavor/xfa/en/si/para/pa/y/e/que/ke/alguien/alguno/alguna/urgente/pronto/un/una/antes/despues/mas/tu/usted/ustedes/vosotros/los/las/entre/desde/o/directamente/mejor/el/la/este/lo/de/con/personalmente/no/xq/pk/pq/vale/gracias/ahora/ahorita/mismo/plis/please/esta/cualquier/cualquiera/inmediatamente/tan/apenas/sin/esto/cuanto/x/seria/es/as",
  trust: "de/que confianza/me",
  when: "$, cuando/ya/mejor/porfa/hoy/luego/manana/por/al/a/si/directamente/vosotros/ustedes",
  past: "llamaba/llamaban/llamo/ayudaba/explicaba/atendia/contestaba/mandaba/hablaba/escribia/llamaron/ayudo",
  human:
    "con un/una/alguna humano/persona/agente,un/una/con/el/la/agente? humano/persona/agente/asesor/asesora/operador/operadora real/humano?",
  distress: `
    suicid*/autolesion*, matarme/cortarme !a, me ~want .. matar/morir, ~want .. matarme/morir/morirme/desaparecer !de/del, hacerme dano, quitar/quitarme/quito la? vida, quitarme de en/enmedio, no ~want ~so? seguir? vivir/viviendo, no .. ~want .. vivir/viviendo, sin ganas de vivir, ganas de vivir/morir/morirme/desaparecer, no ~so? aguanto/soporto .. vida, no vale ~so? pena ~so? seguir/vivir, me ~so? tiro/tirare/tirar/lanzo/ahorco/cuelgo/ahorcar/colgar por/del/al/desde/de/$, cort* las venas, todas las pastillas, llamen/llamad/llama/llame ~so? a? la/al? policia/ambulancia/guardia/112/911/061,
    no ~so? puedo mas, no aguanto/soporto ~so? mas, no doy mas $, fuerzas ~so? para/de/pa ~so? seguir/vivir/continuar/nada, no .. fuerzas $, no puedo con mi/la/esta vida, no ~want ~so? ~so? despertar*, ganas de no despertar*, la mano encima, no despertar*, no paro/dejo de llorar, llorando todo/todos/siempre, todo se .. derrumba/hunde/cae, se me cae el mundo, no .. veo/encuentro/tiene .. salida/sentido a/$, no .. sentido .. vida, ataque de panico/ansiedad,
    me/nos ~so? ~so? ha/han/esta/estan/sigue/siguen/quiere/quieren/viene/vienen? a? ~attacks, ~harmer ... me ~so? toca/tocan/tocaba/toco/tocado/tocaron/tocando $/y/cuando/por/sin/en, dice/dijo/dicen ~so? ke me va/van a matar/pegar, me/nos tienen/tiene encerrad*/retenid*/secuestrad*, me/nos sigue/siguen ~so? ~so? ~where, tengo/da/mucho/muerto/muerta? miedo .. volver/ir/jefe/jefa/el/marido/pareja, miedo ~so? .. salir/dormir/casa/el/mi/me, temo por mi, estoy/estamos en peligro, peligro .. mi vida, estoy desesperad*,
    duermo/dormimos/dormir/durmiendo ~so? en ~so? el/la/un/mi calle/coche/carro/auto/parque/cajero/estacion/camioneta, me/nos echaron/echado/echo/sacaron d/de ~so? la/mi? casa, nos/me han echado d/de ~so? la/mi? casa, vivo/duermo/estoy/quede/quedamos en la calle !~street, estamos en la calle, malos tratos, violencia/maltrat*, ~so? amenazas de/del/por, me ~so? manda/envia/mandan/envian/mando/llegan amenazas, no kiero/quiero estar ~so? aqui/vivo/viva, mejor muerto/muerta, mejor ~so? si no estuviera, acabar con todo/mi, no tengo donde/adonde .. dormir/ir/vivir, no tengo ganas de nada, harto/harta de vivir/la vida,
    no tengo .. para/que comer, no ~so? comido .. desde/dias, dias/semana/semanas ~so? sin comer, no ~so? como desde, me ~so? quito/quitaron/quitado/tienen/retuvo/retuvieron el pasaporte/pasaportes/documento/documentos, me kiero/quiero ~so? ~so? matar/morir, ayuda ~so? me ~attacks, tienen/tiene/quito/quitaron/retiene/retienen/retuvo ~so? mi pasaporte, no me dejan/deja salir`,
  harmer:
    "jefe/jefa/encargado/encargada/padrastro/padre/marido/esposo/novio/ex/pareja/companero/patron/dueno/supervisor/hermanastro/tio/abuelo/profesor/cliente",
  where: "por la/calle, a casa/todas/todos, hasta, y tengo/amenaza, en la/coche",
  street: "buscando/haciendo/vendiendo/repartiendo/trabajando/todo/y/mucho/de/del/mayor/san",
  attacks: `
    amenaza/amenazan/amenazo/amenazaron/amenazado/amenazando/amenazandome/amenazandonos/amenasa/amenasan/amenaso/amenasaron/amenasando/amenazar, acosa/acosan/acoso/acosaron/acosado/acosando/acosandome, pega/pegan/pego/pegaba/pegaron/pegado/pegando/pegar !la/el/un/bien/a,
    maltrata/maltratan/maltrato/maltratando, toca/tocan/tocaba/tocando/toco/tocado/tocaron ~so? ~so? el/la/las/los/mis culo/pechos/tetas/piernas/cuerpo/pierna, metio/mete/metido mano, manosea/manosean/manoseo/manoseandome, golpea/golpeo/golpearon/golpeando, abusa/abuso/abusan/abusaron/abusado, viola/violo/violaron/violar/violado/violada/forzado/forzada, chantajea/chantajean, agredio/agrede/agredieron,
    insulta/insultan/insultando, humilla/humillan/humillando, obliga/obligan !a? llevar/usar/fichar, persigue/persiguen/persiguiendo/siguiendo/espia/espian, forzo/forzaron, grita/gritan, amenazas, matar/matarme/encerro/encerrado/encerrada, tienen/tiene encerrad*/retenid*/secuestrad*`,
};
