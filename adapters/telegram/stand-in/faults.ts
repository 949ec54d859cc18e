/** What goes wrong with a call instead of, before or after its effect. */
export type Mishap =
  | { readonly delayMs: number }
  | { readonly status: number; readonly description?: string; readonly retryAfter?: number }
  /** Never answered. */
  | { readonly hang: true }
  /** The connection is cut, nothing happened and nothing is recorded. */
  | { readonly resetBefore: true }
  /** It happened and is recorded, then the connection is cut. */
  | { readonly resetAfter: true };

type Fault = {
  readonly method?: string;
  readonly chatId?: number;
  /** The first matching call it strikes, counted from 1. */
  readonly nth?: number;
  /** How many calls it strikes; once unless told. */
  readonly times?: number;
  readonly do: Mishap;
};

export type Faults = {
  /** Returns how to take it back. */
  add(fault: Fault): () => void;
  /** The mishap of this call, counting it. */
  strike(method: string, chatId: number | undefined): Mishap | undefined;
  clear(): void;
};

export function createFaults(): Faults {
  const rules = new Set<{ fault: Fault; seen: number }>();
  return {
    add: (fault) => {
      const rule = { fault, seen: 0 };
      rules.add(rule);
      return () => rules.delete(rule);
    },
    strike: (method, chatId) => {
      if (rules.size === 0) return undefined;
      let mishap: Mishap | undefined;
      for (const rule of rules) {
        const { fault } = rule;
        if (fault.method !== undefined && fault.method.toLowerCase() !== method.toLowerCase()) continue;
        if (fault.chatId !== undefined && fault.chatId !== chatId) continue;
        rule.seen += 1;
        const first = fault.nth ?? 1;
        const last = first + (fault.times ?? 1) - 1;
        if (rule.seen >= last) rules.delete(rule);
        if (rule.seen >= first && mishap === undefined) mishap = fault.do;
      }
      return mishap;
    },
    clear: () => rules.clear(),
  };
}
