import { z } from "zod";

/** The profile fields, their names and types: what a candidate can state about themselves. */

const words = z.string().trim().min(1).max(200);
const list = <T extends z.ZodType>(item: T) => z.array(item).min(1).max(20);

export const languageSkill = z.object({
  /** ISO 639-1. */
  code: z.string().regex(/^[a-z]{2}$/),
  level: z.enum(["A1", "A2", "B1", "B2", "C1", "C2", "native"]).nullable(),
});

export const fields = {
  first_name: words,
  last_name: words,
  email: z.email().max(200),
  /** E.164, with "+". */
  phone: z.string().regex(/^\+[1-9]\d{6,14}$/),
  /** As in the country's common spelling. */
  city: words,
  /** ISO 3166-1 alpha-2. */
  country: z.string().regex(/^[A-Z]{2}$/),
  /** Lower case, singular, in the candidate's language. */
  roles: list(words),
  /** In the wanted role. */
  experience_years: z.number().min(0).max(60),
  skills: list(words),
  languages: list(languageSkill),
  education: words,
  licences: list(words),
  work_permit: z.boolean(),
  /** A calendar day. */
  available_from: z.iso.date(),
  hours: z.enum(["full_time", "part_time", "either"]),
  shifts: list(z.enum(["morning", "afternoon", "evening", "night", "weekend"])),
  pay_expectation: z.object({
    amount: z.number().positive().max(10_000_000),
    /** ISO 4217. */
    currency: z.string().regex(/^[A-Z]{3}$/),
    period: z.enum(["hour", "day", "week", "month", "year"]),
  }),
  own_transport: z.boolean(),
  over_18: z.boolean(),
} as const;

export type Field = keyof typeof fields;

export const profileSchema = z.object(fields).partial();
/** What is known of a person. */
export type Profile = z.output<typeof profileSchema>;

const fieldName = z.enum(Object.keys(fields));

export function isField(name: string): name is Field {
  return fieldName.safeParse(name).success;
}
