import type { Door, Visit } from '#adapters/console/door.ts';
import { type Html, html } from '#adapters/console/html.ts';
import { icon } from '#adapters/console/icons.ts';
import { banner, panel, partPath } from '#adapters/console/parts.ts';
import { drawCode } from './draw-code.ts';

/** How the office's phone stands, which is linked to this server. */
export type PhoneState =
  | { readonly is: 'linking'; readonly code: string }
  | { readonly is: 'ready'; readonly phone: string }
  | { readonly is: 'starting' | 'authenticating' | 'reconnecting' | 'blocked' | 'closed' };

export type PhoneNeeds = {
  /** Undefined where the settings of the server describe no phone. */
  readonly phone: () => PhoneState | undefined;
};

const PATH = '/crm/settings/channels/phone';
const DEED = 'keepChannelAccounts' as const;
/** A code is good for some 20 s; the page looks for the next well before. */
const LOOK_SECONDS = 4;
const LAST_DIGITS = 4;

/** Linking the office's WhatsApp phone: the code to scan, and how it stands. For Admins of the office that it belongs to. */
export function linkingRoutes(door: Door, { phone }: PhoneNeeds): void {
  const shown = async (visit: Visit): Promise<PhoneState | undefined> => {
    const { items } = await visit.kept.channelAccounts.list({ limit: 100, before: null });
    const isTheirs = items.some((account) => account.from_settings && account.transport === 'web');
    return isTheirs ? phone() : undefined;
  };
  door.page({
    path: '/settings/channels/phone',
    deed: DEED,
    async show(visit) {
      const { say } = visit;
      const state = await shown(visit);
      return (
        state && {
          title: say('phone.title'),
          current: 'settings',
          within: { to: '/crm/settings/channels', name: say('settings.channels') },
          width: 'mid',
          body: phonePart(visit, state),
        }
      );
    },
    parts: {
      phone: async (visit) => {
        const state = await shown(visit);
        return state && phonePart(visit, state);
      },
    },
  });
}

/** The way to that page, beside the account. */
export const phoneLine = ({ say }: Visit, { phone }: PhoneNeeds): Html | undefined =>
  phone() && html`<a class="btn" href="${PATH}">${icon('smartphone', 's')}${say('phone.link')}</a>`;

function phonePart({ say }: Visit, state: PhoneState): Html {
  return html`<div id="phone" hx-get="${partPath(PATH, 'phone')}" hx-trigger="every ${LOOK_SECONDS}s" hx-swap="outerMorph">${panel(
    {
      id: 'phone-panel',
      title: say('phone.title'),
      body: html`<div class="body stack">${stateOf(say, state)}<p class="s muted">${say('phone.unofficial')}</p></div>`,
    },
  )}</div>`;
}

function stateOf(say: Visit['say'], state: PhoneState): Html {
  switch (state.is) {
    case 'linking': {
      const { size, path } = drawCode(state.code);
      return html`<p>${say('phone.scan')}</p><svg class="qr" viewBox="0 0 ${size} ${size}" role="img" aria-label="${say('phone.code')}"><rect width="${size}" height="${size}" fill="#fff"/><path d="${path}" stroke="#000" fill="none"/></svg>`;
    }
    case 'ready':
      return banner('good', say('phone.ready', { digits: state.phone.slice(-LAST_DIGITS) }));
    case 'blocked':
      return banner('bad', say('phone.blocked'));
    case 'starting':
    case 'authenticating':
    case 'reconnecting':
    case 'closed':
      return banner('wait', say(`phone.${state.is}`));
  }
}
