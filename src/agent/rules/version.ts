/** Raised with every change of what the rules understand or say; stands in each decision record. */
export const RULE_VERSION = "4";
