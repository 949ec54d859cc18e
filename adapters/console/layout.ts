import type { Visitor } from '#core/sessions/visitor.ts';
import { dialogPlace } from './dialog-place.ts';
import { type Hole, type Html, html } from './html.ts';
import { type Icon, icon } from './icons.ts';
import { mediaPath } from './media-path.ts';
import { findButton, findIcon, palette } from './palette/palette.ts';
import { initials } from './parts.ts';
import type { ConsoleLanguage, Say } from './say.ts';
import { LANGUAGE_NAMES } from './say.ts';
import { signInAgain } from './sign-in/again.ts';
import { ICON_PATH, SCRIPT, STYLE } from './static-files.ts';

/** A page between the bars: its title is its h1, and the browser's with the office's name. */
export type Page = {
  readonly title: string;
  /** Which link of the bars it belongs to. */
  readonly current?: Place;
  /** The list that it belongs to, above the h1. */
  readonly within?: { readonly to: string; readonly name: string };
  /** Before the h1: a person's face. */
  readonly portrait?: Hole;
  /** Below the h1. */
  readonly intro?: Hole;
  /** Beside the h1: what can be done with the whole page. */
  readonly tools?: Hole;
  readonly body: Html;
  readonly width?: 'mid' | 'full' | undefined;
  /** It fills the frame to its edges, and brings its h1 itself. */
  readonly isFlush?: true;
};

/** How much waits, beside the links of the bars; nothing where it is not known. */
export type Counts = {
  readonly waits: number;
  readonly requests: number;
  readonly messages: number;
  readonly problems: number;
};
export const NO_COUNTS: Counts = { waits: 0, requests: 0, messages: 0, problems: 0 };

export const PLACES = {
  today: ['/crm/today', 'sun'],
  requests: ['/crm/requests', 'calendar-clock'],
  messages: ['/crm/messages', 'messages-square'],
  contacts: ['/crm/contacts', 'contact'],
  deals: ['/crm/deals', 'handshake'],
  properties: ['/crm/properties', 'house'],
  problems: ['/crm/problems', 'triangle-alert'],
  settings: ['/crm/settings', 'settings'],
} as const satisfies Readonly<Record<string, readonly [path: string, drawing: Icon]>>;
export type Place = keyof typeof PLACES;

const MAIN: readonly Place[] = ['today', 'requests', 'messages', 'contacts', 'deals', 'properties'];
const OFFICE: readonly Place[] = ['problems', 'settings'];
const PHONE: readonly Place[] = ['today', 'requests', 'messages', 'contacts'];
/** What the frame of a page is made of. */
export type Framed = Visitor & {
  readonly say: Say;
  readonly path: string;
  readonly csrf: string;
  readonly counts: Counts;
  /** When it was made: nudges since are made up for. */
  readonly madeAt: Date;
  /** What a form said before the page came. */
  readonly said?: Said | undefined;
};
export type Said = { readonly is: 'done' | 'refused'; readonly words: string };

/** A whole page of the console, with its bars. */
export function layout(framed: Framed, page: Page): Html {
  const { say, company, user, counts, path, madeAt } = framed;
  return document(framed.say.language, {
    title: titleOf(counts, page.title, company.name),
    colours: user.colours,
    said: { notSent: say('frame.notSent', { what: '{what}' }), sendAgain: say('frame.sendAgain') },
    body: html`<a class="skip" href="#main">${say('frame.skip')}</a>
<div class="app" data-keys="${user.singleKeys ? 'on' : 'off'}">
${sideBar(framed, page)}
<div>
<header class="phonehead">${backLink(framed.say, page)}<h1>${page.title}</h1>${findIcon(say)}${userLink(framed)}</header>
<main id="main" tabindex="-1"${page.isFlush && html` class="flush"`}>
<div class="banner wait b4" id="offline" role="alert" hidden>${icon('wifi-off')}<span data-words="${say('frame.noConnection', { time: '{time}' })}"></span><button type="button" class="btn" data-do="reconnect">${say('frame.tryNow')}</button></div>
${page.isFlush ? page.body : measured(framed.say, page)}
</main>
${phoneBar(framed, page)}
</div>
</div>
<a id="open-keys" href="/crm/keys" hx-get="/crm/keys?part=dialog" hx-target="#dialog" hx-sync="#dialog:replace" hx-swap="innerHTML" hidden>${say('keys.title')}</a>
${result(framed.say, framed.said)}
${dialogPlace}
${palette(say)}
${signInAgain(say, user.email)}
<div id="stream" hx-sse:connect="/crm/live?since=${madeAt.getTime()}" hx-swap="none" hidden data-path="${path}"></div>
<div id="counts" hx-get="/crm/counts?part=counts" hx-trigger="waits from:body, messages from:body, problems from:body, all from:body" hx-swap="none" hx-sync="replace" hidden>${waitsCount(counts)}</div>`,
  });
}

const measured = (say: Say, page: Page): Html =>
  html`<div class="measure${page.width ? ` ${page.width}` : ''}">
${headOf(say, page)}
${page.body}
</div>`;

/** `(6) Today · Costa Verde Homes` */
export const titleOf = (counts: Counts, title: string, company: string): string =>
  `${counts.waits > 0 ? `(${counts.waits}) ` : ''}${title} · ${company}`;

/** The outermost of every page, with the bars or without. */
export function document(
  language: ConsoleLanguage,
  {
    title,
    colours = 'device',
    said,
    body,
  }: {
    readonly title: string;
    readonly colours?: Visitor['user']['colours'];
    /** What the script says where a form did not arrive. */
    readonly said?: { readonly notSent: string; readonly sendAgain: string };
    readonly body: Html;
  },
): Html {
  return html`<!doctype html>
<html lang="${language}"${colours !== 'device' && html` data-theme="${colours}"`}>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
<meta name="htmx-config" content='{"morphIgnore":["data-htmx-powered","open"],"history":false,"includeIndicatorCSS":false}'>
<title>${title}</title>
<link rel="icon" href="${ICON_PATH}" type="image/svg+xml">
<link rel="manifest" href="/crm/manifest.webmanifest">
<link rel="stylesheet" href="/crm${STYLE.path}">
<script src="/crm${SCRIPT.path}" defer></script>
</head>
<body${said && html` data-not-sent="${said.notSent}" data-send-again="${said.sendAgain}"`}>
${body}
</body>
</html>
`;
}

/** On a phone the h1 stands in the bar above; what can be done with the page stays. */
function headOf(say: Say, { title, within, portrait, intro, tools }: Page): Html {
  const stays = within !== undefined || Boolean(tools);
  const words = html`<div><h1${stays && html` class="hide-phone"`}>${title}</h1>${intro && html`<p>${intro}</p>`}</div>`;
  return html`${within && html`<nav class="crumbs hide-phone" aria-label="${say('frame.crumbs')}"><a href="${within.to}">${within.name}</a> / ${title}</nav>`}
<div class="head${stays ? '' : ' onphone'}">${portrait ? html`<div class="wide-gap flex">${portrait}${words}</div>` : words}${tools}</div>`;
}

const backLink = (say: Say, { within }: Page): Html | undefined =>
  within &&
  html`<a class="back btn icon plain" href="${within.to}" aria-label="${say('frame.backTo', { place: within.name })}">${icon('chevron-left')}</a>`;

function sideBar(framed: Framed, page: Page): Html {
  const { say, company } = framed;
  return html`<aside class="side" aria-label="${say('frame.console')}">
<div class="office${company.logo && ' has-logo'}">${officeMark(company)}<div><b>${company.name}</b><span class="live" id="live" role="status" data-live="${say('frame.live')}" data-lost="${say('frame.reconnecting')}">${say('frame.live')}</span></div></div>
${findButton(say)}
<nav class="nav" aria-label="${say('frame.main')}">
${MAIN.map((place) => link(framed, page, place, 'side'))}
</nav>
<div class="rule"></div>
<nav class="nav" aria-label="${say('frame.office')}">
${OFFICE.map((place) => link(framed, page, place, 'side'))}
</nav>
${me(framed)}
</aside>`;
}

const officeMark = ({ name, logo }: Visitor['company']): Html =>
  logo
    ? html`<img class="office-logo" src="${mediaPath(logo, 'thumb')}" alt="">`
    : html`<span class="mark" aria-hidden="true">${initials(name)}</span>`;

function link({ say, counts }: Framed, page: Page, place: Place, bar: Bar): Html {
  const [path, drawing] = PLACES[place];
  return html`<a href="${path}"${page.current === place && html` aria-current="page"`}>${icon(drawing)}<span>${say(`frame.${place}`)}</span>${count(say, counts, place, bar)}</a>`;
}

const COUNTED = ['requests', 'messages', 'problems'] as const;
type Counted = (typeof COUNTED)[number];
const BARS = ['side', 'phone'] as const;
type Bar = (typeof BARS)[number];

function count(say: Say, counts: Counts, place: Place, bar: Bar): Html | false {
  const counted = COUNTED.find((each) => each === place);
  return counted !== undefined && html` ${countOf(say, counts, counted, bar)}`;
}

/** There even where it is 0, so that it has a place to grow in. */
function countOf(say: Say, counts: Counts, place: Counted, bar: Bar): Html {
  const isHot = place === 'problems';
  const many = counts[place];
  return html`<span class="count${isHot ? ' hot' : ''}" id="count-${place}-${bar}"${many === 0 && html` hidden`}><span class="vh">${say(isHot ? 'frame.open' : 'frame.waiting')} </span>${many}</span>`;
}

/** What is fetched anew when something changed: each count in its place; the script writes the title's. */
export const countPart = (say: Say, counts: Counts): Html =>
  html`${BARS.map((bar) => COUNTED.map((place) => html`<hx-partial hx-target="#count-${place}-${bar}" hx-swap="outerMorph">${countOf(say, counts, place, bar)}</hx-partial>`))}<hx-partial hx-target="#waits-count" hx-swap="outerMorph">${waitsCount(counts)}</hx-partial>`;

const waitsCount = ({ waits }: Counts): Html => html`<span id="waits-count" data-count="${waits}" hidden></span>`;

function me({ say, user, csrf, path }: Framed): Html {
  return html`<div class="me"><span class="avatar" aria-hidden="true">${initials(user.name)}</span><div class="grow"><div class="strong s cut">${user.name}</div><div class="xs quiet cut">${user.role}</div></div>
<details id="me"><summary class="btn icon plain" aria-label="${say('frame.yourMenu')}" title="${say('frame.yourMenu')}">${icon('chevrons-up-down')}</summary>
<div class="menu"><a class="btn plain" href="/crm/settings/me">${icon('settings', 's')}${say('frame.settings')}</a>
<form method="post" action="/crm/sign-out"><input type="hidden" name="csrf" value="${csrf}"><input type="hidden" name="at" value="${path}"><button class="btn plain">${icon('log-out', 's')}${say('frame.signOut')}</button></form></div></details></div>`;
}

const userLink = ({ say }: Framed): Html =>
  html`<a class="btn icon plain" href="/crm/settings/me" aria-label="${say('frame.yourMenu')}">${icon('circle-user-round')}</a>`;

function phoneBar(framed: Framed, page: Page): Html {
  const { say } = framed;
  const isMore = page.current !== undefined && !PHONE.includes(page.current);
  return html`<nav class="tabbar" aria-label="${say('frame.main')}">
${PHONE.map((place) => link(framed, page, place, 'phone'))}
<a href="/crm/more"${isMore && html` aria-current="page"`}>${icon('menu')}<span>${say('frame.more')}</span>${count(say, framed.counts, 'problems', 'phone')}</a>
</nav>`;
}

/** The result of what was done, at the foot: said once, gone after a while. */
export function result(say: Say, said?: Said): Html {
  const words = (is: Said['is']) =>
    said?.is === is &&
    html`<p class="toast" data-toast>${icon(is === 'done' ? 'check' : 'circle-alert', 's')}<span>${said.words}</span><button type="button" class="btn plain icon" data-do="dismiss" aria-label="${say('frame.close')}">${icon('x', 's')}</button></p>`;
  return html`<div id="result"><div role="status" id="result-done">${words('done')}</div><div role="alert" id="result-refused">${words('refused')}</div></div>`;
}

/** The links between the languages, for who is not signed in. */
export const languageLinks = (path: string): readonly Hole[] =>
  Object.entries(LANGUAGE_NAMES).flatMap(([language, name], at) => [
    at > 0 && ' · ',
    html`<a class="link" href="${path}?language=${language}" lang="${language}" hreflang="${language}">${name}</a>`,
  ]);
