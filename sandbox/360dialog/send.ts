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
const interactiveSend = z.object({ ...anySend, type: z.literal("interactive"), interactive: interactiveSchema });

/** A send, as what becomes of it. `input` is the recipient as it was given. */
export const sendSchema = z
  .discriminatedUnion("type", [textSend, interactiveSend], "the fake knows texts and interactive messages only")
  .transform((send, context) => {
    const content = send.type === "interactive" ? send.interactive : { text: send.text.body, interactive: undefined };
    // Given both, the phone number wins.
    const input = send.to ?? send.recipient;
    if (input !== undefined)
      return { input, recipient: input.replace(/^\+/, ""), ...content, callback: send.biz_opaque_callback_data };
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
