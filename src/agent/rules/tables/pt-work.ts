import { casual } from "chrono-node/pt";
import { counted, words } from "../text.ts";
import type { Work } from "./table.ts";

const year = "(?:anos?|aninhos?|anitos?)";
const month = "mes(?:es)?";
const about = "(?:mais de |quase |uns |umas |cerca de |ja |aproximadamente )?";
const monthNames = "janeiro|fevereiro|marco|abril|maio|junho|julho|agosto|setembro|outubro|novembro|dezembro";
const amounts = "\\d{1,2}|uma?|dois|duas|tres|quatro|cinco|seis|sete|oito|nove|dez|doze|quinze|vinte|trinta";

/** Chrono wants its accents, and takes "ter" (to have), "seg" and "the second language" for days of the week. */
function parse(...[text, reference, option]: Parameters<Work["parse"]>): ReturnType<Work["parse"]> {
  const readable = text
    .replaceAll(words("terca"), "terça")
    .replaceAll(words("(?:segunda|quarta|quinta) (?:quinzena|vez|opcao|lingua|fase|feira livre|geracao)"), blank)
    .replaceAll(words("ter|seg|dom|qua|qui|sex(?!-)"), blank);
  return casual.parse(readable, reference, option);
}

function blank(found: string): string {
  return " ".repeat(found.length);
}

/** "Vinte e um", "trinta e duas". */
function compounds(tens: Record<string, number>): Record<string, number> {
  const ones = ["um", "dois", "tres", "quatro", "cinco", "seis", "sete", "oito", "nove"];
  return Object.fromEntries(
    Object.entries(tens).flatMap(([ten, value]): [string, number][] => [
      [ten, value],
      ...ones.map((one, i): [string, number] => [`${ten} e ${one}`, value + i + 1]),
    ]),
  );
}

export const work: Work = {
  numbers: {
    ...counted(
      "zero um dois tres quatro cinco seis sete oito nove dez onze doze treze catorze quinze dezesseis dezessete dezoito dezenove vinte",
    ),
    uma: 1,
    duas: 2,
    quatorze: 14,
    dezasseis: 16,
    dezassete: 17,
    dezanove: 19,
    ...compounds({ vinte: 20, trinta: 30, quarenta: 40, cinquenta: 50, sessenta: 60 }),
  },
  year,
  month,
  andAHalf: "e (?:meio|meia)",
  durations: { "ano e meio": 1.5, "meio ano": 0.5, "um par de anos": 2, "par de anos": 2, "uma decada": 10 },
  upTo: "a|ou|e|ate",
  experience: [
    "{role} desde (?:o ano de |o ano )?{y}",
    "desde (?:o ano de |o ano )?{y} (?:[\\p{L},-]{1,20} ){0,5}(?:como|de) {role}",
    "(?:trabalh(?:o|ei|ava)|conduzo|dirijo|cozinho|limpo|cuido|exerco)(?: (?!moro|vivo|resido)[\\p{L},]{1,20}){0,9} desde (?:o ano de |o ano )?{y}",
    "{d} (?:de|com|como|em|n[ao]) (?:\\p{L}{2,20} ){0,1}(?:experiencia|exp|xp)",
    "{d} de \\p{L}{3,20} experiencia",
    "{d} (?:experiencia|exp|xp)",
    "{n} de experiencia",
    "experiencia,? ?(?::|de|e de|como|em|desde|ha|sao|tenho)? ?(?:\\p{L}{1,20} ){0,5}(?:de |ha |durante |por )?\\(?{d}",
    "{d} (?:a )?(?:trabalh(?:ando|ar|ad[oa]s?)|cozinh(?:ando|ar)|limp(?:ando|ar)|cuid(?:ando|ar)|serv(?:indo|ir)|conduz(?:indo|ir)|dirig(?:indo|ir)|entreg(?:ando|ar)|atend(?:endo|er)|vend(?:endo|er)|exerc(?:endo|er)|n(?:o|a|os|as) (?:\\p{L}{5,9} )?(?:set?c?tor|area|ramo|profissao|restauracao|hotelaria|cozinha|sala|armazem|armazens|limpeza|limpezas|construcao|construcao civil|funcao|cargo|obras?|caixa|comercio|vendas|logistica)|em (?:restaurantes?|bares|bar|hoteis|hotel|cozinhas?|armazem|armazens|limpezas?|restauracao|hotelaria|cafes?|obras?|construcao|logistica|vendas|lojas?))",
    "^(?:sim,? )?desde (?:o ano de |o ano )?{y}$",
    `(?:como|de) (?:uma? )?{role},? (?:durante |por |ha )?${about}{d}`,
    "{d} (?:de|como|sendo) {role}",
    "{d} de (?:estrada|profissao|oficio|cozinha|mesa|balcao|obra|limpezas?|caixa|restauracao|hotelaria|armazem|servico|carreira|pratica)",
    `(?:faco|fazia|trabalho com) (?:isso|isto) (?:ha|desde ha|faz|por|durante) ${about}{d}`,
    `{role} (?:ha|faz|durante|por|desde ha) ${about}{d}`,
    `(?:ja )?(?:ha|faz|fazem|tem) ${about}{d} (?:ja )?(?:que )?(?:eu )?(?:trabalh(?:o|ava)|a trabalhar|trabalhando|cozinho|conduzo|dirijo|limpo|cuido|exerco|sou {role})`,
    `(?:trabalhei|trabalho|trabalhava|trabalhando|trabalhar|trabalhado|conduzo|conduzi|dirijo|dirigi|cozinho|limpo|cuido|cuidei|exerco|exerci|atuo|atuei)(?: (?!moro|vivo|resido|estou)[\\p{L},]{1,20}){0,9} (?:durante|por|ha|faz|tem|desde ha|quase|uns|mais de|cerca de) ${about}{d}`,
    "(?:trabalhei|trabalho|estive) (?:ha )?{d}",
  ],
  noExperience: words(
    "(?:(?:nao|n) (?:tenho|possuo|conto com)|sem|zero|nada de|nenhuma|0) (?:nenhuma |qualquer |nenhum tipo de )?experiencia(?: nenhuma| alguma)?|experiencia,? (?:(?:nao|n) tenho|nenhuma|zero|nula)|(?:nunca|(?:ainda )?(?:nao|n)) (?:trabalhei|exerci) (?:como|de|nisso|nisto|com isso|com isto|n[ae]s[st]a area|na area|antes|na vida|ainda|nunca)|nunca (?:trabalhei|fiz isso)(?= ?(?:$|[,.]))|(?:seria|sera|e|vai ser) (?:o )?(?:meu )?primeiro (?:trabalho|emprego)",
  ),
  lessThan: words("menos de|nao chega a|nem"),
  none: words("nenhum|nenhuma|nada|zero|(?:nao|n) tenho|nunca|nao|n|sem experiencia|ainda (?:nao|n)"),
  wants: words(
    "(?:procuro|procurando|a procura de|busco|buscando|quero|queria|gostaria de|gostava de|preciso(?: de)?|encontrar|arranjar|posso|prefiro|interessad[oa] (?:em|n[ao]|pel[ao])|interesse (?:em|n[ao]|pel[ao])|me interessa|interessa[- ]me|(?:me )?(?:candidatar|inscrever)(?:[- ]me)?(?: ao?| para| pra| como)?|candidato-me(?: ao?| para| como)?|concorrer(?: ao?)?)(?: (?:um|uma|algum|alguma|o|a|ao))?(?: (?:trabalho|emprego|vaga|posto|lugar|cargo|funcao|oferta|trampo|trabalhar|ser|oportunidade|algo))?(?: (?:de|como|para|pra|d[ao]))?",
    "(?:trabalhar|vaga|posto|lugar|cargo|funcao|oferta|anuncio|trabalho|candidatura|emprego|inscrever (?:[oa] )?(?:meu |minha )?\\p{L}{3,12}) (?:de|como|para|pra|a|d[ao])",
  ),
  worked: words(
    "(?:ja )?(?:trabalhei|trabalhava|trabalhando|trabalhar|trabalhado|estive|experiencia|exerci|exerco|atuei|atuo|ultimo (?:trabalho|emprego)(?: foi| era)?|anos?|meses)(?: \\p{L}{1,12}){0,2}? (?:de|como)(?: um| uma)?",
    "(?:ja )?fui|era",
  ),
  roleBefore: words(
    "sou(?: um| uma| o| a)?|de profissao(?: sou)?|profissao:?|cargo:?|funcao:?|(?:a )?minha profissao e|(?:ha|faz) \\p{L}{1,9} anos(?: que sou)?",
  ),
  openRole: words(
    "(?:trabalho|trabalhar|posto|emprego|vaga|lugar|cargo|funcao|oferta|anuncio) (?:de|como)(?: um| uma)?",
  ),
  orRole: words("ou|e|de|como|tambem|tbm|tb|um|uma|para|pra"),
  roleEnd: words(
    "em|no|na|nos|nas|para|pra|por|e|ou|com|mas|a|desde|perto|que|q|se|porque|pq|durante|ha|faz|os|as|urgente|ja|tenho|sou|moro|vivo|aqui|quanto|onde|agora|melhor|este|esta|neste|nesta|ai",
  ),
  notRole: words(
    "meio|tempo|periodo|jornada|tardes?|noites?|manhas?|fins?|finais|semana|o|a|os|as|qualquer|tudo|verao|temporada|ja|hoje|um|uma|meu|minha|voss[oa]s?|noss[oa]s?|voces?|vcs?|que|trabalho|emprego|posto|vaga|imediato|segunda|saber|mais|algo|momento|urgente|forma|inteiro|integral|parcial|completo|completa|horas?|informacao|informacoes|info|oferta|empresa|equipa|equipe|restaurante|hotel|bar|loja|armazem|aprender|crescer|melhorar|acordo|ha|dias?|anos?|mes|meses|salario|ordenado|contrato|qualidade|tipo|nada|experiencia|internet|whatsapp|falar|dizer|mudar|trocar|perguntar|isso|isto|esta|este|essa|esse|aqui|casa|documentos|verdade|confianca|lingua|idiomas?|mae|pai|sim|nao|alguma|algum|coisa|area|carteira|carta|perto|fixo|extra|part-time|full-time|sabado|domingo",
  ),

  parse,
  calendar: {
    dates: [
      words(`(?<day>\\d{1,2})o? (?:de )?(?<month>${monthNames})(?:,? (?:de |do )?(?<year>20\\d\\d))?`),
      words(`(?<month>${monthNames})(?:,? (?:de |do )?(?<year>20\\d\\d))?`),
    ],
    months: {
      janeiro: 1,
      fevereiro: 2,
      marco: 3,
      abril: 4,
      maio: 5,
      junho: 6,
      julho: 7,
      agosto: 8,
      setembro: 9,
      outubro: 10,
      novembro: 11,
      dezembro: 12,
    },
  },
  // A length of time by itself is when somebody can start, and so is one of notice.
  ahead: words(
    `(?:(?:daqui(?: a| por)?|dentro de|em|apos|aviso(?: previo)? de|antecedencia de) (?:uns |umas |cerca de )?|^(?=(?:uns |umas )?\\S{1,7} (?:dias?|semanas?|mes|meses)$)(?:uns |umas )?|(?=\\S{1,7} (?:dias?|semanas?|mes|meses) (?:(?:de|para) (?:aviso|pre-?aviso|antecedencia|avisar|sair)|a (?:casa|empresa)|ao patrao)))(?<amount>${amounts}) (?:dias?|(?<weeks>semanas?)|(?<months>mes|meses))`,
  ),
  beforeDate: words("a partir d[aeo]s?|a partir|desde"),
  dayBehind: words("(?:[ -]feira)?,? (?:(?:no )?dia )?(\\d{1,2})(?! ?(?:[/:.h]|horas))"),
  ordinals: { primeiro: 1 },
  available: words(
    "comec(?:ar|o|aria|ava)\\p{L}{0,3}|inici(?:ar|o|aria|ava)|disponivel|disponibilidade|livre|(?:posso|podia|poderia|consigo) (?:ir |entrar |trabalhar |so )?(?:a partir|desde|ja|amanha|hoje|imediatamente)|(?:trabalhar|entrar) (?:a partir|desde|ja|amanha|hoje)|pront[oa] (?:para|pra)",
  ),
  until: words(
    "ate|antes d[aeo]|termin\\p{L}{1,4}|acab\\p{L}{1,4}|trabalho aqui desde|cheguei|vim|nasci\\p{L}{0,3}|fui|mudei|sai|comecei",
  ),
  days: [
    [words("(?:de )?hoje a (?:oito|8)(?: dias)?"), 7],
    [words("(?:de )?hoje a (?:quinze|15)(?: dias)?"), 14],
    [words("depois de amanha+"), 2],
    [words("hoje(?: mesmo)?|hj(?: mesmo)?|esta (?:tarde|noite)"), 0],
    [words("(?:amanha+|amnha|amanh)(?: mesmo| ja)?"), 1],
    [words("(?:em|daqui a|dentro de|daqui) (?:uma quinzena)"), 15],
  ],
  now: words(
    "imediat\\p{L}{1,6}|disponibilidade total|de imediato|ja(?: mesmo)?|agora(?: mesmo)?|(?:o )?quanto antes|(?:o )?mais (?:rapido|cedo|breve|depressa)(?: possivel)?|logo que (?:possivel|puder\\p{L}{0,3}|quiser\\p{L}{0,3})|assim que (?:possivel|quiser\\p{L}{0,3}|puder\\p{L}{0,3}|precisar\\p{L}{0,3})|(?:a )?qualquer (?:altura|momento|hora|dia)|quando (?:quiser|precisar|puder)\\p{L}{0,3}|quando for preciso|desde ja|na hora(?= ?$)",
  ),
  nextWeek: words(
    "(?:para a|pra|p ra) semana(?: que vem)?|(?:na |a )?(?:semana (?:que vem|q vem|proxima|seguinte)|(?:proxima|prox) semana)",
  ),
  nextMonth: words("(?:no |o )?(?:mes (?:que vem|q vem|proximo|seguinte|que entra)|(?:proximo|prox) mes)"),
  endOfMonth: words("(?:n?o |a )?(?:final|fim|finais|fins) d(?:o|este|esse)? ?mes"),
  dayOfMonth: words(
    "(?:no dia|ao dia|dia|a partir d[eo]|desde o dia|desde dia) (?:dia )?(\\d{1,2})o?(?! ?(?:de \\p{L}|/|-|\\.|:|h|horas|anos|euros|reais|%|\\d))(?: d(?:este|esse) mes)?",
  ),
  middleOf: words("(?:meados|meio) d[eo]"),
  endOf: words("(?:final|fim|finais|fins|ultimos dias) d[eo]"),
  notice: words("pre-?aviso|aviso previo|avisar|de aviso|de antecedencia"),
  couple: "(?:um )?par de",
  units: "dias?|semanas?|mes(?:es)?|anos?|horas?",
  this: words("este|esta|neste|nesta|hoje"),
};
