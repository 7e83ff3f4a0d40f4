import { words } from "../text.ts";
import type { Persons } from "./table.ts";

const mine = "(?:[oa]s? )?(?:meus?|minhas?|seus?|suas?|teus?|tuas?|noss[oa]s?|dele|dela)";
/** Family names that begin with "da" or "de" and are places, too. */
const surnames =
  "silva|santos|oliveira|souza|sousa|lima|costa|pereira|rocha|cruz|cunha|fonseca|mota|motta|luz|paz|conceicao|graca|gama|veiga|maia|almeida|andrade|castro|carvalho|freitas|barros|campos|azevedo|mel?lo|mora[ei]s|assis|paula|jesus|deus|lourdes|lurdes|fatima|araujo|brito|abreu|faria|matos|miranda|macedo|medeiros|moura|santana|nascimento|carmo|ceu|rosario|socorro|vale|amaral|monte|couto|prado|aguiar|aquino|sa|pina|lemos|mendonca|sequeira|siqueira|saldanha|albuquerque|vasconcelos|figueiredo|passos|machado|moreira|monteiro|cardoso|ramos|pinto|teixeira|mendes|duarte|barbosa";

export const persons: Persons = {
  others: words(
    `(?:${mine}|uma?|outr[oa]) (?:irma|irmao|irmaos|irmas|amig[oa]s?|prim[oa]s?|ti[oa]s?|vizinh[oa]s?|colegas?|espos[oa]|namorad[oa]|noiv[oa]|filh[oa]s?|cunhad[oa]s?|sogr[oa]s?|avos?|sobrinh[oa]s?|net[oa]s?|conhecid[oa]s?|companheir[oa]|marido|mulher|mae|pais?|familia|familiar(?:es)?|chefe|patrao|patroa|genro|nora|padrasto|madrasta|entead[oa]|ex)(?! e eu)`,
    "(?:[oa] )?(?:irmao?|filh[oa]|amig[oa]|prim[oa]) d[eoa]|sou a mae|sou o pai|el[ea]s?|para (?:ele|ela|outra pessoa)|(?:o nome )?del[ea]",
  ),
  self: words(
    "eu|sou|me chamo|chamo[- ]me|(?:o )?meu (?:nome|numero|email|e-mail|telefone|telemovel|celular)|tenho|procuro|busco|moro|vivo|trabalho|trabalhei|falo|posso|quero|queria|estou",
  ),
  besides: words("com|d[aeo]s?"),
  nameAfter: words(
    "sou(?: a| o)?|aqui(?: quem)? (?:e|fala|escreve)(?: e)?(?: a| o)?|aqui(?: a| o)?|quem (?:fala|escreve) (?:e|aqui e)(?: a| o)?|(?:atenciosamente|cumprimentos|assinado|abracos?|com os melhores cumprimentos|att),?|daqui (?:fala )?[oa]|fala [oa]|(?:pode(?:m|s)? )?(?:me chamar|chamar-me)(?: de)?|me chamem? (?:de )?|me chama de|chamam-me|tratam?-me por|conhecid[oa] (?:por|como)",
  ),
  nameAlways: words(
    "me chamo|chamo[- ]me|me llamo|(?:n|m) (?:ta )?(?:txoma|tchoma|chama)|ta (?:txoma|tchoma)|nha nom[ei](?: e)?|(?:o )?meu nome(?: completo)?(?: e| eh| :|:)?|nome(?: completo)? ?(?::|e(?= \\p{Lu}))|(?:e|era) (?:o )?meu nome",
  ),
  firstNameAfter: words(
    "(?:o )?(?:meu )?primeiro nome(?: e| ?:)?|nome proprio(?: e| ?:)?|nome ?:(?= ?\\p{L}{2,20} ?(?:\\n|,|$))",
  ),
  lastNameAfter: words(
    "o (?:meu )?apelido(?:,? (?:esta|ta) (?:mal|errado),?)?(?: e| ?:)?|apelidos? ?:|de apelido|(?:o )?(?:meu )?sobrenome(?: e| ?:)?|(?:o )?(?:meu )?ultimo nome(?: e| ?:)?|nome de familia(?: e| ?:)?",
  ),
  givenName: words(
    "ana|anna|maria|joana|ines|beatriz|mariana|carolina|catarina|margarida|sofia|rita|marta|sara|sandra|susana|patricia|claudia|sonia|silvia|paula|carla|cristina|isabel|teresa|helena|lucia|luisa|luiza|julia|juliana|laura|leticia|larissa|camila|amanda|bruna|fernanda|gabriela|rafaela|daniela|daniele|vanessa|jessica|aline|adriana|andreia|andressa|alessandra|alexandra|aparecida|bianca|cecilia|cintia|debora|denise|diana|eduarda|elaine|eliana|elisa|elisabete|eva|fabiana|fatima|filipa|flavia|francisca|giovana|gisele|graziela|heloisa|isabela|isadora|ivone|jaqueline|josefa|karina|kelly|leonor|lidia|lorena|lurdes|lourdes|luana|luciana|madalena|manuela|marcela|marcia|matilde|michele|milena|miriam|monica|natalia|natasha|nadia|olga|priscila|raquel|regina|renata|roberta|rosana|sabrina|simone|solange|sueli|tania|tatiana|telma|thais|tais|valeria|vera|veronica|viviane|yasmin|zelia|abilio|adriano|alberto|alexandre|alfredo|alvaro|americo|anderson|andre|antonio|armando|artur|arthur|augusto|bernardo|bruno|caio|carlos|celso|cesar|claudio|cristiano|daniel|danilo|david|davi|diego|diogo|domingues|edson|eduardo|emanuel|emerson|ernesto|fabio|felipe|filipe|fernando|flavio|francisco|gabriel|geraldo|gilberto|goncalo|guilherme|gustavo|heitor|helder|henrique|hugo|igor|isaac|ivan|jaime|joao|joaquim|jorge|jose|julio|kevin|leandro|leonardo|lucas|luciano|luis|luiz|marcelo|marcio|marcos|mario|mateus|matheus|mauricio|miguel|moises|murilo|nelson|nuno|otavio|paulo|pedro|rafael|raimundo|raul|renato|ricardo|roberto|rodrigo|rogerio|ruben|rui|samuel|sebastiao|sergio|thiago|tiago|tomas|valter|vasco|vicente|victor|vinicius|vitor|wagner|wesley|william|mohamed|ahmed|ibrahim",
  ),
  notName: words(
    "e|ou|o|a|os|as|em|no|na|nos|nas|com|por|para|pra|pro|mas|que|q|como|sou|me|meu|minha|meus|minhas|teu|tua|seu|sua|te|se|chamo|nome|apelido|sobrenome|tenho|tem|tinha|procuro|busco|procurando|buscando|moro|morando|vivo|quero|queria|gostaria|gostava|gosto|trabalho|trabalhar|trabalhei|trabalhando|estou|tou|to|esta|estive|estudo|e|eh|es|sao|era|um|uma|uns|ola|oi|boa|boas|bom|dia|tarde|noite|obrigad[oa]|sim|nao|ok|certo|claro|nada|ninguem|agora|logo|hoje|hj|amanha|anos?|solteir[oa]|casad[oa]|homem|mulher|rapaz|rapariga|moca|moco|menina|menino|pessoa|maior|menor|autonom[oa]|responsavel|trabalhador|trabalhadora|pontual|nov[oa]|estudante|cidada|cidadao|interessad[oa]|muito|muita|desde|desempregad[oa]|residente|natural|originari[oa]|morador|moradora|quem|qual|onde|quando|quanto|porque|pq|ja|lhe|ao|aos|prazer|desculp[ae]|espera|ver|digo|igual|bem|mal|sem|experiencia|experiente|favor|oferta|anuncio|vaga|disponivel|nenhum|nenhuma|tudo|todos|algo|aqui|ai|la|chefe|consulta|pergunta|dizer|interessa|alguem|portugues|portuguesa|brasileir[oa]|angolan[oa]|mocambican[oa]|cabo-verdian[oa]|guineense|estrangeir[oa]|espanhola?|frances|francesa|ingles|inglesa|alema|alemao|italian[oa]|ucranian[oa]|romen[oa]|venezuelan[oa]|colombian[oa]|argentin[oa]|indian[oa]|nepales|nepalesa|europeu|europeia|tambem|tbm|tb|so|mae|pai|filh[oa]|amig[oa]|irma|irmao|profissional|apaixonad[oa]|senhora?|sr|sra|dona|falo|posso|podem|pode|formad[oa]|licenciad[oa]|dedicad[oa]|proativ[oa]|simpatic[oa]|comunicativ[oa]|organizad[oa]|eu|voce|vc|ele|ela|esse|essa|isso|este|isto|ate|depois|antes|ainda|mesmo|vi|mais|menos|candidat[oa]|licenciatura|motorista|aposentad[oa]|reformad[oa]|imigrante|recem|perto|prefiro|vou|venho|nasci|mudei|ha|la|ne|diga|mim|daqui|de momento|fluente|nativ[oa]|desisto|peco|lamento|desculpem|infelizmente|agradeco|entretanto|esquec[ae]|parem?|chega|cancel[ae]r?|sair|fim|acabou",
  ),
  particle: words("d[aeo]s?|del|di|van|von|al|ben|bin|la|santa?|sao"),
  secondName: words(
    "maria|jose|joao|luis|luiz|luisa|luiza|antonio|antonia|manuel|manuela|carlos|paulo|paula|pedro|miguel|fernando|fernanda|eduardo|eduarda|henrique|filipe|felipe|filipa|alexandre|alexandra|cristina|isabel|sofia|beatriz|carolina|catarina|margarida|teresa|rita|ines|francisco|francisca|rafael|gabriel|gabriela|vitor|victor|augusto|augusta|alberto|roberto|cesar|sergio|ricardo|andre|lucas|mateus|vinicius|helena|clara|julia|laura|vitoria|aparecida|regina|lucia|conceicao|fatima|lurdes|lourdes|graca|gracas|ceu|carmo|rosario|socorro|penha|dores|cristiano|raquel|marta|patricia|daniel|daniela|claudia|alice|leonor|rosa|jorge|leonardo|guilherme|gustavo|sara|ana",
  ),
  livesIn: words(
    "(?:moro|vivo|resido|estou|to|tou) (?:em|n[ao]) \\p{L}{4,12}, (?:em|n[ao])",
    "(?:moro|vivo|resido|habito|moramos|vivemos|(?:a )?(?:morar|viver|residir)|morando|vivendo|residindo|residente|morador|moradora|(?:me mudei|mudei(?:[- ]me)?|vim(?: morar| viver)?|me mudar|mudar-me|mudando)|(?:agora |atualmente )?(?:estou|tou|to))(?: agora| atualmente| aqui| ja| hoje| eu| sozinh[oa]| (?:este|esse) mes| ha pouco(?: tempo)?| com [oa]s? (?:meus?|minhas?) \\p{L}{3,12}| com (?:meus?|minhas?) \\p{L}{3,12})? (?:em|n[ao]s?|para|pra|pro)",
    "(?:moro|vivo|resido) (?:de momento |no momento |atualmente |agora )?(?:em|n[ao]s?)|(?:a )?(?:minha )?(?:cidade|localidade|residencia|morada)(?: atual)? (?:e(?: em)?|fica em|para)|(?:cidade|localidade|residencia|morada|endereco) ?:|residente (?:em|n[ao])|morador[a]? d[aeo]",
  ),
  comesFrom: words(
    "(?:eu )?sou(?: (?:natural|originari[oa]|nascid[oa]|ca|aqui|mesmo))?,? (?:d[aeo]|em|daqui d[aeo])|venho d[aeo]|natural d[aeo]|originari[oa] d[aeo]|(?:escrevo|falo) (?:daqui )?d[aeo]|\\d{4}-\\d{3}",
  ),
  beforePlace: words(`d[aeo](?! (?:${surnames})(?!\\p{L}))|em|n[ao]|nos|nas`),
  placeLead: words("(?:eu )?(?:moro|vivo|resido|estou|to|tou|sou|fico)|e|eh|aqui|ca|at?c?tualmente|agora|mesmo"),
  rather: words("mas(?: sim)?|e sim|e|eh|digo|para"),
  inPlace: words(
    "(?:o |a )?(?:centro|cidade|zona|concelho|regiao|grande|arredores|distrito|municipio|area metropolitana) d[aeo]|os arredores d[aeo]|grande|[oa]",
  ),
  notPlace: words(
    "casa|desemprego|um|uma|o|a|meu|minha|cidade|centro|aldeia|interior|algarve|alentejo|minho|ribatejo|acores|margem|norte|sul|linha|bairro|zona|regiao|perto|fora|nenhum|nenhuma|rua|av|avenida|este|esta|esse|essa|busca|procura|contacto|contato|ferias|aqui|ali|la|noite|dia|tudo|acordo|verdade|confianca|momento|trabalho|trabalhar|hotel|hoteis|restaurante|restaurantes|hotelaria|cozinha|armazem|limpeza|limpezas|restauracao|geral|escola|faculdade|universidade|obra|obras|construcao|mesa|sala|balcao|loja|vendas|area|ramo|setor|sector|cafe|bar|segunda|terca|quarta|quinta|sexta|sabado|domingo|janeiro|fevereiro|marco|abril|maio|junho|julho|agosto|setembro|outubro|novembro|dezembro|facebook|instagram|whatsapp|google|indeed|olx|linkedin|internet|site|anuncio|empresa|mesmo|breve|part|full|tempo|semana|mes|ano|inicio|proximo|proxima|carro|transporte|dois|tres|duvida|mim|ele|ela|portugues|ingles|espanhol|trabalhos|nada|folga|baixa|espera",
  ),
  countries: {
    inglaterra: "GB",
    escocia: "GB",
    "pais de gales": "GB",
    eua: "US",
    "e.u.a": "US",
    usa: "US",
    "estados unidos da america": "US",
    holanda: "NL",
    "republica checa": "CZ",
    tchequia: "CZ",
    "costa do marfim": "CI",
    vietna: "VN",
    bangladesh: "BD",
    "sri lanka": "LK",
    "el salvador": "SV",
    uzbequistao: "UZ",
    benin: "BJ",
    congo: "CG",
    coreia: "KR",
  },
};
