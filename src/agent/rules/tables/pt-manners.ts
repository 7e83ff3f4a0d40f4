import { words } from "../text.ts";
import type { Manners } from "./table.ts";

const you = "(?:voce|voces|vc|vcs)";

export const manners: Manners = {
  // Without "no", "da", "so" and "com": other languages have them, and addresses. "To", "for" and "vale" are shared.
  marks: words(
    "oi+e*|ola|boa|boas|bom|nome|cidade|apelido|sobrenome|mano|ya|bue|sff|pf|pfv|sim|sou|estou|tou|to|for|vale|liga|ligue|liguem|janeiro|fevereiro|junho|julho|setembro|outubro|novembro|dezembro|proximo|proxima|procuro|procurando|busco|buscando|trabalho|trabalhar|trabalhei|trabalhando|trabalhava|quero|queria|gostaria|gostava|obrigado|obrigada|obg|moro|vivo|morando|desde|para|pra|pro|mas|mais|tenho|tem|chamo|que|um|uma|uns|umas|como|em|na|nas|do|dos|das|ao|aos|muito|muita|meu|minha|meus|minhas|por|pelo|pela|mudei|mudar|mudado|acabo|porque|pq|quando|quanto|quantos|onde|qual|quais|ha|posso|pode|podem|podia|poderia|ano|anos|mes|meses|experiencia|falo|manha|amanha|hoje|hj|noite|segunda|terca|quarta|quinta|sexta|sabado|domingo|comecar|ja|claro|tambem|tbm|tb|nenhuma|nenhum|nada|estar|esta|preciso|desculpe|desculpa|oferta|vaga|emprego|anuncio|ingles|espanhol|portugues|favor|disponivel|semana|nao|eu|voce|voces|vc|vcs|ele|ela|seu|sua|isso|isto|agora|ainda|sem|nem|depois|tempo|empregado|empregada|garcom|garconete",
  ),
  capitalNouns: false,
  pointed: words("(?:aprox|sra?|dra?|exm[oa]|av|tel)\\.(?= )"),
  // Not the "é" of "a minha língua materna é o ucraniano", which is the same in plain letters.
  and: words("(?<!(?:lingua|idioma) (?:matern[oa]|nativ[oa]|mae) )e"),
  or: words("ou"),
  of: words("d[aeo]s?"),
  intents: [
    [
      "status",
      words(
        "(?:como (?:vai|esta|anda|ta|ficou)|o que (?:se passa|aconteceu) com|em que (?:estado|ponto|fase|pe) esta|estado d[ae]|novidades (?:d[aeo]|sobre)|noticias (?:d[aeo]|sobre)|sabem (?:algo|alguma coisa) (?:d[aeo]|sobre)|alguma (?:novidade|noticia|resposta)(?: (?:d[aeo]|sobre))?) ?(?:(?:a |o )?minha |(?:o )?meu |a |o )?(?:candidatura|inscricao|processo(?: seletivo)?|entrevista|selecao|vaga)",
        "(?:ja )?(?:viram|leram|receberam|analisaram|viu|recebeu|olharam|avaliaram) (?:a minha |minha |o meu |meu )(?:candidatura|inscricao|cv|curriculo|curriculum)|quando (?:e que )?(?:me (?:respondem|dizem|ligam|dao|vao)|(?:vao|vou) (?:responder|saber|ligar)|terei|tenho (?:uma )?resposta)|(?:fui|eu fui) (?:aceit[oa]|selecionad[oa]|escolhid[oa]|aprovad[oa]|recusad[oa]|contratad[oa])(?= ?$)|alguma (?:novidade|resposta)|ja (?:ha|tem) (?:novidades|resposta)|(?:fui|eu fui) (?:aceit|selecionad|escolhid|aprovad|recusad|contratad)[oa](?= ?\\?)|(?:ainda )?(?:nao|n) (?:tive|recebi|obtive|tenho) (?:nenhuma |qualquer )?(?:resposta|novidades|retorno|feedback)|(?<=,? )novidades(?= ?\\?)|ja decidiram|(?<=^)passei(?: ou nao)?(?= ?\\?)",
      ),
    ],
    [
      "reschedule",
      words(
        "(?:mudar|trocar|alterar|adiar|remarcar|reagendar|antecipar|desmarcar|cancelar|passar) (?:d[aeo] )?(?:a |o |minha |a minha |pra |para )?(?:entrevista|marcacao|hora|horario da entrevista|chamada|reuniao|dia)|remarcar|reagendar",
        "(?:nao|n) (?:posso|poderei|vou poder|vou conseguir|consigo|da para|da pra|dara para) (?:ir|comparecer|estar|vir|chegar|aparecer)|(?:adiar|remarcar|reagendar|mudar|passar) (?:para|pra) (?:a |o )?(?:segunda|terca|quarta|quinta|sexta|sabado|outro|outra|amanha|mais|semana|dia)|(?:pode|podia|poderia) ser (?:noutro|em outro|outro) (?:dia|horario)|(?:outro dia|outra hora|outro horario) (?:para |pra )?(?:a entrevista|a marcacao)?|(?:chego|vou chegar|estou) (?:atrasad[oa]|tarde)(?: (?:a|para a|pra) entrevista)?",
      ),
    ],
    [
      "complaint",
      words(
        "(?:uma |minha )?(?:queixa|reclamacao)|queixar(?:-me)?|reclamar|denuncia(?:r)?|livro de reclamacoes|procon|desilud\\p{L}{1,4}|(?:nao|n) respeitam|vergonha|vergonhos[oa]|absurdo|palhacada|falta de (?:respeito|consideracao|educacao)|burla|golpe|fraude|enganacao|(?:e|sao|que) (?:um |uma )?(?:desastre|piada|porcaria|lixo)|pessim[oa]|horrivel|inaceitavel|inadmissivel|indigna(?:d[oa]|nte)|(?:que|estou|tou|muito|ja|to) (?:mau servico|fart[oa]|chatead[oa]|irritad[oa]|cansad[oa] de esperar|zangad[oa])|ninguem (?:me )?(?:responde|respondeu|atende|atendeu|liga|ligou|diz|disse|da resposta|deu resposta|fala)|(?:nao|n) (?:serve|serves|funciona|funcionas|entende|entendes|percebe|percebes) (?:para |pra )?nada|ja (?:te |lhe |vos )?(?:disse|respondi|falei)(?: isso)?(?: (?:duas|tres|varias|mil) vezes| antes|(?= ?$))|perda de tempo|isto nao se faz|nossa que",
      ),
    ],
    [
      "offtopic",
      words(
        "(?:vai|vao) chover|acha[sm]? d[oae] (?:governo|presidente|bolsonaro|lula|trump)|receita|piadas?|anedotas?|poema|cancao|musica|futebol|(?:jogo|partida) d[aeo]|quem (?:ganhou|venceu)|(?:o |previsao do )tempo (?:amanha|hoje|para amanha|vai estar)|que tempo (?:faz|vai fazer)|horoscopo|lotaria|loteria|euromilhoes|bitcoin|criptomoedas?|deberes|trabalho de casa|licao de casa|dever de casa|capital d[aeo]|presidente|filme|serie d[aeo]|novela|traduz(?:ir|a|e)?|namorad[oa] comigo|quer(?:es)? namorar|casa comigo|amo[- ]te|te amo|sabe(?:s)? (?:cantar|cozinhar|dancar)|quanto (?:e|da) \\d+|que horas sao|conta(?:-me|r)? (?:me )?uma (?:historia|piada|anedota)|politica|xadrez",
      ),
    ],
    [
      "apply",
      words(
        "(?:procuro|procurando|a procura de|ando a procura de|busco|buscando|preciso(?: de)?|quero|queria|gostaria de|gostava de|encontrar|arranjar|arrumar|interessad[oa] (?:em|n[ao]|pel[ao])|interesse (?:em|n[ao]|pel[ao])) (?:um |uma |o |a |algum |alguma |ter um |arranjar |encontrar )?(?:trabalho|emprego|vaga|lugar|trampo|oferta|trabalhar|oportunidade|funcao)",
        `(?:procuro|busco) (?:de )?\\p{L}{3,20}|(?:tenho|tinha) interesse|interessa[- ]me|me interessa(?:ria)?|estou interessad[oa]|(?:por|sobre|d[aeo]|vi|visto|n[ao]|ao?|a) (?:vossa |vosso |o |a |um |uma |esse |essa |este |esta )?(?:anuncio|vaga|oferta)|(?:quero|queria|gostaria de|gostava de|desejo|venho|pretendo|como posso|sim quero) (?:me )?(?:candidatar|inscrever|concorrer|aplicar|participar|trabalhar|enviar (?:o )?(?:meu )?(?:cv|curriculo))(?:-me)?|(?:candidatar|inscrever)[- ]me|me (?:candidatar|inscrever)|candidato-me|(?:queria|quero|gostaria de) inscrever|(?:ha|tem|tem ai|teem|voces tem|vcs tem|ainda ha|ainda tem) (?:algum |alguma )?(?:trabalho|emprego|vagas?|ofertas?)|(?:enviar|mandar|fazer) (?:a )?(?:minha |uma )?candidatura|trabalhar (?:com voces|convosco|com vcs)`,
        "(?:estao|esta|andam) (?:a contratar|contratando|a recrutar|recrutando|a precisar)|(?:voces|vcs|ainda) (?:contratam|recrutam)|precisam de (?:gente|pessoas|pessoal|alguem|\\p{L}{5,20}(?:eir|dor)[oa]s?)|vi (?:o|a) (?:vosso|vossa|seu|sua) (?:anuncio|oferta|vaga)",
        "^(?:sim,? )?quero(?: sim)?(?= ?(?:$|[.,!]))",
      ),
    ],
  ],
  speakTo: [
    "(?:em|para|pra) {language},? (?:por favor|pfv?|se (?:puder ser|possivel|der)|melhor)",
    `(?:podemos|pode|podes|podem|poderia|podia|poderiamos|podiamos|da para|da pra|prefiro|quero|queria|gostaria de|melhor|vamos|continuamos|continua|continue|muda|mude|mudar|fala|fale|escreve|escreva|responde|responda)(?: ${you})?(?:-me)? ?(?:me )?(?:falar|escrever|continuar|seguir|responder|mudar|conversar|que falemos)?(?: comigo)? ?(?:em|para|pra) {language}`,
    "(?:prefiro|melhor)(?: o)? {language}",
    "(?:podemos|da para|da pra|podiamos) falar {language}",
    "(?:pode|podia|poderia) ser em {language}",
    `(?:${you} )?(?:falas|fala|falam) {language}(?= ?(?:\\?|$))`,
  ],

  greeting: words(
    "oi+e*|ola+(?: a todos)?|bom dia|boa tarde|boa noite|boas(?: tardes| noites)?|(?:esta |ta )?tudo (?:bem|bom|joia)(?: (?:com|por) (?:voces?|vcs?|contigo|ai))?|td (?:bem|bom)|como (?:esta|estas|estao|vai|vao)(?: voce| vc)?|e ai|opa|alo|hey|viva|(?:muito )?prazer(?: em conhec\\p{L}{2,6})?|saudacoes|bem haja",
  ),
  thanks: words(
    "(?:muito |mt |mto |mui )?(?:obrigad(?:o|a|inho|inha)|obg|obgd|brigad(?:o|a))(?: eu| pel[ao] (?:atencao|ajuda|resposta|informacao|contacto|contato|mensagem)| por (?:tudo|responder|avisar))?|agradeco|agradecid[oa]|grat[oa]|valeu|vlw|perfeito|otimo|optimo|boa|fixe|legal|show(?: de bola)?|maravilha|beleza|blz|ok|okay|certo|combinado|(?:esta|ta) (?:bom|bem)|tudo (?:bem|bom)|entendi|percebi|entendido|de acordo|ate (?:logo|ja|breve|mais|depois)|adeus|tchau|xau|abracos?|beijos?|beijinhos|bjs?|(?:com os melhores )?cumprimentos|bom fim de semana|bom descanso|igualmente|de nada|por nada|k{3,20}|(?:ha|he|hi|rs|ah){2,10}|rs+",
  ),
  filler: words(
    "bem|bom|entao|olh[ae]|pois|eh|hm+|ah|ai|uai|opa|tipo|acho que|creio que|penso que|diria que?|por favor|pfv?|claro|sim|ok|certo|desculp[ae]|na verdade|e que|de momento|neste momento|no momento|at?c?tualmente|agora|por agora|por enquanto|mais ou menos|cerca de|(?:ele |ela )?chama[- ]se|ta|(?:e|eh)(?: [oa])?",
  ),
  yes: words(
    "si+m+|s|ss|claro(?: que sim)?|com certeza|certeza|certo|certissimo|corret[oa]|correct[oa]|exat[oa](?:mente)?|exacto|isso(?: mesmo| ai)?|e isso(?: mesmo| ai)?|(?:esta|ta) (?:tudo )?(?:certo|certinho|correto|ok|perfeito|otimo|bem|bom)|tudo (?:certo|certinho|correto|ok|perfeito)|perfeito|ok|okay|positivo|afirmativo|confirmo|confirmado|pode ser|sem problemas?|de acordo|concordo|(?:tenho|sou|posso|consigo|quero|aceito|faco)(?: sim)?(?= ?(?:$|[,.!]| e | mas | mano| chefe| senhora?| claro| com certeza))|tenho (?:tudo|ambos|os dois|as duas)|ya|yah|bora|na boa|aham|uhum|ahan|yep|beleza|blz|e verdade|👍.?|✅|👌.?",
  ),
  no: words(
    "nao+(?! me (?:mand|envi|escrev|lig|cont|cham|incomod|chate|pergunt))|n|nn|nop|nope|negativo|de (?:maneira|modo|forma) (?:nenhuma|alguma|nenhum|algum)|nem pensar|ainda (?:nao|n)|tambem (?:nao|n)|por acaso (?:nao|n)|nada disso|incorret[oa]|errad[oa]|(?:esta|ta) (?:errad[oa]|mal)|(?:ha|tem) (?:um )?erros?|👎.?|❌",
  ),
  yesAnyway: words(
    "(?:sem|(?:nao|n) (?:ha|tem|e)|nenhum|zero) (?:problemas?|po?r?o?bl?r?emas?|stress|grilo|maka)|(?:acho|creio|penso|suponho|espero) que sim|como nao|por ?que nao|(?:nao|n), (?:esta|ta) (?:tudo )?(?:bem|certo|correto|ok)|(?:nao|n) (?:falta|muda|mudava|mudaria|altero|alterava|mudo|ha|tem) nada|com certeza(?: que sim)?",
  ),
  noAnyway: words(
    "(?:claro|com certeza|certeza) que (?:nao|n)|(?:acho|creio|penso|parece[- ]me|me parece) que (?:nao|n)|(?:infelizmente|por acaso|por enquanto|de momento|pois|olha|olhe) (?:ainda )?(?:nao|n)(?! (?:ha|tem) problema)|nem (?:tudo|por isso)|(?:esta|ta) tudo (?:mal|errado)",
  ),
  question: words(
    `quanto (?:e|eh|ganh\\p{L}{1,4}|pag\\p{L}{1,4}|se|custa|tempo|seria|fica|vou)|qto|quantos|quantas|onde (?:e|eh|fica|ficam|seria|esta|vai|sera)|qual|quais|quem (?:e|eh|es|sao|fala)|quando (?:e|eh|comeca|comecaria|seria|me|se|pag\\p{L}{1,3}|ha|sai|vao|vou|posso saber)|como (?:e|eh|funciona|se|posso|faco|faz|seria|fica|sei|vou)|(?:que|q) (?:salario|ordenado|horarios?|horas|turnos?|dias?|tipo|tenho (?:que|de)|preciso|pagam|condicoes|requisitos|documentos|contrato|vagas?|empresa)|\\p{L}{2,20} (?:e|eh|significa|quer dizer) (?:o que|oq|oque|o q)(?= ?(?:$|\\?))|o que (?:e|eh|preciso|tenho|faz|fazem|se|significa|acontece|inclui|mais|posso)|por ?que (?:e que|nao|me pede|voces?|vcs?)|para que|pra que|ha (?:vagas?|alojamento|alguma?|turnos?|trabalho|transporte|possibilidade|algo)|tem (?:vagas?|alojamento|alguma?|trabalho|turnos?|transporte|refeicao|vale|contrato|que ter)|precisa (?:de |ter )|e (?:preciso|necessario|obrigatorio|possivel)|sera que|da (?:para|pra)|posso (?:saber|perguntar|enviar|mandar|ligar|passar|fazer uma)|(?:pode|podem|podes|poderia|poderiam|podia|podiam|consegue|conseguem)(?: ${you})? (?:me )?(?:dizer|explicar|informar|confirmar|tirar)(?:-me)?|(?:me )?(?:explica|explique|diz|diga|informa|informe) (?:me )?(?:por ?que|pq|como|quanto|qual|onde|quando|se)|${you} (?:tem|oferecem|oferece|pagam|paga|dao|aceitam|aceita|precisam|sao)|oferecem|pagam|aceitam|(?:queria|gostaria de|gostava de|quero|preciso de?) (?:saber|perguntar|tirar|(?:mais )?informacoes|(?:mais )?info|(?:mais )?detalhes)|tenho (?:uma|umas|algumas) (?:perguntas?|duvidas?)|tenho duvidas|(?:diga|diz)[- ]me,? (?:quem|qual|quanto|onde|quando|como)`,
  ),
  topics: [
    [
      "pay",
      words(
        "pagam?",
        "pagamento",
        "salario",
        "ordenado",
        "vencimento",
        "remuneracao",
        "ganh(?:a|ar|am|aria)",
        "dinheiro",
        "por hora",
        "a hora",
        "por mes",
        "ao mes",
        "euros",
        "reais",
      ),
    ],
    ["shifts", words("turnos?", "noites?", "fi(?:m|ns) de semana", "manhas", "tardes", "folgas?", "escala")],
    ["hours", words("horarios?", "horas", "carga horaria", "tempo (?:inteiro|integral|parcial)", "jornada")],
    ["start", words("comeca", "comecar", "comecaria", "comeco", "inicio", "quando e")],
    ["place", words("onde", "morada", "endereco", "localizacao", "local", "zona", "cidade", "bairro", "sitio")],
  ],
  refusal: words(
    "prefiro (?:nao|n)|(?:nao|n) (?:quero|vou|penso|posso|me apetece|gostaria de|gostava de|desejo) (?:dizer|dar|responder|contar|partilhar|compartilhar|informar|revelar)\\p{L}{0,6}|(?:nao|n) (?:o )?sei|sei la|(?:nao|n) faco (?:a menor )?ideia|nem ideia|(?:nao|n) tenho (?:a )?certeza|(?:isso )?e (?:privado|pessoal|particular)|(?:eu )?passo(?= ?$)|(?:depois|logo|mais tarde) (?:te |lhe |vos )?(?:digo|falo|vejo|respondo|mando|envio)|mais tarde|depende|(?:nao|n) (?:te|lhe|vos) (?:interessa|diz respeito)|(?:nao|n) e da (?:sua|tua) conta|(?:nao|n) interessa|tanto (?:me )?faz|(?:nao|n) (?:me )?(?:lembro|recordo)|qualquer (?:coisa|trabalho|emprego|vaga|um|uma|area)|o que (?:houver|tiver|for|aparecer)|de tudo(?: um pouco)?|aceito (?:tudo|qualquer)|um (?:momento|minuto|instante)|so um (?:momento|minuto|instante)|esper[ae]",
  ),
  negation: words(
    "nao+|n|nunca|jamais|sem|nem|nada de|tampouco|exc?eto|excepto|tirando|(?<!ou |pelo )menos(?= [ao]s? )",
  ),
  negationBehind: words(
    "(?:nao|n)(?: (?:tenho|falo|posso|quero|faco|trabalho|sei|consigo|gosto))?|nem|nunca|jamais|tambem (?:nao|n)",
  ),
  can: words("(?:eu )?(?:posso|consigo|podia|da)|de boa|na boa"),
  notNegation: words(
    "(?:nao|n) (?:so|somente|apenas|(?:ha|tem|e) (?:nenhum )?problema|faz mal|importa|antes d[aeo]|ate)|(?:nao|n) me (?:assusta|incomoda|importo|importa|chateia|custa|mete medo|faz confusao)\\p{L}{0,2}|sem (?:nenhum )?(?:po?r?o?bl?r?emas?|grilo|maka|duvida|compromisso|falta|stress|crise)|(?:nao|n) (?:posso|poderia|podia|consigo) (?:\\p{L}{3,14} )?(?:ate|antes d[aeo])",
  ),
  but: words(
    "mas|porem|contudo|todavia|so|so que|embora|apesar|eu|agora|em vez disso|(?:o )?meu (?:nome|apelido|email|telefone|telemovel) e|(?:a )?minha cidade e|e sim",
  ),
  correction: words(
    "desculp(?:a|e|em|as)|perdao|ops|ups|uups|opa|enganei[- ]me|me enganei|errei|me confundi|confundi[- ]me|digo|alias|ou melhor|melhor dizendo|quer(?:o|ia) dizer|quis dizer|na (?:verdade|realidade)|corre[ct]?cao|corrig\\p{L}{1,5}|retifico|afinal|escrevi (?:mal|errado)|(?:nao|n),? (?:e|eh|sao|era|eram|sou|moro|vivo|me chamo|chamo|(?:o )?meu|(?:a )?minha|na verdade|tem um erro|ha um erro|eu disse|disse)|(?:esta|ta|tem algo|ha algo|algo) (?:errad[oa]|mal)|(?:nao|n) (?:e|esta) (?:corret[oa]|cert[oa]|isso|verdade|bem)|incorret[oa]|(?:muda|mude|mudar|altera|altere|alterar|troca|troque|trocar|corrige|corrija) (?:o|a|os|as|meu|minha|isso|para)|ja (?:nao|n)|onde (?:disse|escrevi|diz)",
  ),
  also: words("tambem|tbm|tb|alem d(?:isso|isto)|outra coisa|mais uma coisa|esqueci[- ]me|me esqueci|esqueci de"),
  injection: words(
    "(?:ignor|esquec|desobedec|omit|sobrescrev|salt|apag|desconsider|anul)(?:a|e|em|am|ar|er|eca|as|es|ue|ui|i) (?:d[aeo]s? )?(?:todas? |todos? |tudo |por completo )?(?:as |os |suas |seu |sua |tuas |teu |estas |essas |o |a |isso |isto )?(?:tuas |suas |teu |seu |sua )?(?:instruc\\p{L}{1,5}|regras|normas|ordens|prompt|anterior\\p{L}{0,3}|previas?|restric\\p{L}{1,6}|acima|sistema)",
    "(?:instrucoes|regras) (?:anteriores|previas|do sistema|novas)|novas (?:instrucoes|regras)|prompt (?:do|de) sistema|system prompt|(?:agora|a partir de agora|doravante)(?: tu)? es|tu agora es|(?:agora|a partir de agora) (?:voce|vc) (?:e|sera|esta)|voce agora e|(?:finge|finja|age|aja|atua|atue|comporta-te|comporte-se) (?:como|que)|modo (?:de )?(?:desenvolvedor|programador|administrador|deus)|(?:marc|anot|registr|regist|classific|aprov|aval)(?:a|e|ue|ie|ia|ar|uem)(?:-me|-o| me)? (?:o |a |como |este |esta |meu |o meu |todos os )?(?:candidat[oa]s?|perfil|candidatura como|(?:como )?(?:apt[oa]|qualificad[oa]|contratad[oa]|aprovad[oa]))",
  ),
};
