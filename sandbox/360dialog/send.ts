import { z } from "zod";
import { isBsuid } from "../webhook-body.ts";

/** What POST /messages takes. Lengths count UTF-16 units, the stricter of the two ways in which the API may count. */

/** A button, or a row of a list. */
interface Option {
  id: string;
  title: string;
  description?: string | undefined;
}

/** What a candidate can tap below a text. */
export interface Interactive {
  type: "button" | "list";
  options: Option[];
}

const words = (most: number) => z.string().regex(/\S/, "is empty").max(most);
const bodySchema = z.object({ text: words(1024) });

/** The documentation says nothing of equal titles of rows; some providers refuse them. */
function refuseEqual(options: Option[], context: z.core.$RefinementCtx<unknown>, path: string[]): void {
  for (const key of ["id", "title"] as const) {
    if (new Set(options.map((option) => option[key])).size === options.length) continue;
    context.issues.push({ code: "custom", path, input: options, message: `holds the same ${key} twice` });
  }
}

const replySchema = z.object({
  id: z
    .string()
    .regex(/^\S(.*\S)?$/s, "begins or ends with a blank")
    .max(256),
  title: words(20),
});
const buttonsSchema = z.object({
  type: z.literal("button"),
  body: bodySchema,
  action: z.object({
    buttons: z
      .array(z.object({ type: z.literal("reply"), reply: replySchema }))
      .min(1)
      .max(3),
  }),
});
const rowSchema = z.object({ id: words(200), title: words(24), description: words(72).optional() });
const sectionSchema = z.object({ title: words(24).optional(), rows: z.array(rowSchema).min(1) });
const listSchema = z.object({
  type: z.literal("list"),
  body: bodySchema,
  action: z.object({ button: words(20), sections: z.array(sectionSchema).min(1).max(10) }),
});

const interactiveSchema = z
  .discriminatedUnion("type", [buttonsSchema, listSchema], "the fake knows buttons and lists only")
  .transform(({ type, body, action }, context) => {
    if ("buttons" in action) {
      const options = action.buttons.map(({ reply }) => reply);
      refuseEqual(options, context, ["action", "buttons"]);
      return { text: body.text, interactive: { type, options } };
    }
    const { sections } = action;
    const options: Option[] = sections.flatMap(({ rows }) => rows);
    const path = ["action", "sections"];
    refuseEqual(options, context, path);
    if (options.length > 10)
      context.issues.push({ code: "custom", path, input: sections, message: "hold over 10 rows" });
    if (sections.length > 1 && sections.some(({ title }) => title === undefined))
      context.issues.push({ code: "custom", path, input: sections, message: "need titles, being several" });
    return { text: body.text, interactive: { type, options } };
  });

const phoneNumber = /^\+?[1-9]\d{4,14}$/;
const anySend = {
  messaging_product: z.literal("whatsapp"),
  to: z.string().regex(phoneNumber, "is not a phone number").optional(),
  recipient: z.string().refine(isBsuid, "is not a business-scoped user id").optional(),
  biz_opaque_callback_data: z.string().max(512).optional(),
};

/** Left out, the API takes the message for a text. */
const textSend = z.object({
  ...anySend,
  type: z.literal("text").optional(),
  text: z.object({ body: z.string().min(1).max(4096) }),
});
/** The body's parameters only: what the service fills. */
const templateSend = z.object({
  ...anySend,
  type: z.literal("template"),
  template: z.object({
    name: z.string().regex(/^[a-z0-9_]{1,512}$/, "is not the name of a template"),
    language: z.object({ code: z.string() }),
    components: z
      .array(
        z.object({
          type: z.literal("body"),
          // The API refuses new lines, tabs and more than four blanks in a row (132018).
          parameters: z
            .array(z.object({ type: z.literal("text"), text: words(1024).regex(/^(?!.*(\s{5}|[\n\t]))/s) }))
            .min(1),
        }),
      )
      .max(1)
      .default([]),
  }),
});
const interactiveSend = z.object({ ...anySend, type: z.literal("interactive"), interactive: interactiveSchema });

/** What a send wants, before it is known whether its template exists. */
interface Content {
  text: string;
  interactive: Interactive | undefined;
  template: { name: string; language: string; parameters: string[] } | undefined;
}

function contentOf(send: z.output<typeof textSend | typeof interactiveSend | typeof templateSend>): Content {
  if (send.type === "interactive") return { ...send.interactive, template: undefined };
  if (send.type !== "template") return { text: send.text.body, interactive: undefined, template: undefined };
  const { name, language, components } = send.template;
  const parameters = components.flatMap((component) => component.parameters.map(({ text }) => text));
  return { text: "", interactive: undefined, template: { name, language: language.code, parameters } };
}

/** A send, as what becomes of it. `input` is the recipient as it was given. */
export const sendSchema = z
  .discriminatedUnion(
    "type",
    [textSend, interactiveSend, templateSend],
    "the fake knows texts, interactive messages and templates only",
  )
  .transform((send, context) => {
    // Given both, the phone number wins.
    const input = send.to ?? send.recipient;
    if (input !== undefined)
      return {
        input,
        recipient: input.replace(/^\+/, ""),
        ...contentOf(send),
        callback: send.biz_opaque_callback_data,
      };
    context.issues.push({ code: "custom", path: ["to"], input });
    return z.NEVER;
  });

export const receiptSchema = z
  .object({
    messaging_product: z.literal("whatsapp"),
    status: z.literal("read"),
    message_id: z.string().min(1),
    typing_indicator: z.object({ type: z.literal("text") }).optional(),
  })
  .transform((read) => ({ messageId: read.message_id, typing: read.typing_indicator !== undefined }));
