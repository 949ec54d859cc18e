const INITIALS = 2;

/** The letters of an office's name that stand for its logo where it has none: of its first words, one each. */
export const initialsOf = (name: string): string =>
  (name.match(/(?<![\p{L}\p{N}])[\p{L}\p{N}]/gu) ?? []).slice(0, INITIALS).join('').toUpperCase();
