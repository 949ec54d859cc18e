import { dialogRoute, type Opener } from '#adapters/console/dialog.ts';
import type { Door, Visit } from '#adapters/console/door.ts';
import { type Html, html } from '#adapters/console/html.ts';
import { deedForm } from '#adapters/console/parts.ts';
import { rejectViewing } from '#core/crm/reject-viewing.ts';
import { said, withViewing } from './deeds.ts';
import { isGoodReason, shownViewing } from './reason.ts';
import { reasonField } from './reason-field.ts';

/** Reasons that are one click away; each puts its words, in the client's language, into the box. */
const DECLINE_REASONS = ['notForSale', 'reserved', 'ownerAway', 'noneWorks'] as const;

/** Declining a request, with a reason that the client reads. */
export function declineRoutes(door: Door): void {
  dialogRoute(door, {
    path: '/requests/:id/decline',
    deed: 'arrangeViewings',
    current: 'requests',
    show: async (visit, opener, { params, query }) => {
      const found = await shownViewing(visit, params.id);
      if (!found) return undefined;
      const chosen = DECLINE_REASONS.find((each) => each === query.why);
      return {
        title: visit.say('request.declineTitle'),
        body: form(visit, opener, found, chosen ? visit.say(`request.reasonText.${chosen}`) : ''),
      };
    },
  });

  door.deed({
    path: '/requests/:id/decline',
    deed: 'arrangeViewings',
    work: (visit, form_, { params }) =>
      withViewing(visit, params.id, async (viewing) => {
        const { agent, kept, clock, say } = visit;
        const chosen = DECLINE_REASONS.find((each) => each === form_.text('why'));
        const reason = (chosen ? say(`request.reasonText.${chosen}`) : form_.text('reason')).trim();
        if (!isGoodReason(reason)) {
          const found = await shownViewing(visit, viewing.id);
          const opener = { csrf: visit.csrf, path: visit.path, part: form_.text('part') };
          const again =
            found &&
            form(
              visit,
              opener,
              found,
              reason,
              form_.has('reason') ? say('request.reasonNeeded', { name: found.firstName }) : undefined,
            );
          if (again)
            return {
              is: 'again',
              form: again,
              page: () => ({ title: say('request.declineTitle'), current: 'requests', width: 'mid', body: again }),
            };
        }
        const outcome = await rejectViewing({ ...kept, clock }, agent, viewing.id, reason);
        return said(visit, viewing, outcome, (told) => say('request.declined', told));
      }),
  });
}

type Found = NonNullable<Awaited<ReturnType<typeof shownViewing>>>;

function form(visit: Visit, opener: Opener, found: Found, reason: string, wrong?: string): Html {
  const { say } = visit;
  const action = `/crm/requests/${found.id}/decline`;
  return deedForm(opener, {
    id: `decline-${found.id}`,
    action,
    ...(opener.part ? { part: opener.part } : {}),
    className: 'stack',
    body: html`<p class="s muted">${[found.home, found.client].filter(Boolean).join(', ')}</p>
<fieldset><legend class="b2 label">${say('request.why', { name: found.firstName })}</legend><div class="flex wrap">
${DECLINE_REASONS.map((each) => html`<button type="button" class="btn" data-puts="${say(`request.reasonText.${each}`)}" data-into="reason">${say(`request.reason.${each}`)}</button>`)}
</div></fieldset>
${reasonField(visit, found.firstName, reason, wrong)}
<footer class="flex wrap end"><button type="button" class="btn" data-do="closeDialog">${say('frame.cancel')}</button><button class="btn danger">${say('request.declineAndTell', { name: found.firstName })}</button></footer>`,
  });
}
