import type { Agent } from '#core/crm/agent.ts';
import { fillAnswer, type Known } from '#core/crm/fill-answer.ts';
import type { SavedAnswer } from '#core/crm/saved-answers.ts';
import { knownLanguage, type Language } from '#core/language.ts';

/** Whom words are written to, and what they may speak of. */
export type Addressee = {
  readonly firstName: string;
  /** As the contact's record has it. */
  readonly language: string | null;
  readonly home?: string | null | undefined;
  /** As the client reads it. */
  readonly date?: string | null | undefined;
};

/** Who of the office writes. */
export type Writer = { readonly agent: Pick<Agent, 'name'>; readonly company: { readonly defaultLanguage: Language } };

/** A saved answer as this client would read it; undefined where it has no text. */
export function textFor({ agent, company }: Writer, answer: SavedAnswer, client: Addressee): string | undefined {
  const known: Known = { first_name: client.firstName, home: client.home, date: client.date, agent: agent.name };
  const languages: readonly (Language | undefined)[] = [
    knownLanguage(client.language),
    knownLanguage(company.defaultLanguage),
    'en',
  ];
  return fillAnswer(
    answer,
    known,
    languages.filter((each) => each !== undefined),
  );
}
