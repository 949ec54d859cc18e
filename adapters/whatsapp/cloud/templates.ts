import { shortened } from '#adapters/whatsapp/lines.ts';
import { type Message, pressesOf } from '#core/chat/message.ts';
import type { DeliveryKind } from '#core/chat/owed.ts';
import type { Language } from '#core/language.ts';
import { encodeIntent } from '#core/turns/intent-code.ts';
import type { Words } from '#core/words.ts';
import { TEMPLATE_VALUE_LENGTH } from './limits.ts';

type Template = {
  readonly name: string;
  readonly category: 'MARKETING' | 'UTILITY';
  /** What it says, `{{1}}` being the property or the news, and what its button says. */
  readonly says: Readonly<Record<Language, { readonly body: string; readonly button: string }>>;
};

/** WhatsApp's codes of our languages (template languages). */
const CODES: Readonly<Record<Language, string>> = {
  en: 'en',
  nl: 'nl',
  de: 'de',
  fr: 'fr',
  es: 'es',
  pt: 'pt_PT',
  it: 'it',
  pl: 'pl',
  sv: 'sv',
  no: 'nb',
};

/** Asks a client to open the window again, because something waits for them. A change takes another name and a new approval. */
const NEW_HOMES: Template = {
  name: 'tesoro_new_homes',
  category: 'MARKETING',
  says: {
    en: { body: 'Your agent has something new for you: {{1}}. Tap the button to see it here.', button: 'Show me' },
    nl: {
      body: 'Uw makelaar heeft iets nieuws voor u: {{1}}. Druk op de knop om het hier te bekijken.',
      button: 'Bekijken',
    },
    de: {
      body: 'Ihr Makler hat etwas Neues für Sie: {{1}}. Tippen Sie auf die Schaltfläche, um es hier zu sehen.',
      button: 'Ansehen',
    },
    fr: {
      body: 'Votre agent a une nouveauté pour vous : {{1}}. Appuyez sur le bouton pour la voir ici.',
      button: 'Voir',
    },
    es: { body: 'Su agente tiene algo nuevo para usted: {{1}}. Pulse el botón para verlo aquí.', button: 'Ver' },
    pt: { body: 'O seu agente tem uma novidade para si: {{1}}. Prima o botão para a ver aqui.', button: 'Ver' },
    it: { body: 'Il Suo agente ha una novità per Lei: {{1}}. Prema il pulsante per vederla qui.', button: 'Vedi' },
    pl: {
      body: 'Państwa agent ma coś nowego: {{1}}. Proszę nacisnąć przycisk, aby zobaczyć to tutaj.',
      button: 'Pokaż',
    },
    sv: { body: 'Din mäklare har något nytt till dig: {{1}}. Tryck på knappen för att se det här.', button: 'Visa' },
    no: { body: 'Megleren din har noe nytt til deg: {{1}}. Trykk på knappen for å se det her.', button: 'Vis' },
  },
};
const VIEWING_NEWS: Template = {
  name: 'tesoro_viewing_news',
  category: 'UTILITY',
  says: {
    en: { body: 'There is news about your viewing: {{1}}. Tap the button to see all of it here.', button: 'Show me' },
    nl: {
      body: 'Er is nieuws over uw bezichtiging: {{1}}. Druk op de knop om alles hier te zien.',
      button: 'Bekijken',
    },
    de: {
      body: 'Es gibt Neues zu Ihrer Besichtigung: {{1}}. Tippen Sie auf die Schaltfläche, um alles hier zu sehen.',
      button: 'Ansehen',
    },
    fr: {
      body: 'Il y a du nouveau pour votre visite : {{1}}. Appuyez sur le bouton pour tout voir ici.',
      button: 'Voir',
    },
    es: { body: 'Hay novedades sobre su visita: {{1}}. Pulse el botón para verlo todo aquí.', button: 'Ver' },
    pt: { body: 'Há novidades sobre a sua visita: {{1}}. Prima o botão para ver tudo aqui.', button: 'Ver' },
    it: { body: 'Ci sono novità sulla Sua visita: {{1}}. Prema il pulsante per vedere tutto qui.', button: 'Vedi' },
    pl: {
      body: 'Jest wiadomość w sprawie prezentacji: {{1}}. Proszę nacisnąć przycisk, aby zobaczyć całość tutaj.',
      button: 'Pokaż',
    },
    sv: { body: 'Det finns nyheter om din visning: {{1}}. Tryck på knappen för att se allt här.', button: 'Visa' },
    no: { body: 'Det er nytt om visningen din: {{1}}. Trykk på knappen for å se alt her.', button: 'Vis' },
  },
};

/** How to end offers, below each of them; 60 characters at most (templates, footer). */
const STOP: Readonly<Record<Language, string>> = {
  en: 'No more messages? Reply STOP.',
  nl: 'Geen berichten meer? Antwoord STOP.',
  de: 'Keine Nachrichten mehr? Antworten Sie STOP.',
  fr: 'Plus de messages ? Répondez STOP.',
  es: '¿No quiere más mensajes? Responda STOP.',
  pt: 'Não quer mais mensagens? Responda STOP.',
  it: 'Niente più messaggi? Risponda STOP.',
  pl: 'Bez kolejnych wiadomości? Proszę odpisać STOP.',
  sv: 'Inga fler meddelanden? Svara STOP.',
  no: 'Ingen flere meldinger? Svar STOP.',
};

const OF_KIND: Readonly<Record<DeliveryKind, Template | undefined>> = {
  saved: undefined,
  offered: undefined,
  refused: undefined,
  offer: NEW_HOMES,
  reminder: VIEWING_NEWS,
  viewing: VIEWING_NEWS,
  message: undefined,
  screen: undefined,
  code: undefined,
};

/** The template that asks for an answer to a message of this kind, filled; undefined where none is meant for it. */
export function templateFor(kind: DeliveryKind, message: Message, words: Words, language: Language) {
  const template = OF_KIND[kind];
  if (!template) return undefined;
  const language_ = { code: CODES[language] };
  const value = { type: 'text', text: oneLine(saidIn(message, words, language)) };
  const payload = { type: 'payload', payload: encodeIntent(leadsTo(kind, message)) };
  const components = [
    { type: 'body', parameters: [value] },
    { type: 'button', sub_type: 'quick_reply', index: '0', parameters: [payload] },
  ];
  return { type: 'template', template: { name: template.name, language: language_, components } };
}

/** All templates in all languages, as Meta's message_templates takes them. */
export const templateDefinitions = (): readonly Readonly<Record<string, unknown>>[] =>
  [NEW_HOMES, VIEWING_NEWS].flatMap(({ name, category, says }) =>
    Object.entries(says).map(([language, { body, button }]) => ({
      name,
      category,
      language: CODES[language as Language],
      components: [
        { type: 'BODY', text: body, example: { body_text: [['Casa Verde']] } },
        ...(category === 'MARKETING' ? [{ type: 'FOOTER', text: STOP[language as Language] }] : []),
        { type: 'BUTTONS', buttons: [{ type: 'QUICK_REPLY', text: button }] },
      ],
    })),
  );

/** The home, or the first thing it says. */
function saidIn({ body }: Message, words: Words, language: Language): string {
  if (body.is === 'card') return words.say(body.card.name, language);
  if (body.is === 'event') return words.say(body.lines ? body.caption : body.event.title, language);
  if (body.is === 'album') return words.say(body.caption, language);
  if (body.is === 'place') return words.say(body.place.name, language);
  const [first] = body.paragraphs;
  return first && first.is !== 'list' ? words.say(first.text, language) : '…';
}

/** Values hold no new lines, no tabs and no runs of spaces (templates, parameters). */
const oneLine = (said: string): string =>
  shortened(said.replace(/\s+/g, ' ').trim(), TEMPLATE_VALUE_LENGTH).replace(/[.!…\s]+$/, '') || '…';

function leadsTo(kind: DeliveryKind, message: Message) {
  const intents = pressesOf(message).map(({ intent }) => intent);
  if (kind === 'offer') return { to: 'listNew', page: 0 } as const;
  const viewing = intents.flatMap((intent) => ('viewing' in intent ? [intent.viewing] : []))[0];
  if (viewing) return { to: 'openViewing', viewing } as const;
  return { to: 'listViewings', tab: 'upcoming', page: 0 } as const;
}
