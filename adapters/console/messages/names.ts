import { type Html, html } from '#adapters/console/html.ts';
import { type Icon, icon } from '#adapters/console/icons.ts';
import { initials } from '#adapters/console/parts.ts';
import type { Say } from '#adapters/console/say.ts';
import { CHANNELS, type Channel } from '#core/chat/channels.ts';
import { LOCALES, languageFor } from '#core/language.ts';

const DRAWINGS: Readonly<Record<Channel, Icon>> = { telegram: 'send', whatsapp: 'message-circle', teams: 'users' };

/** What people call a channel. */
export const channelName = (channel: Channel): string => CHANNELS[channel].name;
export const channelIcon = (channel: Channel): Html => icon(DRAWINGS[channel], 's');

/** A person's letters with the channel that they are on. */
export const avatarOn = (name: string, channel: Channel | undefined): Html =>
  html`<span class="avatar"><span aria-hidden="true">${initials(name)}</span>${
    channel &&
    html`<span class="via" title="${channelName(channel)}">${icon(DRAWINGS[channel])}<span class="vh">${channelName(channel)}</span></span>`
  }</span>`;
/** The same beside words that say all of it. */
export const silentAvatar = (name: string, channel: Channel | undefined): Html =>
  html`<span class="avatar" aria-hidden="true"><span>${initials(name)}</span>${
    channel && html`<span class="via">${icon(DRAWINGS[channel])}</span>`
  }</span>`;

export const firstName = (name: string): string => name.split(' ')[0] ?? name;

/** What a language is called in the reader's: `Dutch`. */
export function languageName(say: Say, tag: string): string {
  const name = new Intl.DisplayNames(LOCALES[say.language], { type: 'language' }).of(languageFor(tag)) ?? tag;
  return name.charAt(0).toLocaleUpperCase(say.language) + name.slice(1);
}
