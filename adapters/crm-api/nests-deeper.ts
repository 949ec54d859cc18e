/** Whether a JSON value has more than so many lists and objects in each other. It goes no deeper itself, whatever is given. */
export function nestsDeeper(value: unknown, levels: number): boolean {
  let inside: readonly unknown[] = [value];
  for (let level = 0; ; level += 1) {
    const holders = inside.filter((each) => typeof each === 'object' && each !== null);
    if (holders.length === 0) return false;
    if (level === levels) return true;
    inside = holders.flatMap((each) => Object.values(each));
  }
}
