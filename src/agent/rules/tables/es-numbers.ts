import { counted } from "../text.ts";

const tens = counted("cero diez veinte treinta cuarenta cincuenta sesenta");
const units = counted("cero uno dos tres cuatro cinco seis siete ocho nueve");

/** Numbers in words, up to 69. */
export const numbers: Record<string, number> = {
  ...counted(
    "cero uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciseis diecisiete dieciocho diecinueve veinte veintiuno veintidos veintitres veinticuatro veinticinco veintiseis veintisiete veintiocho veintinueve",
  ),
  ...Object.fromEntries(
    Object.entries(tens)
      .filter(([, ten]) => ten >= 3)
      .flatMap(([name, ten]): [string, number][] => [
        [name, 10 * ten],
        ...Object.entries(units)
          .filter(([, unit]) => unit > 0)
          .map(([unit, value]): [string, number] => [`${name} y ${unit}`, 10 * ten + value]),
      ]),
  ),
  un: 1,
  una: 1,
};

/** Those that can be somebody's age, the longest first. */
export const ages = Object.entries(numbers)
  .filter(([, value]) => value >= 14)
  .map(([name]) => name)
  .toSorted((a, b) => b.length - a.length)
  .join("|");
