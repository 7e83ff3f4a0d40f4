/** Languages that the service speaks: each has a table of the rules engine and the control words. ISO 639-1. */
export const languages = ["en", "es", "pt", "de", "fr"] as const;
export type Language = (typeof languages)[number];
