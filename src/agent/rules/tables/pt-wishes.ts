import type { Wishes } from "../wishes.ts";
import { contact } from "./pt-contact.ts";
import { reasons } from "./pt-reasons.ts";
import { asking, ordering, telling } from "./pt-verbs.ts";

export const wishes: Wishes["wishes"] = {
  ...contact,
  ...reasons,

  so: "por/favor/favo/pf/pfv/pff/sff/pls/plz/please/obrigado/obrigada/obg/brigado/ok/ta/bom/boa/dia/tarde/noite/ola/oi/ja/agora/mesmo/sim/e/mas/entao/olha/olhe/olhem/tudo/td/isso/isto/com/cm/desculpa/desculpe/imediatamente/rs/kkkk/kkk/kk/k/depois/dps/de/tambem/tb/tbm/me/os/as/o/a/que/se/faz/fazer/faco/vez/la/ai/eh/logo/uma/um/daqui/melhor/afinal/alguma/ate/urgente/urgentemente/brasil/gente/cara/mano/kota/gentileza/gentilmente/favorzinho/agradeco/agradecido/muito/valeu/vlw/flw/tchau/tchauzinho/beijo/bjs/pelo/amor/deus/definitivamente/p/pra/mim/cedo/possivel/rapido/so/simplesmente/completamente/totalmente/igualmente/vos/lhe/lhes/te/eu/ca/pa/pah/epa/ei/novamente/pronto/msm/vosso/vossa/vossos/vossas",
  well: "~so/~you? ~so/~you? ~so/~you?",
  // What was done is not wished, "os meus dados foram apagados", and another wish begins with its own verb.
  all: "tudo/td/tdo/tudinho",
  no: "nao/n/naum/num/nn",
  not: "~no/nunca/nem/sem/nenhum/nenhuma/naum/foi/foram/ficou/ficaram/tinha/tinham, quero/queria/gostaria/gostava/preciso/pretendo/desejo/kero, ~send",
  deny: "vou/irei/vamos, e/es/eh/voce/vc/sou um/uma, ~no/sem/nunca/nem/naum ~want? que? me/os/se?, ~no precisa/precisam/precisas/vale/vai/vao/podem/pode/era/e? de/para?, nao sei ~so?, foi por isso ~so?, por isso, gosto de, adoro, habituad*/acostumad*/experiencia em/a/de/com, sei/sabia/costumo/costumava/sabes/sabe/aprendi de/que/a?, eu ja, minha/meu/nosso/nossa !~send !~remove !direito, nunca/nao/n mais ~so?, que eu ~so?, pede/pedem/pediu, parem/pare/para/parar/deixem/deixa/deixe de ~so?, guarda/guardo/guardava/tiro/tirava/tirar ~so?, fiquem/fique/ficar ~with ~so?, quando ~so? ~so?, ~who ~so? ~so?, ja pude, ja tinha, estava/estive/ando/andava/estou/to/tou/estamos a?, cliente/clientes/filho/filha ~so? queria/queriam/quer/querem, ~no vejo/ha/tenho/existe ~so?, ~who ~so? tem/tera/vai/vao/teve, ~gadget ~so?, prefiro/peco/pedi/preferia ~so? que? ~no ~so?, medo/receio/dificuldade/vergonha de/em, ~no/ja consegui/consigo/conseguia/pude/podia de?, tive/tenho que/de",
  gadget:
    "telemovel/celular/tlm/telele/computador/pc/portatil/notebook/excel/word/programa/facebook/google/instagram/filho/filha/miudo/gato/irmao/irma/primo/prima/amigo/colega/sobrinho/mulher/marido",
  and: "e/ou/depois/dps/entao/tambem/igualmente",
  you: "voce/voces/vc/vcs/tu/eles/empresa/senhores/agencia",
  want: "~iwant, quer, tenho",
  iwant:
    "quero/keru/kru/qro/queria/queriamos/gostaria/gostava/preciso/precisava/pretendo/pretendia/desejo/desejava/prefiro/solicito/peco/kero/venho/exijo/agradecia/rogo/requeiro/reivindico/demando/agradeco/agradeceria/solicitaria/keria/quro/qeria/kria/reclamo/necessito/adorava, faco questao",
  can: "pode/podem/podes/podi/poderia/poderiam/podia/podiam/podias/consegue/conseguem/consegues/conseguiam/conseguia/queira/queiram/favor/possivel/importa/importam/solicito/peco/requeiro/exijo, da/dava/daria para/pra/p/de/d, venho/quero/queria/gostaria/pretendo ~so? pedir/solicitar/requerer/exigir",

  my: "meu/minha/meus/minhas/meo/meos/mues/meuss/mesu/mnha/mnhas/mha",
  the: "desta/dessa/da/do/dos/das/deste/desse/destes/desses/o/a/os/as/este/esta/essa/esse/estes/estas/esses/essas/toda/todo/todos/todas/nossa/nosso",
  kind: "pessoais/pessoal/completo/completa/guardados/guardadas/guardado/guardada/todos/toda/todas/todo/~all/inteira/antigos/antiga/candidato/candidata/medicos/armazenados/registados/registrados/anteriores/todinhos/inteiro/completos/proprios/privados/salvos/salvas/salva/salvo",
  data: "dados/dado/info/infos/informacao/informacoes/detalhes/dadso/daods/dadods/dadoss/informasoes/informcoes/infomacoes/daddos/informacoe/inf/elementos/datos/dadus",
  thing:
    "~data/perfil/conta/cadastro/registo/registro/ficha/processo/historico/chat/conversa/conversas/curriculo/curriculum/cv/doc/documento/candidatura/candidaturas/inscricao/inscricoes/mensagens/resposta/respostas/documentos/documentacao/arquivo/coisas/cenas/transcricao/papo/formulario/registos/registros/arquivos/ficheiro/ficheiros/rasto/rastro/vestigio/vestigios/fichas/cadastros/notas/perfis/dossier/dossie/historia/zap/audios/docs/papelada/papeis",
  part: "numero/num/nome/telefone/telemovel/tlm/celular/email/mail/morada/endereco/idade/contacto/contato/contactos/curriculo/nacionalidade/religiao/estado/conta/banco/peso/altura/saude/familia/filhos/foto/fotos/passaporte/cpf/nif/rg/bi/cc/situacao/sexo/genero/casamento/salario/gravidez/nib/iban/visto/fotografia/fotografias/documento/cartao/audio, e mail",
  photo:
    "foto/fotos/fotografia/fotografias/imagem/imagens/scan/digitalizacao/print/prints/copia/copias/audio/audios/video",
  me: "de/d/sobre/acerca/respeito mim, em relacao a mim, a mim, ~my $/ai/aqui/la/no/na/~and/mas/guardad*/salv*, minha pessoa, a/ao meu respeito, me respeit*, me? digam/diz/diga/dizem me? respeito",
  keep: "escreveram/escreveste/guard*/anot*/registar*/registam/registaste/registou/registrar*/registrou/arquiv*/armazen*/conserv*/recolh*/colet*/mantem/manteem/mantens/manter/detem/detens/deteem/possu*/dispo*/gravar*/gravou/apontar*/apontou/apontaste/reun*/salvou/salvar*",
  kept: "guardad*/anotad*/registad*/registrad*/arquivad*/armazenad*/conservad*/recolhid*/coletad*/mantid*/gravad*/apontad*/salvo/salva/salvos/salvas/escrit*/reunid*",
  have: "~keep, foi/foram/ficou/ficaram ~so? ~kept, ~kept, tem/tens/teem/tenham/tenha/tinham/sabe/sabem/sabes/consta/constam/esta/estao/ta/tao/ha/existe/existem/aparece/aparecem/figura/figuram",
  what: "que/o/~all/quais/qual/nada/algo/coisas/quanto/~data",
  told: "disse/contei/escrevi/falei/mandei/enviei/dei/passei/partilhei/informei/respondi/preenchi/forneci/coloquei/botei/meti/pus/escrevo/conto/digo/respondo/dou/preencho/comentei/indiquei/declarei/submeti/entreguei/digitei/inseri/deixei/falo/mando/cedi/facultei/anexei",
  further: "da/do/sobre/antes/na/no/errado/mal/agora/atras/ha/acima/em, de !volta",
  stored:
    "~what ... ~have ... ~me, ~what ~so? ~me ... ~have, ~what ... ~me ~so? ~have, nada/~all/todas/coisas ~so? ~me, ~all que/o ~so? eu? ja? te/lhe/vos? ~told, o que eu? ja? ~told !~further, o/do/~all/aquilo que e/eh/seja meu, ~what ... ~have .. no/na/da/do/nos/nas ~my/~your ~thing/sistema, ~all quanto ... ~me",
  // "Os dados" alone are those that we have, unless more is said about them.
  loose:
    "de/da/do/das/dos/sobre/que/moveis/moves/bancarios/necessarios/tecnicos/fiscais/em/no/na/errados/certos/corretos/novos, para/pra !~home",
  home: "~so? mim, ~so? ~my? email/mail/zap/whatsapp/telemovel/correio",
  mine: "~my ~kind? ~thing ~kind? ~kind? !~elsewhere, ~data ~kind? ~my !~elsewhere, o/a/os/este/esta/esse/essa/nosso/nossa ~so? conversa/chat/historico/papo ~kind? !~elsewhere, ~data pessoais/guardados, os/dos/aos/todos/esses/desses/estes ~so? dados/dadso/daods ~kind? ~kind? !~loose, ~my ~part ~and ~the? ~my? ~part/~thing, ~my ~part .. ~from ~so? ~your? ~base, ~photo de/do/da/dos/das ~my ~part/~thing, ~photo/~thing que ~so? ~told, ~stored, ~data ~me, ~data .. ~have .. ~me, ~data ~kind? que eu? ~so? ~told, ~data ~kind? que ~you? ~so? ~keep, ~thing que ~me, ~thing ~so? ~so? por mim, ~data ~kind? tratad* ~me, ~thing ~my $, ~data que ~you? ~have ~my, ~kind/nada/algo/~all ~my, quais/que dos/de meus ~data, ~the? resumo/registo/registro/lista/transcricao/listagem/relatorio .. ~told/guardado, nosso/nossa ~so? papo/conversa/chat, ~data/registos/registros ~well relativ*/referent*/relacionad*/associad* ~well mim/pessoa/comigo, o/~all/do que ~well ~told !~further, que ~well ~told !~further, ~my ~part dai, ~my ~part e ~so? ~so? resto, o/~all que ~well ~keep !~further, ~copy do/d que ~you? ~have !~further, nenhum/nenhuma/algum/qualquer dado !~loose, todos os registos/registros !~loose, o/~all que ~well ~was? ~kept, do/~all que ~well ~have/tenho ai/aqui/la, ok ~well ~have ... ~me, ok/oke ~so? eu? ~told",
  was: "foi/foram/ficou/ficaram/esta/estao/ta/tem/tens/teem/tenho",
  from: "do/da/dos/das/no/na/nos/nas/de/em/nesse/nessa/neste/nesta/desse/dessa/deste/desta",
  elsewhere: "do/da/dos/das/no/na/nos/nas/em !~theirs !~so, moveis/movel/escolar*/bancari*/clinic*",
  theirs:
    "vossa/vosso/vossas/vossos/sua/seu/suas/seus/tua/teu/tuas/nossa/empresa/base/bd/sistema/sistemas/chat/whatsapp/registo/registro/registos/registros/arquivo/arquivos/lista/candidatura/zap/app/banco/sitio/site/ficheiro/ficheiros/plataforma/vcs/voces/vc/voce/agencia/servidor/servidores/internet/net/lixo/lixeira/lado/processo/um/pdf/formato/papel/json/csv/escrito, banco de dados",

  wipe: "~remove ~so? ~all/conta/dados/perfil?",
  remove: `~drop, ${asking("anular", "cancelar")}`,
  drop: `${asking("apagar", "eliminar", "deletar", "remover", "limpar", "retirar", "descartar", "zerar", "rasgar", "desfazer", "varrer", "suprimir", "expurgar", "triturar", "queimar", "tirar", "sumir", "riscar")}, eliminen/apaguen/apagen/borrem/borra/exclui/excluis/excluir/exclua/excluam/excluas/excluirem/excluissem/excluisse/exclue/xclui/xclua/esclui/esclua/exlcuir/exluir/ecluir, destruir/destroi/destruam/destrua/destruas/destruirem/destruissem, apgar/apgem/apgue/apga/apaguar/apagae/delte/deltar/dleta/delata/dlt/del/xpaga, some/somem, da/de/deem um? ~so? fim/sumico, facam/faca/fazer/faz/fazem/facas ~so? desaparec*/sumir, esquecam/esqueca, joga/jogue/joguem/jogar/jogarem/deita/deitem/deite/deitar/deitarem/bota/bote/botem/mete/metam/atira/atirem ~so? ~so? fora, fora com, eliminacao/exclusao/remocao/destruicao/anulacao/apagamento/supressao/limpeza`,
  gone: "apagad*/eliminad*/deletad*/removid*/excluid*/destruid*/retirad*/esquecid*/fora/cancelad*/anulad*/zerad*/deitad*/jogad*/limpos/limpas/suprimid*/descartad*",
  removed: "~gone, ~bin, ~remove, desaparec*",
  bin: "para/pra/pro/no/ao o? lixo/lixeira/caixote",
  removeIt: `~remove ~all/isso/isto/ele/ela/eles/elas/aquilo/los/las/lo/la/me, ~remove ~so? ~so? $, ~can ~so? ~so? ~remove, ~remove os/as/o/a/no/na/nos/nas $/ja/~all/todos/todas/do/da/por/pf/sff/pls/~and, as/os/a/o/isto/isso/~all ~well ~remove, ~want os/as/los/isso/isto/~all ~so? ~gone, ~all ~so? ~gone, ~gone ~all, ~want ~so? fora dai/daki, ver/ter/ficar/ficarem/serem/sejam/fossem os/as/los/las/todos? ~gone, os/as ver/ter/quero ~gone, respetiva/respectiva/sua/posterior/seguida/deles/mesmos ~remove, ~remove dos/deles/mesmos $`,
  bare: "conta/perfil/cadastro/ficha/inscricao/candidatura/registo/processo/historico",
  forget: `direito ao? esquecimento/apagamento/exclusao/eliminacao, direito a ser? esquecid*/exclusao/eliminacao, ~want ser esquecid*, retiro/retirar/revogo/revogar/anulo/cancelo/anular .. ~consents, ~my ~consents .. retirad*/revogad*/cancelad*/anulad*, ja? ~no ~so? teem/tem/tens/possuem ~well ~my ~consents, ~remove ~so? ~all !o/que/menos/exceto/de/da/do/no/na/em, ~remove ~all o? que/sobre ~so? ... ~me/~told, ~no ~so? ~want? ~so? ~allow? ~so? ~so? para? ~you? ~so? guard*/conserv*/fiquem/fikem/fique/mantenham/armazen*/tenham/tenha/use/usem/utilizem ~with? ... ~mine/nada/dados/isto/isso/~my, ~no ~so? ~want ~so? ~the? ~my ~kind? ~thing ai/aki/dai, ~no/nunca ~so? mais? ~want ~so? ver? ~the? ~my ~kind? ~thing ~from ~so? ~your? ~base/maos, ~no ~so? ~want ~so? aparecer/constar/estar/ficar ~from ~so? ~your? ~base, ~no ~so? dou/tem/teem ~so? ~so? ~my ~consents, ~no ~so? ~want ~so? ficar/estar/continuar ~kept, ~no ~so? ~want ~so? ~so? ter? conta/perfil/cadastro/ficha, ~remove me $, ~remove me ~well ~from ~so? ~your? ~base, me ~well ~remove ~well ~from ~so? ~your? ~base, me apag*/elimin*/exclu*/delet*/remov* ~so? dai/daki, ~forgetme me, se ~so? ~forgetme ~so? de mim, ~told e ~remove, parem/deixem/para/pare de/com guardar/usar/ter/tratar/utilizar/conservar ... ~mine, ser ~so? esquecid*/apagad*/eliminad*, ser ~so? ~gone ~from ~your? ~base, ~no ~so? conserv*/guard*/armazen*/manten*/fiquem .. nenhum/nenhuma/nada/qualquer, ~drop ~the? ~bare/cv/curriculo !de/do/da/no/na/antig*/bancari*, ~want ~so? ~all/isto/isso ~so? ~gone, ~no ~so? ~want ~so? nada ~my, ~no ~so? ~want que ~so? ~my ~part/~thing ~so? fique/fiquem/esteja/estejam/conste/constem, ~no ~so? ~want ~so? deixar ~well nada/rasto/rastro/dados, ~no ~so? ~want? ~so? reste/fique/sobre ~well nada/rasto/rastro/registo/registro, ~no ~so? ~allow ~so? ~so? uso/utilizacao/tratamento ~from ~so? ~mine, como se ~so? ~so? nunca, ~want ~so? desaparecer/sumir/sair ~well ~from? ~so? ~your? ~base, encerr*/fech* ~the? minha conta, ~mine e ~so? resto, ~my ~part .. e o? resto ~so? ~want ~so? ~gone, ~remove ~the ~kind? ~data ~kind? !~loose, ~send/~put .. ~mine .. ~bin, ~mine ~well ~bin, ~bin ~so? ~so? ~mine, ~the ~photo ... ~part ... ~told ... ~remove`,
  forgetme: "eskecam/eskeca/esquecam/esqueca/esquecer/esquecessem/esqueca/esquece/esquecam/esquecerem",
  allow: "autorizo/permito/aceito/consinto/admito, dou/dei ~so? ~consents",
  consents: "consentimento/autorizacao/permissao",
  your: "vosso/vossa/vossos/vossas/seu/sua/seus/suas/teu/tua/toda/todos",
  base: "base/bases/bd/sistema/sistemas/banco/registos/registros/ficheiros/arquivos/arquivo/ficheiro/plataforma/app/cadastro/site/servidores",
  put: "mete/metam/meter/poe/ponham/ponha/bota/bote/botem/atira/atirem/joga/joguem/jogue/deita/deitem/deite/vai/vao",

  send: `${ordering("mandar", "enviar", "mostrar", "encaminhar", "reencaminhar", "reenviar", "devolver", "fornecer", "facultar", "disponibilizar", "entregar", "remeter", "exportar", "imprimir")}`,
  sending:
    "listar/mandar/enviar/mostrar/encaminhar/reencaminhar/reenviar/devolver/fornecer/facultar/disponibilizar/entregar/remeter/passar/repassar/dar/dizer/dizerem",
  give: `${ordering("passar", "ler", "repassar")}/deem/dao/darem/diz/digam/diga/dizem/dizes/dizerem/dissessem`,
  see: "pedir/solicitar/ver/saber/consultar/consulta/conhecer/receber/recebr/receb/obter/verificar/ler/olhar/rever/conferir/baixar/descarregar/transferir/ter/aceder/acessar/visualizar/recuperar/extrair/exportar/gerar/confirmar/vizualizar/cunsultar/puxar/checar/imprimir",
  copy: "copia/copias/coipa/cpia/ficheiro/download/extrato/resumo/relatorio/transcricao/listagem/backup/exportacao/registo/registro/pdf/print",
  may: "~iwant/posso/podia/poderia/podemos/podiamos/consigo/conseguia/como/onde/possivel/da/dava/daria/maneira/forma/jeito/quero/direito/pretender/chance",
  toSee:
    "~may ~so? eu? de/para/pra/que/a/se/eu/d? me/os/as/lhe/de? ~so? ~see/~sees, deixa/deixe/deixem me/eu ~see, me deixa/deixe/deixem ~see",
  sees: "veja/vejo/receba/obtenha/baixo/acedo/acesso/consulto/descarrego/exporto/tenha",
  // "Posso mandar os meus dados" offers what "podem mandar" asks for.
  show: "~send me? !~away, ~give me, ~send/~give/~sending me, me ~so? ~so? ~send/~give/~sending, me da/de !~theirs !~your, da/de me, ~send/~give mo/mos/ma/mas, passa/passe/passem ~so? !~to, ~toSee, ^ ~so? ~see, de/e/depois os/as ~see, ~copy ~so? de/do/da/dos/das/desse/desta/disto/desses/tudo/~with, acesso a/ao/aos/as, ~iwant ~so? informacao/informacoes ~kind? sobre/acerca, exportacao/portabilidade/consulta/confirmacao de/do/da/dos/das/que, ~can ~well ~send/~give/~sending, envio dos/das/da/do, uma/a/umas lista de/do/da/dos/das, extraia, baixem/baixe/descarreguem, ^ ~so? lista/liste/listem, quais sao, quais ~so? ~the? ~so",
  away: "ao/para/pra/pro chefe/patrao/cliente/clientes/recrutador/responsavel/gerente",
  shown: "~can ~well me? ~so? ~send/~give/~sending, ~want ~so? ver/receber/consultar",
  showIt:
    "copia/exporta*, ~send/~give mo/mos/ma/mas, me ~send/~give/~sending ~so? isso/ela/ele/~all, ~toSee ~so? $, ~toSee quais sao/tem/teem, ~toSee ~all, ~iwant/posso/podia ~so? ve/ver/le/receber/recebe/obte/consulta los/las/os/as, ~can ~so? ~so? ~send/~sending, acesso ~so? a? aos/as/deles/mesmos, ~send me $, ~send ~so? ~so? num/em/por/pra/para/no/o/$",
  held: "que/quais/qual ~well ~the? ~kind? ~data ~kind? ~my ... ~have/usam/utilizam/tratam, que/quais/qual ~well ~my ~kind? ~data ... ~have, que/quais/qual ~well ~the? ~kind? ~data ... ~keep/~kept !~topic, que/quais/qual ~well ~data ~was ~so? ~kept, ~what ... ~have ... ~me, o que ~so? ~so? ~have guardado/anotado/registado .. ~me, ~want saber que/quais ~data ... ~have, que/quais ~data ~me ... ~have, que/quais ~well dados ~well tem/tens/teem, ~have ~so? que ~so? ~me, ^ ~so? ~what ... ~have .. na/no ~my ~thing, ~data ~you? ~have .. ~me, quais/que dos/de meus ~kind? ~data ~kind? ~so? ~have, que/quais/qual ~well ~the? ~part/~thing de? ~part? ~my ... ~have, que/quais/qual ~well ~my ~part/~thing ... ~have ~so? ~so? ai/aqui/~kept, ~confirm ... ~have ... ~mine, ~have ... ~data ~my ~so? ~kept, ~have ~well ~my ~part/~thing ~so? ~kept, o que ~well guardaram/anotaram/registaram/registraram/apontaram/recolheram/anotaste/guardaste $, ok ~well ~have ... ~me, ^ ~so? ~you? tem/tens/teem/guardam/possuem/ha ~so? ~data ~my",
  confirm: "confirmem/confirma/confirme/confirmar/confirmacao/digam/informem/informe/saber/verifiquem/esclarecam",
  topic: "sobre/de/do/da/dos/das/no/na/para/com/acerca",
  access:
    "direito de acesso, acesso aos meus? ~data, acesso a ~so? ~so? registos/registros/dados/informacoes, ~my ~kind? ~thing ~kind? de volta, ~copy ~so? ~from ~so? conversa/chat/historico/ficha/cadastro/processo/candidatura/inscricao/perfil/registo/mensagens !do/da/dos/das, ~copy de/d/~with ~all !o/que, pedido/direito de acesso, direito a/de? portabilidade, ~iwant ~so? ~so? ~the? ~kind? ~my ~kind? ~thing ~kind? em/num/por pdf/papel/escrito/email/um/ficheiro/formato, ~iwant ~so? ~so? ~the? ~kind? ~my ~data ~kind? $/que, ~iwant ~so? ~the? ~my ficha/registo/historico/dados $/~and, ~iwant ~so? levar ~so? ~my ~data, ~iwant ~so? ~so? ~the? historico/transcricao ~from ~so? ~thing, ~iwant ~so? ~the? ~kind? ~the? ~thing que ~so? ~told",
  export: "exportar/export/meus/dados os? meus? dados?, meus dados",
  named:
    "guardam/guardaram/guardem/guardassem/guardar/guardarem/tenham/tivessem/usem/usar isto/isso/nada/~all, aceitei/autorizei/consenti que, ~remove ~so? ~all/~bare, ~copy de/d/~with ~all, ~iwant ~article? copia, quem/que .. ~reads/fazem/usam/querem ~so? isto/isso, ~told/dado/mandado/enviado/posto .. ~my ~part/~thing, ~my nome/cpf/nif/bi/rg/morada/foto/fotos/passaporte, a/da/ha minha ficha/inscricao/candidatura",
  lookalikes: `${telling("ligar", "telefonar", "escrever", "contactar", "contatar", "incomodar", "perturbar", "chatear", "responder", "procurar", "apagar", "eliminar", "deletar", "remover", "limpar", "retirar", "descartar", "tirar", "cancelar", "anular", "mandar", "enviar", "mostrar", "entregar", "passar", "devolver", "parar", "deixar", "acabar")}/contrato/contratos/dedos/danos/filha/folha/lugar/logar/lidar/lida/lide/lido/falta/faltar/faltam/faltem/falhar/falha/pagar/pagam/pagarem/paga/pague/paguem/cheia/cheio/renova/renove/renovem/renovar/fecha/fechar/costa/ponta/lados/contas/clientes/cliente/recebo/pessoal/perceber/parte/partes/passeio/tirei/tirou/apagou/apaguei/apagava/apagaram/apago/apagam/mandou/mandaram/mandava/enviou/enviaram/mudar/muda/mudei/copas/corpo/lista/visto/vista/pasta/pastas/dadas/horas/carro/carta/casa/casado/casada`,
};
