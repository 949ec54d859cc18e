import { type Language, LOCALES } from '#core/language.ts';

/** A sum as readers of the language write it: `€425,000`, `€ 425.000`; cents only where there are any. `currency`: ISO 4217. */
export function moneyIn(language: Language, amount: number, currency: string): string {
  const options = { style: 'currency', currency, trailingZeroDisplay: 'stripIfInteger' } as const;
  return new Intl.NumberFormat(LOCALES[language], options).format(amount);
}
