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
  /** Strikes the next calls whose path ends so. */
  add(path: 'messages' | 'media', fault: Fault, times?: number): void;
  strike(path: string): Fault | undefined;
};

export function createFaults(): Faults {
  const rules: { readonly path: string; readonly fault: Fault; left: number }[] = [];
  return {
    add: (path, fault, times = 1) => void rules.push({ path, fault, left: times }),
    strike: (path) => {
      const rule = rules.find((each) => each.left > 0 && path.endsWith(each.path));
      if (rule) rule.left -= 1;
      return rule?.fault;
    },
  };
}
