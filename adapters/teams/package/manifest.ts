import { phrase } from '#core/chat/text.ts';
import { LANGUAGES, type Language, LOCALES } from '#core/language.ts';
import type { Words } from '#core/words.ts';

/** What the app says of itself and of the office. */
export type AboutApp = {
  /** The bot's id at Microsoft; the app's is the same. */
  readonly appId: string;
  /** The office, as clients know it. */
  readonly office: string;
  /** https; pictures and links of cards lead there. */
  readonly publicUrl: string;
};

/** The schemas of this version are those that every client reads (Teams, app manifest, 2026). */
export const MANIFEST_VERSION = '1.24';
const SCHEMAS = `https://developer.microsoft.com/json-schemas/teams/v${MANIFEST_VERSION}`;
const DEFAULT: Language = 'en';
/** Characters of the short name, as Teams shows it beside the icon. */
const SHORT_NAME = 30;
/** Raised with each change of what the package holds. */
const PACKAGE_VERSION = '1.0.1';
/** Teams knows languages without their countries, and Norwegian as Bokmål. */
const tagOf = (language: Language): string => new Intl.Locale(LOCALES[language]).language;

export const ICONS = { color: 'color.png', outline: 'outline.png' } as const;

/** The manifest of the app: one bot, for personal chats alone, since what it says is for one person. */
export function manifestOf({ appId, office, publicUrl }: AboutApp, words: Words) {
  const url = new URL(publicUrl);
  const site = url.href.replace(/\/$/, '');
  return {
    $schema: `${SCHEMAS}/MicrosoftTeams.schema.json`,
    manifestVersion: MANIFEST_VERSION,
    version: PACKAGE_VERSION,
    id: appId,
    developer: { name: office.slice(0, 32), websiteUrl: site, privacyUrl: site, termsOfUseUrl: site },
    ...textsOf(office, words, DEFAULT),
    icons: ICONS,
    accentColor: '#1F6F63',
    bots: [{ botId: appId, scopes: ['personal'], supportsFiles: true, isNotificationOnly: false }],
    permissions: ['identity', 'messageTeamMembers'],
    validDomains: [url.host],
    localizationInfo: {
      defaultLanguageTag: DEFAULT,
      additionalLanguages: LANGUAGES.filter((each) => each !== DEFAULT).map((each) => ({
        languageTag: tagOf(each),
        file: localisationFile(each),
      })),
    },
  };
}

function textsOf(office: string, words: Words, language: Language) {
  return {
    name: { short: office.slice(0, SHORT_NAME), full: office.slice(0, 100) },
    description: { short: words.say(phrase('bot.short'), language), full: words.say(phrase('bot.about'), language) },
  };
}

export const localisationFile = (language: Language): string => `${tagOf(language)}.json`;

/** What the app is called in a language besides English. */
export function localisationOf({ office }: AboutApp, words: Words, language: Language) {
  const { name, description } = textsOf(office, words, language);
  return {
    $schema: `${SCHEMAS}/MicrosoftTeams.Localization.schema.json`,
    'name.short': name.short,
    'name.full': name.full,
    'description.short': description.short,
    'description.full': description.full,
  };
}
