import { words } from "../text.ts";
import type { Details } from "./table.ts";

const aboutMe = "(?:(?:ja )?tenho|disponho de|conto com|possuo)";
const notHaving = "(?:(?:nao|n) (?:tenho|disponho de|conto com|possuo)|sem|tambem (?:nao|n) tenho|nem)";
const transport =
  "(?:(?:o |a |um |uma |meu |minha )?(?:meu |minha )?(?:propri[oa] )?(?:carro|moto|mota|motocicleta|motociclo|scooter|bici|bicicleta|bike|trotinetes?|trotineta|patinete|carrinha|veiculo|viatura|automovel|transporte)(?: eletric[oa]| electric[oa])?(?: propri[oa]s?)?)";
const permit =
  "(?:(?:a |o |um |uma |minha |meu )?(?:minha |meu )?(?:autorizacao|permissao|licenca|visto) (?:de|para|pra) (?:trabalho|trabalhar|residencia|procura de trabalho)|(?:(?:todos )?os |meus |os meus )(?:documentos|papeis)|(?:documentos|papeis|documentacao) (?:em (?:dia|ordem|regra)|legais|legalizad[oa]s?|regularizad[oa]s?|tratad[oa]s?)|(?:titulo|cartao|autorizacao) de residencia|residencia (?:legal|permanente)|tudo (?:legal|legalizado|em ordem|tratado))";

/** Before the part of a day that somebody can be called or comes by. */
const ofWork =
  "(?<!(?:ligar|ligue|liguem|liga|ligo|falar|falamos|respond[oe]r?|contactar|contatar|chamar|mand[oae]r?|envi[oae]r?|pass[oae]r?|ir ai|vou ai|entrevista|amanha|ontem|hoje|segunda|terca|quarta|quinta|sexta|escrevo|escrever)(?:(?: |-)\\p{L}{1,12}){0,2} )(?<!(?:hoje|ontem|amanha) )";
/** Who takes lessons has no licence. */
const learning = "(?<!(?:tirar|tirando|tiro|renovar|fazer|vou tirar) (?:agora )?(?:[ao] |minha )?)";
const years =
  "\\d{2}|dez[ea]ss?(?:eis|ete)|dez[oa]ito|dez[ea]nove|(?:vinte|trinta|quarenta|cinquenta|sessenta)(?: e (?:um|dois|tres|quatro|cinco|seis|sete|oito|nove))?";

export const details: Details = {
  languageNames: {
    castelhano: "es",
    brasileiro: "pt",
    portugues: "pt",
    valenciano: "ca",
    mandarim: "zh",
    cantones: "zh",
    farsi: "fa",
    flamengo: "nl",
    holandes: "nl",
    polones: "pl",
    tcheco: "cs",
    estoniano: "et",
    bengali: "bn",
    moldavo: "ro",
    tagalo: "tl",
    punjabi: "pa",
    panjabi: "pa",
  },
  speaks: words(
    "fal[oa](?:mos|ndo)?|sei falar|saber falar|domino|idiomas?|linguas?|bilingue|trilingue|me viro|desenrasco(?:-me)?|entendo|percebo|compreendo|arranho|nativ[oa]s?|matern[oa]s?|nivel|fluen(?:te|cia)|(?:meu|o meu) (?:ingles|frances|espanhol|portugues|alemao|italiano)",
  ),
  levels: [
    [words("nativ[oa]s?|matern[oa]s?|lingua materna|lingua mae"), "native"],
    [
      words(
        "bilingue|fluentes?|fluencia|fluentemente|perfeit[oa]|perfeitamente|avancad[oa]|alto|intermedi(?:o|a|ario|aria)|medio|basic[oa]|razoavel|(?:um )?pouco(?: de)?|(?:um )?pouquinho(?: de)?|algum|alguma coisa(?: de)?|baixo|bem|bom|boa|muito bem|mais ou menos|assim assim|conversacao|nocoes(?: de)?",
      ),
      null,
    ],
  ],
  allLevels: words("ambos|ambas|os dois|as duas|todos"),
  hours: [
    [
      "full_time",
      words(
        "(?:tempo|horario|periodo|jornada|regime) (?:inteir[oa]|complet[oa]|integral)|full ?-?time|40 horas|44 horas",
      ),
      words("inteiro|integral|complet[oa]|full"),
    ],
    [
      "part_time",
      words(
        "part ?-?time|meio(?: |-)?(?:periodo|tempo|expediente)|(?:tempo|horario|jornada|periodo) (?:parcial|reduzid[oa])|20 horas",
      ),
      words("parcial|meio|part"),
    ],
  ],
  either: words(
    "tanto (?:me )?faz|qualquer (?:um|uma)(?: d[oa]s? (?:dois|duas))?|ambos|ambas|os dois|as duas|indiferente|o que (?:for|houver|tiver|for melhor)|(?:nao|n) me importo|e[- ]me igual|me e igual",
  ),
  shifts: [
    [
      "morning",
      words(
        `${ofWork}(?:de manhas?|pelas? manhas?|as manhas)|turnos? d[ae]s? manhas?|(?:periodo|turno) da manha|manhas|so manhas?`,
      ),
      words("manhas?"),
    ],
    [
      "afternoon",
      words(
        `${ofWork}(?:de tardes?|a tarde|pelas? tardes?|as tardes)|turnos? d[ae]s? tardes?|(?:periodo|turno) da tarde|tardes|so tardes?`,
      ),
      words("(?<!mais )tardes?"),
    ],
    [
      "night",
      words(
        `${ofWork}(?:de noites?|a noite|pelas? noites?|as noites)|turnos? d[ae]s? noites?|turnos? noc?turnos?|noc?turn[oa]s?|noites|(?:de )?madrugadas?|so noites?`,
      ),
      words("noites?|noc?turn[oa]"),
    ],
    [
      "weekend",
      words(
        "(?<!(?:bom|otimo|optimo) )(?:(?:ao|aos|nos|no|os) )?(?:fim|fins|final|finais) de semana|fds|sabados? e domingos?|aos? (?:sabados?|domingos?)|os (?:sabados|domingos)",
      ),
      words("sabados?|domingos?|fds"),
    ],
  ],
  anyShift: words(
    "qualquer(?: turno| horario| um| hora)?|todos(?: os turnos)?(?! (?:menos|exceto|excepto|tirando))|tanto (?:me )?faz|(?:e[- ]me )?indiferente|o que for|turnos? rotativos?|horario rotativo",
  ),
  licenceLead: words("tenho|so|a|o|da|de|categoria|cat|classe|tipo|letra"),
  licences: words(
    `${learning}(?:carta|carteira|cnh|habilitacao|licenca|cartas)(?: de)?(?: conducao| conduzir| motorista| habilitacao)?,? ?(?:(?:das? |de )?(?:categoria|cat|classe|tipo)s?:? |(?:da|a|de|e|tipo):? |: ?)?(c ?\\+ ?e|d ?\\+ ?e|b ?\\+ ?e|c1|d1|am|a1|a2|be|ce|a(?! ?(?:\\p{L}|\\d))|b|c|d)`,
    "(?:tenho|tirei|sim,|^) ?a (am|a1|a2|be|ce|b|c1|c|d1|d)(?= ?(?:$|[,.]| desde | e a | ha | e d[ae] ))",
    "(?:categoria|cat) (c ?\\+ ?e|d ?\\+ ?e|b ?\\+ ?e|c1|d1|am|a1|a2|be|ce|a|b|c|d) (?:da |na |de )?(?:carta|carteira|cnh)",
    "(?:carta|carteira|licenca) de (?:conducao|conduzir|motorista|habilitacao|ligeiros|pesados|mota|moto|motociclos|camiao|caminhao|empilhador(?:es)?|empilhadora|vigilante)|(?:cnh|carta|habilitacao|carteira)(?: categoria)? (?:ab|ac|ad|ae)|(?<=(?:tenho|com|possuo|tiro|e) (?:a |minha )?)carta(?= ?(?:$|[,.!;]| e | mas | ha | desde ))|cnh|habilitacao de motorista|cartao de (?:vigilante|tacografo|condutor)|certificado de (?:manipulador(?:a)? de alimentos|empilhador|empilhadeira)|curso de (?:manipulador(?:a)? de alimentos|manipulacao de alimentos|empilhador(?:es)?|empilhadeira|nadador(?: |-)salvador|vigilante)|cap|cqm|cam|adr|hccp|haccp",
  ),
  flags: {
    work_permit: words(
      `${aboutMe} (?:sim )?${permit}|${permit} (?:em (?:dia|ordem|regra)|valid[oa]|tratad[oa]|sim)|posso trabalhar (?:em portugal |no brasil |ca |aqui )?legalmente|estou (?:legal|legalizad[oa]|regularizad[oa])`,
    ),
    own_transport: words(
      `${aboutMe} (?:sim )?(?:(?:carta|carteira|cnh)(?: b| de conducao| de motorista)? e )?${transport}|(?:com|so) ${transport}|(?:vou|venho|ando|desloco-me|me desloco|me locomovo|movo-me) (?:de|em|com) ${transport}|(?:carro|veiculo|transporte|automovel) proprio|(?:viatura|mota|moto|conducao) propria`,
    ),
    over_18: words(
      "(?:ja )?sou (?:maior (?:de (?:idade|18|dezoito))(?: anos)?|adult[oa]|maior(?= ?(?:$|[,.])))|maior de idade|(?:tenho )?mais de (?:18|dezoito)(?: anos)?",
    ),
  },
  notFlags: {
    work_permit: words(
      `${notHaving} (?:ainda )?(?:os )?(?:documentos|papeis)|${notHaving} (?:ainda )?${permit}|${permit} (?:ainda )?(?:nao|n) tenho`,
    ),
    own_transport: words(`${notHaving} ${transport}|${transport} (?:nao|n) tenho`),
    over_18: words(
      "(?:(?:nao|n) sou maior|sou menor|menor) de (?:idade|18)|(?:faco|vou fazer|completo|vou completar|quase|falta[m]? \\p{L}{1,10} (?:meses|mes) para(?: os)?) (?:18|dezoito)(?: anos)?",
    ),
  },
  impliedFlags: {
    work_permit: words(
      "(?:sou )?(?:portugues|portuguesa|europeu|europeia|cidadao? (?:portugues|portuguesa|europeu|europeia|da uniao europeia|da ue|comunitari[oa]))|(?:nacionalidade|cidadania|passaporte) (?:portugues|portuguesa|europeia|europeu|italian[oa]|espanhola?)|dupla (?:nacionalidade|cidadania)|cartao de cidadao|tenho (?:o )?visto",
    ),
    over_18: words("(?:1[89]|[2-9]\\d) ?an(?:os|inhos)"),
    own_transport: words("carro|mota|moto|bici|bicicleta|bike|trotinete|patinete|carrinha"),
  },
  impliedNotFlags: {
    own_transport: words(
      "autocarro|onibus|metro|comboio|trem|transportes? publicos?|transporte coletivo|a pe|boleia|carona|uber",
    ),
  },
  age: words(
    `(?:tenho|fiz|completei|tou com|estou com|to com|acabei de fazer|idade ?:|idade e|(?:homem|mulher|rapaz|rapariga|moca|moco|jovem|menina|senhora) (?:de|com)|(?:homem|mulher|rapaz|rapariga|jovem),)(?: ja| agora| quase)? ?(${years}) ?(?:anos|aninhos)(?! (?:de (?!idade)|a trabalhar|trabalhando|como|em|n[ao] |com))`,
    "(?<=[,\\n(-] ?)(?<!(?:sim|nao|experiencia), )(1[89]|[2-6]\\d) ?anos(?=$| de idade| ?[,;.)\\n])",
    "(?<=^)(1[89]|[2-6]\\d) anos(?= de idade|,? (?:solteir[oa]|casad[oa]|divorciad[oa]|sem filhos|estudante))",
    "nascid[oa] (?:em|a|no dia)(?: \\d{1,2})? ?(?:de |/)?(?:\\p{L}{4,9} |\\d{1,2}/)?(?:de )?((?:19|20)\\d{2})",
  ),
  wantsPay: words(
    "quero|queria|gostaria|gostava|procuro|busco|peco|espero|minimo|ao menos|pelo menos|pretensao|pretendo|expectativas?|a partir de|ganhar|receber|menos de|salario|ordenado",
  ),
  pastPay: words(
    "ganhava|recebia|ganho|recebo|pagavam(?:-me)?|pagam(?:-me)?|ganhei|recebi|(?:meu|minha) (?:ultimo|anterior|atual) (?:salario|ordenado)|atualmente|actualmente",
  ),
  periods: [
    ["hour", words("(?:por|a|cada|/) ?hora|hora|h")],
    ["day", words("(?:por|ao|cada|/) ?dia|diari[oa]s?|a diaria|dia")],
    ["week", words("(?:por|a|cada|/) ?semana|semanal|semanais|semana")],
    ["month", words("(?:por|ao|cada|/) ?mes|mensal|mensais|mes")],
    ["year", words("(?:por|ao|cada|/) ?ano|anual|anuais|ano")],
  ],
  currencies: {
    "€": "EUR",
    euros: "EUR",
    euro: "EUR",
    eur: "EUR",
    r$: "BRL",
    reais: "BRL",
    real: "BRL",
    brl: "BRL",
    libras: "GBP",
    kwanzas: "AOA",
    kwanza: "AOA",
    kz: "AOA",
    aoa: "AOA",
    escudos: "CVE",
    cve: "CVE",
    meticais: "MZN",
    mzn: "MZN",
    "£": "GBP",
    us$: "USD",
    dolares: "USD",
  },
};
