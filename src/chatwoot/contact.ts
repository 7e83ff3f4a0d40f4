import { z } from "zod";
import { ProviderError } from "../errors.ts";
import { answeredWith, type ChatwootClient } from "./client.ts";

const contactList = z.object({
  payload: z.array(z.object({ id: z.int(), identifier: z.string().nullish(), phone_number: z.string().nullish() })),
});
const createdContact = z.object({ payload: z.object({ contact: z.object({ id: z.int() }) }) });
const conversationList = z.object({ payload: z.array(z.object({ id: z.int(), inbox_id: z.int() })) });
const createdConversation = z.object({ id: z.int() });

/** As WhatsApp knows the candidate. At least one of the two ids is present. */
export interface Person {
  wa_id: string | null;
  bsuid: string | null;
  name: string | null;
}

/** Ids of Chatwoot; the conversation's is the one that its paths use. */
export interface ChatwootIds {
  contact: number;
  conversation: number;
}

/** Finds the candidate's contact and conversation, or makes them. Asked for one conversation one at a time. */
export function createContactFinder(client: ChatwootClient, inbox: () => Promise<number>) {
  async function find(person: Person): Promise<ChatwootIds> {
    const names = namesOf(person);
    const inboxId = await inbox();
    const contact = (await findBy("identifier", names.identifier)) ?? (await create(names, inboxId));
    return { contact, conversation: await conversationOf(contact, names.sourceId, inboxId) };
  }

  /** Every call of POST /conversations makes a new one, so an existing one comes first. */
  async function conversationOf(contact: number, sourceId: string, inboxId: number): Promise<number> {
    const { payload } = await client.call("GET", `/contacts/${contact}/conversations`, conversationList);
    const ours = payload.filter(({ inbox_id }) => inbox_id === inboxId).map(({ id }) => id);
    if (ours.length > 0) return Math.max(...ours);
    const { id } = await client.call("POST", "/conversations", createdConversation, {
      inbox_id: inboxId,
      contact_id: contact,
      source_id: sourceId,
      status: "pending",
    });
    return id;
  }

  async function create({ identifier, phone, sourceId, name }: Names, inboxId: number): Promise<number> {
    try {
      const { payload } = await client.call("POST", "/contacts", createdContact, {
        inbox_id: inboxId,
        source_id: sourceId,
        identifier,
        name,
        ...(phone !== undefined && { phone_number: phone }),
      });
      return payload.contact.id;
    } catch (error) {
      // A phone number that is taken is refused; a lost race for the identifier breaks a unique index instead.
      if (!answeredWith(error, 422, 500)) throw error;
      const taken = (await findBy("identifier", identifier)) ?? (phone && (await findBy("phone_number", phone)));
      if (!taken) throw error;
      // Without a source id Chatwoot would make up another link every time.
      const link = { inbox_id: inboxId, source_id: sourceId };
      await client.call("POST", `/contacts/${taken}/contact_inboxes`, z.unknown(), link);
      return taken;
    }
  }

  /** The search of GET /contacts/search is fuzzy and throttled; this one is exact but for upper and lower case. */
  async function findBy(key: "identifier" | "phone_number", value: string): Promise<number | undefined> {
    const condition = { attribute_key: key, filter_operator: "equal_to", values: [value], query_operator: null };
    const { payload } = await client.call("POST", "/contacts/filter", contactList, { payload: [condition] });
    return payload.find((contact) => contact[key] === value)?.id;
  }

  return { find };
}

type Names = ReturnType<typeof namesOf>;

/** How the person is called in Chatwoot. */
function namesOf({ wa_id, bsuid, name }: Person) {
  // The pattern is Chatwoot's: another number would be refused, and the candidate with it.
  const phone = wa_id !== null && /^[1-9]\d{1,14}$/.test(wa_id) ? `+${wa_id}` : undefined;
  const sourceId = wa_id ?? bsuid;
  if (sourceId === null) throw new ProviderError("fix", "nobody");
  return { sourceId, identifier: wa_id === null ? sourceId : `wa:${wa_id}`, phone, name: name ?? phone ?? sourceId };
}
