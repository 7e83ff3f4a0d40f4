import type { Roles } from "./table.ts";

/** Job titles as people write them in Portugal and in Brazil; the second form of a pair is the other gender. */
const titles = `
empregado de mesa/empregada de mesa, empregado de balcão/empregada de balcão, empregado de bar/empregada de bar, empregado de café/empregada de café, empregado de restaurante/empregada de restaurante, garçom/garçonete, garçon, atendente de mesa, chefe de sala,
cozinheiro/cozinheira, ajudante de cozinha, auxiliar de cozinha, copeiro/copeira, copeiro de cozinha, chefe de cozinha, chef de cozinha, chef, sous chef, subchefe de cozinha, cozinheiro chefe/cozinheira chefe, chefe de partida, preparador de alimentos,
pizzaiolo, pizzeiro/pizzeira, churrasqueiro/churrasqueira, grelhador, padeiro/padeira, pasteleiro/pasteleira, confeiteiro/confeiteira, salgadeiro/salgadeira, barista, bartender, barman, barmaid, sommelier, escanção, lavador de pratos, lavador de louça/lavadora de louça,
rececionista, recepcionista, recepcionista de hotel, rececionista de hotel, porteiro/porteira, concierge, mensageiro/mensageira, governanta, camareira/camareiro, empregado de andares/empregada de andares, empregado de quartos/empregada de quartos, animador/animadora,
operador de armazém/operadora de armazém, empregado de armazém/empregada de armazém, auxiliar de armazém, ajudante de armazém, fiel de armazém, conferente, estoquista, almoxarife, auxiliar de estoque, auxiliar de logística, auxiliar de expedição, separador/separadora, preparador de encomendas/preparadora de encomendas, picker, embalador/embaladora, empilhador/empilhadora, operador de empilhadeira/operadora de empilhadeira, operador de empilhador/operadora de empilhador, carregador/carregadora, repositor/repositora, repositor de mercadorias,
operário/operária, operário fabril/operária fabril, operador de produção/operadora de produção, auxiliar de produção, operador de máquinas/operadora de máquinas, operador fabril/operadora fabril, montador/montadora,
motorista, motorista de pesados, motorista de ligeiros, motorista de camião, motorista de caminhão, motorista de entregas, motorista entregador, motorista de autocarro, motorista de ônibus, motorista de táxi, motorista particular, motorista tvde, camionista, caminhoneiro/caminhoneira, taxista, estafeta, entregador/entregadora, motoboy, distribuidor/distribuidora, ajudante de motorista, tratorista, maquinista,
vendedor/vendedora, vendedor de loja/vendedora de loja, lojista, empregado de loja/empregada de loja, assistente de loja, balconista, operador de caixa/operadora de caixa, caixa, caixa de supermercado, operador de supermercado/operadora de supermercado, operador de loja/operadora de loja, promotor/promotora, promotor de vendas/promotora de vendas, comercial, representante comercial, consultor de vendas/consultora de vendas, gerente, gerente de loja, encarregado/encarregada, supervisor/supervisora, atendente, atendente de loja, atendente de telemarketing, operador de telemarketing/operadora de telemarketing, operador de call center/operadora de call center, assistente de call center, talhante, açougueiro/açougueira, peixeiro/peixeira, florista,
cuidador/cuidadora, cuidador de idosos/cuidadora de idosos, acompanhante de idosos, auxiliar de geriatria, auxiliar de lar, ajudante de lar, ajudante familiar, apoio domiciliário, auxiliar de ação direta, ajudante de ação direta, enfermeiro/enfermeira, técnico de enfermagem/técnica de enfermagem, auxiliar de enfermagem, auxiliar de saúde, técnico auxiliar de saúde/técnica auxiliar de saúde, técnico de farmácia/técnica de farmácia, farmacêutico/farmacêutica, fisioterapeuta, médico/médica, dentista, assistente dentário/assistente dentária, ama, babá, babysitter, educador de infância/educadora de infância, auxiliar de educação, auxiliar de ação educativa, monitor/monitora, nadador-salvador/nadadora-salvadora, salva-vidas,
empregado de limpeza/empregada de limpeza, empregado de limpezas/empregada de limpezas, auxiliar de limpeza, auxiliar de serviços gerais, serviços gerais, faxineiro/faxineira, diarista, empregado doméstico/empregada doméstica, empregada interna, doméstica, mulher a dias, operador de limpeza/operadora de limpeza, limpador/limpadora, lavador/lavadora, passadeira, lavadeira, engomadeira, costureiro/costureira, zelador/zeladora,
pedreiro/pedreira, servente, servente de pedreiro, ajudante de pedreiro, servente de obras, servente de obra, trolha, carpinteiro/carpinteira, marceneiro/marceneira, eletricista, electricista, canalizador/canalizadora, encanador/encanadora, pintor/pintora, serralheiro/serralheira, soldador/soldadora, ladrilhador, azulejista, gesseiro, armador de ferro, gruista, manobrador/manobradora, mestre de obras, encarregado de obra/encarregada de obra, mecânico/mecânica, bate-chapas, técnico de manutenção/técnica de manutenção, auxiliar de manutenção, engenheiro/engenheira, engenheiro civil/engenheira civil,
jardineiro/jardineira, trabalhador agrícola/trabalhadora agrícola, operário agrícola/operária agrícola, apanhador de fruta/apanhadora de fruta, agricultor/agricultora, tratador de animais/tratadora de animais, caseiro/caseira,
segurança, vigilante, guarda, guarda-noturno, porteiro de discoteca, bombeiro/bombeira,
administrativo/administrativa, assistente administrativo/assistente administrativa, auxiliar administrativo/auxiliar administrativa, auxiliar de escritório, empregado de escritório/empregada de escritório, secretário/secretária, contabilista, contador/contadora, técnico de contabilidade/técnica de contabilidade, gestor/gestora, assistente de recursos humanos, informático/informática, programador/programadora, desenvolvedor/desenvolvedora, designer, designer gráfico/designer gráfica, técnico de informática/técnica de informática, professor/professora, formador/formadora, explicador/explicadora, tradutor/tradutora, jornalista, fotógrafo/fotógrafa, cabeleireiro/cabeleireira, barbeiro/barbeira, manicure, esteticista, massagista, hospedeiro/hospedeira, comissário de bordo/comissária de bordo, personal trainer, advogado/advogada`;

/** Second words that take the plural as well. */
const adjectives = /(?:administrativ[oa]|gráfic[oa]|doméstic[oa]|agrícola|fabril|civil|intern[oa]|comercial)$/u;

export const roles: Roles = {
  titles: titles.split(/[,/]/u).map((title) => title.trim()),
  plurals(title) {
    const [first = "", ...rest] = title.split(" ");
    const tail = rest.join(" ");
    return [[plural(first), adjectives.test(tail) ? plural(tail) : tail].filter((part) => part !== "").join(" ")];
  },
};

function plural(word: string): string {
  if (word.endsWith("ão")) return `${word.slice(0, -2)}ões`;
  if (word.endsWith("m")) return `${word.slice(0, -1)}ns`;
  if (/[aeo]l$/u.test(word)) return `${word.slice(0, -1)}is`;
  if (word.endsWith("il")) return `${word.slice(0, -1)}s`;
  if (word.endsWith("s")) return word;
  return /[rz]$/u.test(word) ? `${word}es` : `${word}s`;
}
