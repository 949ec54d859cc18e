/** What goes wrong with a call instead of, before or after its effect. */
export type Fault =
  | { readonly status: number; readonly code: number }
  /** Never answered. */
  | { readonly hang: true }
  /** The connection is cut and nothing happened. */
  | { readonly cutBefore: true }
  /** It happened, then the connection is cut. */
  | { readonly cutAfter: true };

export type Faults = {
  /** Strikes the next call whose path ends so, after it let so many through. */
  add(path: 'messages' | 'media', fault: Fault, after?: number): void;
  strike(path: string): Fault | undefined;
};

export function createFaults(): Faults {
  let rules: { readonly path: string; readonly fault: Fault; after: number }[] = [];
  return {
    add: (path, fault, after = 0) => void rules.push({ path, fault, after }),
    strike: (path) => {
      const rule = rules.find((each) => path.endsWith(each.path));
      if (!rule) return undefined;
      rule.after -= 1;
      if (rule.after >= 0) return undefined;
      rules = rules.filter((each) => each !== rule);
      return rule.fault;
    },
  };
}
