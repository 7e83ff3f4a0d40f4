import type { Wishes } from "../wishes.ts";

export const wishes: Wishes["wishes"] = {
  so: "por/favor/pf/pfv/pff/sff/pls/please/obrigado/obrigada/obg/brigado/ok/ta/bom/boa/dia/tarde/noite/ola/oi/ja/agora/mesmo/sim/e/mas/entao/olha/olhe/tudo/isso/isto/com/desculpa/desculpe/imediatamente/rs/kkkk/kkk/kk/k/depois/de/tambem/me/os/as/o/a/que/se/faz/vez/la/ai/eh/voce/voces/vc/vcs/logo/uma/daqui/melhor/afinal/alguma/ate",
  not: "nao/n/nunca/nem/sem/nenhum/nenhuma/naum",
  deny: "vou/irei/vamos, e/es/eh/voce/vc/sou um/uma, minha/meu/nosso/nossa, nao/n/sem/nunca/nem/naum ~want? que? me/os?, nao precisa/precisam/precisas de?, nao sei ~so?, foi por isso ~so?, por isso, gosto de, adoro, experiencia/habituado/habituada/acostumado/acostumada em/a/de/com, eu ja, quando, antes de, meu/minha/o/a chefe, ja pude, ja tinha, estava a",
  and: "e/ou/depois/entao",
  you: "voce/voces/vc/vcs/tu/eles/empresa",
  want: "quero/qro/queria/gostaria/gostava/preciso/pretendo/desejo/prefiro/solicito/peco/kero/venho/exijo/tenho/agradecia",
  my: "meus/meu/minha/minhas/todos/toda/todas/tudo, todos os meus, todas as minhas",
  the: "desta/dessa/da/do/dos/das/deste/desse/o/a/os/as/este/esta/essa/esse/estes/toda/todo/todos/nossa/nosso",
  kind: "pessoais/pessoal/completo/completa/guardados/guardadas/todos/toda/todas/inteira/antigos",
  data: "dados/dado/info/infos/informacao/informacoes/detalhes",
  thing:
    "dados/dado/info/infos/informacao/informacoes/perfil/conta/cadastro/registo/registro/ficha/processo/historico/chat/conversa/conversas/curriculo/cv/candidatura/inscricao/mensagens/respostas/documentos/arquivo/coisas",
  part: "numero/nome/telefone/telemovel/email/morada/endereco/idade/contacto/contato/curriculo",
  me: "de/sobre/a/respeito mim, meu/meus/minha/minhas, respeito de mim, do/de meu/minha",
  have: "tem/tens/teem/sabe/sabem/sabes/guarda/guardam/guardas/guardaste/guardaram/guardou/guardado/guardados/guardada/guardadas/anotou/anotaram/anotaste/anotado/registaram/registraram/registado/registados/registadas/registrado/registradas/possuem/possui/conservam/consta/constam/esta/estao/armazenam/armazenado/armazenados/recolheram/coletaram/ha/existe/existem/tenham/tenha",
  what: "que/o/tudo/quais/qual/nada/algo/coisas/~data",
  told: "disse/contei/escrevi/falei/mandei/enviei/dei/passei/partilhei/informei/respondi",
  stored:
    "~what ... ~have ... ~me, ~what ~so? ~me ... ~have, tudo/nada/todas ~so? ~me, tudo que/o ~so? eu? ja? te? ~told, o que eu? ja? ~told !da/do/de/sobre/antes/na, o que e meu, (o)/do que e meu, ~what ... ~have .. no/na meu/vosso/seu/teu sistema/perfil/cadastro",
  mine: "~the? meu/minha/meus/minhas ~thing ~kind?, ~the ~so? conversa/chat/historico ~kind?, ~data pessoais/guardados, todos ~so? ~data, os ~data ~kind?, meu/minha ~part e ~the? minha/meu/meus/minhas? ~part/~thing, ~the? meu/minha ~part .. da/do/de vossa/sua/vosso/seu/tua base/sistema/dados, ~stored, ~data ~me, ~data .. ~have .. ~me, a minha conta, nada meu",
  remove:
    "apag*/elimin*/delet*/remov*/remoc*/exclu*/limpe/limpem/limpar/limpa/retire/retirem/retirar/retirassem/destrua/destruam/destruir/destruicao/descart*/tirem/tira/tire/tirar/tirassem/sumir/suma/sumam/some/esquecam/esqueca/delte/desapare*/apaguem/pague/deletem",
  removed: "apag*/elimin*/delet*/remov*/exclu*/destrui*/retirad*/sumir/suma/desapare*/esquecid*/fora",
  removeIt:
    "~remove tudo/isso/eles/os/as/los/las/o/me, podem/pode/podes/depois/favor ~so? ~remove, apague/apaguem/apaga/elimine/eliminem/elimina/apagar/elimine/exclua/excluam/deletem/deleta os/as/o/a/nos/tudo",
  forget:
    "direito ao? esquecimento/apagamento/exclusao/eliminacao, direito a ser esquecid*, direito a exclusao/eliminacao, ~want ser esquecid*, retiro/retirar/revogo/revogar/anulo/cancelo .. consentimento/autorizacao/permissao, ~remove ~so? tudo !o/que2/menos/exceto, ~remove tudo o? que/sobre ~so? ... ~me/disse, nao/n ... guard*/conserv*/fiquem/fique/mantenham/armazen*/tenham com? ... ~mine/nada/dados, apaguem/apague/eliminem/elimine/excluam/exclua/removam/apaga me/mim !da/do/de, esquecam me, ~told e ~remove, parem/deixem de/com guardar/usar ... ~mine, ~remove conta/perfil",
  show: "copia/ficheiro/download/exporta*/exporte/exportem/exportar/baixar/baixo/baixa/extrato/resumo/acesso/acessar/aceder/relatorio, ver/saber/consultar/conhecer/receber/obter/verificar/ler/olhar/rever, envia/envie/enviem/enviar/envies/manda/mande/mandem/mandar/mandas/mostra/mostre/mostrem/mostrar/da/de/deem/dar/passa/passe/passem/passar/diz/diga/digam/fornecam/forneca/encaminhem me?, me envia/envie/enviem/manda/mande/mandem/mostra/mostre/mostrem/da/de/deem/passa/passe/passem/diz/diga/digam, quais sao",
  shown: "num/em/no um? ficheiro/arquivo/pdf/email",
  showIt: "copia/exporta*",
  held: "^ ~so? ~so? que/quais/qual ~data? ... ~have ... ~me, ^ ~so? ~so? ~so? que ~data .. ~have, ^ ~so? ~so? o que ... ~have .. ~me, ~want saber que/quais ~data ... ~have, que/quais ~data ~me ... ~have, ^ ~so? ~so? o que ~so? ~so? ~have guardado/anotado/registado .. ~me, ~data ~you? ~have .. ~me",
  access: "direito de acesso, acesso aos meus? ~data",
  why: "por ke/que, porque !sim/preciso/quero/tenho/eu/gosto/sou/estou/nao, pq/xq/pke/prq, para/pra/p que/ke, com que finalidade/fim/objetivo/proposito/direito, qual o motivo, a que proposito, e isso porque",
  asking:
    "precisa/precisam/precisas/quer/querem/queres/keres/queria/queriam/ped*/pergunt*/guarda/guardam/usa/usam/usas/utiliz*/serv*/interess*/importa/dizer/dar/dar/responder/necessario/preciso/obrigatorio/obrigad*/saber/sabem/recus*/rejeit*/exclui*/selecion*/escolh*/aceit*/aprov*/contrat*/decid*/decis*/pergunta/relevante/reprov*/passei/chamaram, ~the? meu/minha/meus/minhas? idade/morada/nacionalidade/numero/endereco/telefone, essa/esta/esse/este/tantas/tanta pergunta/perguntas/dado/decisao/informacao, me descart*",
  this: "~so, isso/isto/exatamente/motivo/razao/pergunta/perguntas/essa/esta/diz/diga/me/explica/explique/perguntam/e/nao2",
  about:
    "quem es/e/eh/sao/esta/ta tu/voce/vc/voces/vcs/ai/es/desse/a/falando, quem ~so? fala/escreve/responde/atende !~lang, com quem .. ~so? falo/falando/falar/converso/escrevo/estou/to, quem ~so? me escreve/fala/responde, o que es/e tu/voce/vc, es/e/eh/sera/isto/isso/tu/vc/voce/falo/estou/to/responde/aqui/ta es/e/eh/a? falar/falando? com? ~machine !e/para, ~machine ou ~machine, ^ ~machine ?, quem ... ve/ver/le/ler/vera/acesso/acede/acessa/vejam/lera/decide/decidiu/vao/recebe ... ~mine/isto/isso/informacoes/dados, quem decide, que .. fazem/faz/fazer/fazes/farao/acontece/passa/sucede ... ~mine, que/quais vao/vai/vais fazer com .. ~so? minhas/meus/estas, ~why ... ~mine, ~motive, que/o isso/isto/la? tem/teem a/la ver, tem a ver com, em que se? baseia*/baseou/criterio/criterios, com base em ke/que/que?, como ~so? ~you? decid*, que criterio/criterios, donde/como/onde ... conseguiram/arranjaram/obtiveram/tem/tiveram/arranjou .. meu/minha numero/contacto/contato/dados, sou/e obrigad* a dizer/dar/responder, isso/isto/voce/vc e/eh automatic*, que te/vos/lhe/lhes? interessa/importa, porke ... ~mine, onde .. guardam .. ~mine, partilham/vendem/compartilham ... ~mine",
  lang: "espanhol/ingles/frances/portugues/alemao",
  motive:
    "motivo/razao/finalidade/objetivo/proposito/sentido da/de/do/dessa/desta/disso/disto/para pergunta/perguntas/decisao/recusa/perguntar/perguntarem/isso?, qual/qual e o/a motivo/razao/finalidade/sentido, saber o motivo/porque, para/pra que ~so? .. ~so? serve/servem/usad*/isso/isto/precisa/precisam/precisas/quer/querem/essa/usam/usa, porque essa/esta/a/o pergunta/idade/morada/decisao",
  machine:
    "~article? ~article? robo/robot/bot/maquina/ia/chatbot/computador/automatic*/programa/atendedor, ~article? ~article? humano/humana, ~article? pessoa real/verdadeira/ou/mesmo/a2, pessoa de verdade, uma pessoa ?, ~article pessoa",
  article: "um/uma/de/com/mesmo/so/algum/o/a",
  talk: "falar/fale/fala/falo/conversar/comunicar/contactar/contatar/ligar/tratar/explicar/dialogar/atendid*/discutir/telefonar/chat/falasse diretamente/directamente/antes/isso/tudo? com/a/para/pra/por/pro/ao?, passa/passe/passem/transfere/transfira/transfiram/encaminha/encaminhe/me me? a/com/para/pra/pro/por",
  person:
    "~article? ~other? pessoa/humano/humana/agente/atendente/assistente/recrutador/recrutadora/encarregado/responsavel/gerente/chefe/colega/colegas/supervisor/supervisora/operador/operadora/funcionario/ser !de2, (alguem)/alguem/alguma/algum/colega seu/vosso/de/do/da/dos/real/pessoa?, alguem, o/a/os responsavel/gerente/recrutamento, recursos humanos, do/com/o rh, com/de gente",
  other: "vosso/seu/teu/sua/vossa/outra/outro/algum/assistente/real/verdadeira",
  talks:
    "me/pode/podia/poderia/possa/consegue ~so? me? ligar/telefonar/atender/ajudar/contactar/contatar/responder/explicar/falar/chamar, me? ligue/liguem/liga/ligasse/telefone/telefonem/telefonar/telefonasse/contacte/contate/contacta/atenda/atendam/ajude/responda/explique me?, que ~so? me ligue/liguem/telefone/atenda/contacte/explique/ligasse, ai ?, desse/deste lado, real, do outro lado",
  reach:
    "(tem)/tem/ha/esta/existe alguem ai/desse/real/aqui/do/?, podem/pode/podes/poderia/poderiam/podia/podiam ~so? ligar/telefonar me?, (me)/me liga/ligue/liguem/telefona/telefone/telefonem, liga/ligue/liguem/telefona/telefone/telefonem/ligar/telefonar me, que me ligue/liguem/telefone/telefonem/atenda/atendam/contacte/contactem, ~want .. ~so? ~so? ~humans, ~want atendimento humano, quero/queria/preciso uma/um/de chamada/ligacao/telefonema, nao/n .. falar/conversar/escrever com ~machine, chama/chame/chamem ~the? teu/seu/vosso? chefe/gerente/responsavel/patrao, ajuda/apoio de ~person, com/por? gente/alguem/pessoa de verdade/carne, falar/fale com gente, pessoa real/verdadeira/verdade !e, atendente/assistente humano/humana",
  humans:
    "~article? pessoa real/verdadeira/!~p, um humano/atendente/agente, uma humana/atendente, alguem real/de, atendimento humano",
  p: "de/que/para/com/calma/responsavel",
  distress:
    "suicid*/automutil*, matar me, me matar/cortar/machucar/mato, acabar com a/isto/minha/tudo .. vida, tirar a? minha? vida, ~want morrer/sumir/desaparecer/2, vontade de morrer/desaparecer/sumir, nao/n/sem ~so? .. vontade de viver/~so?, nao/n ~so? ~want ~so? ~so? viver/vivo/viva/existir, nao/n/ja ~so? aguento/suporto ~so? mais/nada/isto/$, nao/n ~so? paro/consigo ~so? de/parar de? chorar/respirar/dormir, chorando/chorar/choro todo/todos/sem/o dia/tempo/parar?, tudo ~so? .. desaba/desabando/desmoronar/desmorona/ruir/cair, desabando/desmoronando, nao vejo saida/sentido, no fundo do poco, ataque/crise de panico/ansiedade, ~attacks, medo de/d ~so? .. voltar/ir/chefe/patrao/marido/ele/meu/minha, estou/to desesperad*, sou/fui/estou/sendo/ser ~so? vitima/ameacad*/assediad*/agredid*/violad*/abusad*/perseguid*/estuprad*/espancad*, vivo na rua",
  attacks:
    "me/nos ~so? ameac*/assedi*/bate/bateu/batem/agrid*/agred*/maltrat*/toca/tocou/apalp*/abus*/viol*/estupr*/chantag*/humilh*/insult*/persegu*/obrig*, ameac*/assedi*/agredi*/bateu/tocou/apalpou/humilh*/maltrat* me/nos",
  cease:
    "parem/pare/para/deixem/deixa/deixe de, parem/para/pare/parar/paras/deixem/deixa/deixe/deixar/deixassem/chega/basta/stop/cessem/farto/farta/cansado/cansada/pararem/parassem/acabem",
  contact:
    "de/com ~so? me/m? envi*/mand*/escrev*/receb*/incomod*/chat*/contact*/contat*/ench*/spam*/import*/cham*/ligar/perturb* me?, de/com/da/das/dessas/destas/d? ~so? as/os/essas/estas/tantas/vossas/suas? tantas? ~messages",
  messages:
    "mensagens/mensagem/msgs/msg/mensage/whatsapps/zaps/zap/sms/publicidade/propaganda/notificacoes/contactos/contatos/emails/spam/contacto/contato",
  writes: "escrev*/mand*/envi*/contact*/contat*/incomod*/cham*/perturb*/import*/chatei*",
  silence:
    "nao/n/nem me/nos/nunca? mais? escrevam/escreva/escreve/escrevas/mandem/mande/manda/mandes/enviem/envie/envia/envies/contactem/contacte/contate/contatem/incomodem/incomode/incomodes/chamem/perturbem/chateiem/chateies !antes/depois/ate/entre, nao/n me/nos lig* mais/nunca, nao/n escrev*/mand*/envi*/contact*/contat* mais, que/nao2 nao/n me ~writes mais, nunca mais me? ~writes/liguem/ligue, nao/n ... ~writes ... mais/nada .. ~messages/nada?, nao/n volt* a escrever/contactar/contatar/mandar/enviar/ligar/incomodar me?, nao/n .. ~want .. receber/ser/ver/que ... mais/essas/estas/vossas/suas/~messages, nao/n .. ~want mais? ~so? essas/vossas/suas/estas/nenhuma? ~messages, nao/n .. ~want mais .. receber/ser/ouvir/contactad*/~messages, nao/n ... ser mais? contactad*/contatad*/incomodad*/perturbad*, deix*/larg* me? em paz/sossegad*, me deix*/larg* em? paz/sossegad*, deix*/larg* me? ~so? paz, nunca/sem/chega/nem/nao mais/de uma? ~messages, ~remove/bloqu* ~the? meu/este numero/contacto/contato/telefone/telemovel !antigo/e, bloqueiem/bloqueie/esquecam/esqueca ~the? meu/este numero/contacto/telefone, tira/tire/tirem/remov*/retir*/exclu*/apag*/elimin*/sair/saia me/mim? .. da/dessa/desta/do/desse/deste/de/das vossa/sua/tua? lista/listas/grupo/base, me tira/tire/tirem/remove/remova/removam/exclua .. da/dessa/desta/do/desse/deste lista/grupo, ~want sair da/dessa/desta/do lista/grupo, cancelar ~the? minha? inscricao/subscricao, cancel*/desativ* ~the? minha? inscricao/subscricao/~messages, descadastr*/desinscrev*/desinscri*, ve se me esquece, ~remove .. da lista, stop ~messages, parar/deixar de receber",
  halt: "stop/stopp/parar/pare/parem/para/chega/basta/cancelar/sair/descadastrar",
  human: "~article? ~article? atendente/humano/humana/pessoa/assistente/agente/recrutador humano/humana/real?",
  wipe: "apag*/elimin*/exclu*/delet*/remov* tudo/conta/dados/perfil?",
  export: "exportar/export/meus/dados os? meus? dados?, meus dados",
};
