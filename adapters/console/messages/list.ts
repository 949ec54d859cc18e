import type { Asked, Visit } from '#adapters/console/door.ts';
import { all, type Html, html } from '#adapters/console/html.ts';
import { icon } from '#adapters/console/icons.ts';
import { liveAttributes, partPath } from '#adapters/console/parts.ts';
import { plainText } from '#core/chat/plain-text.ts';
import type { LastWords, Talk, TalkFilter } from '#core/crm/talks.ts';
import { TALK_FILTERS } from '#core/crm/talks.ts';
import type { ContactId } from '#core/ids.ts';
import type { Words } from '#core/words.ts';
import { channelName, firstName, silentAvatar } from './names.ts';

/** Talks that a list shows at once. */
const SHOWN = 50;
/** Characters of what was said last; more than any width shows. */
const LAST_LENGTH = 120;

/** What of all talks a list shows, and where it goes on. */
export type Listed = { readonly filter: TalkFilter; readonly search: string; readonly before?: Date };

export function listedIn({ query }: Asked): Listed {
  const filter = TALK_FILTERS.find((each) => each === query.show) ?? 'all';
  const before = new Date(query.before ?? Number.NaN);
  return { filter, search: (query.q ?? '').trim(), ...(Number.isNaN(before.getTime()) ? {} : { before }) };
}

/** All talks of the office beside the one that is open. */
export async function talkList(visit: Visit, words: Words, listed: Listed, open?: ContactId): Promise<Html> {
  const { say, kept, path, agent } = visit;
  const { filter, search, before } = listed;
  const waiting = await kept.talks.countWaiting();
  const asked = { filter, me: agent.id, ...(search ? { search } : {}), ...(before ? { before } : {}) };
  const found = await kept.talks.list({ ...asked, limit: SHOWN + 1 });
  const talks = found.slice(0, SHOWN);
  const last = talks.at(-1);
  const isOnPhone = open === undefined;
  const rows = talks.map((talk) => row(visit, words, talk, listed, talk.contact === open));
  const more =
    found.length > SHOWN &&
    last &&
    html`<p class="pad-s"><a class="btn full" href="${here(path, { show: filter, q: search, before: last.place.toISOString() })}">${say('talk.older')}</a></p>`;
  const none = search
    ? say('talk.nothingFound', { search })
    : say(filter === 'waiting' ? 'talk.noneWaits' : 'talk.none');
  return html`<section class="list-pane" id="inbox" aria-labelledby="inbox-title"${liveAttributes({ path, part: 'inbox', on: ['messages'] })}>
<div class="bar">${isOnPhone ? html`<h1 class="grow hide-phone" id="inbox-title">${say('talk.title')}</h1>` : html`<h2 class="grow" id="inbox-title">${say('talk.title')}</h2>`}
<div class="seg" role="group" aria-label="${say('talk.filter')}">${TALK_FILTERS.map((each) => filterLink(visit, each, listed, waiting))}</div></div>
<form class="seek" id="seek" role="search" method="get" action="${path.split('?')[0]}">${filter !== 'all' && html`<input type="hidden" name="show" value="${filter}">`}<label class="vh" for="seek-words">${say('talk.search')}</label>${icon('search', 's')}<input class="input" id="seek-words" type="search" name="q" value="${search}" placeholder="${say('talk.search')}" autocomplete="off" maxlength="80" hx-get="${partPath(path.split('?')[0] ?? path, 'inbox')}" hx-trigger="input changed delay:200ms" hx-include="closest form" hx-target="#talks" hx-select="#talks" hx-swap="outerMorph" hx-sync="replace"></form>
<div class="chats" id="talks">${talks.length > 0 ? html`<ul>${rows}</ul>${more}` : html`<p class="empty pad-l">${none}</p>`}</div>
</section>`;
}

/** The page at this path, with these asked for besides; what is empty is left out. */
function here(path: string, asked: Readonly<Record<string, string>>): string {
  const query = new URLSearchParams(Object.entries(asked).filter(([, value]) => value !== '' && value !== 'all'));
  const bare = path.split('?')[0] ?? path;
  return query.size > 0 ? `${bare}?${query}` : bare;
}

function filterLink({ say, path }: Visit, filter: TalkFilter, listed: Listed, waiting: number): Html {
  const name = filter === 'waiting' ? say('talk.waiting', { count: waiting }) : say(`talk.${filter}`);
  const isChosen = filter === listed.filter;
  return html`<a href="${here(path, { show: filter, q: listed.search })}"${isChosen && html` aria-current="true"`}>${name}</a>`;
}

function row(visit: Visit, words: Words, talk: Talk, { filter }: Listed, isOpen: boolean): Html {
  const { say, times, agent } = visit;
  const name = `${talk.firstName} ${talk.lastName}`;
  const { last, waitingSince, heldBy } = talk;
  const said = last ? lastOf(visit, words, last) : say('talk.nothingSaid');
  const at = waitingSince ?? last?.at ?? talk.place;
  const marks = all(
    heldBy !== null && heldBy.id !== agent.id && html`<span class="tag">${firstName(heldBy.name)}</span>`,
    waitingSince !== null ? html`<span class="dot"></span>` : markOf(last),
  );
  const to = here(`/crm/messages/${talk.contact}`, { show: filter });
  const on = last && html`<span class="vh">, ${channelName(last.channel)}, </span>`;
  const waits = waitingSince && html`<span class="vh">, ${say('talk.waits')}</span>`;
  return html`<li><a class="chat${waitingSince ? ' new' : ''}" id="talk-${talk.contact}" href="${to}"${isOpen && html` aria-current="true"`}>${silentAvatar(name, last?.channel)}<span class="name cut">${name}</span>${on}<span class="last cut">${said}</span><span class="vh">, </span><span class="at xs quiet nowrap">${times.element(at)}</span>${waits}<span class="mark2">${marks}</span></a></li>`;
}

function lastOf({ say, agent }: Visit, words: Words, last: LastWords): string {
  if (last.state === 'failed') return say('talk.lastFailed');
  const all =
    typeof last.said === 'string' ? last.said : plainText(last.said.body, (each) => words.say(each, last.language));
  const shown = all.replace(/\s+/g, ' ').trim().slice(0, LAST_LENGTH) || say('talk.filesOnly', { count: last.files });
  if (last.from === 'bot') return say('talk.byBot', { words: shown });
  if (last.from === 'client') return shown;
  return last.user?.id === agent.id
    ? say('talk.byYou', { words: shown })
    : say('talk.byUser', { name: firstName(last.user?.name ?? ''), words: shown });
}

function markOf(last: LastWords | null): Html | null {
  if (last === null || last.from === 'client') return null;
  if (last.state === 'failed' || last.state === 'uncertain')
    return html`<span class="bad-ink">${icon('circle-alert', 's')}</span>`;
  const isThere = last.state === 'delivered' || last.state === 'read';
  return last.from === 'user' ? html`<span class="quiet">${icon(isThere ? 'check-check' : 'check', 's')}</span>` : null;
}
