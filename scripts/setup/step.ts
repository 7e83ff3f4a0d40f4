/** One thing that has to be there, and what it takes. */
export interface Step {
  state: "exists" | "create" | "change";
  service: "chatwoot" | "360dialog";
  /** For people. It holds no secret. */
  text: string;
  /** Brings it about. What exists may be done again where nobody can see whether it is right. */
  run?: () => Promise<void>;
}

/** An address as it may be shown: a user, a password or a query could be a secret. */
export function shown(address: string): string {
  const url = URL.parse(address);
  return url === null ? "something that is no address" : `${url.origin}${url.pathname}`;
}
