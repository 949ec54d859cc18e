import { dialogRoute, type Opener } from '#adapters/console/dialog.ts';
import type { Door, Visit } from '#adapters/console/door.ts';
import { type Html, html } from '#adapters/console/html.ts';
import { deedForm } from '#adapters/console/parts.ts';
import { reasonField } from '#adapters/console/requests/reason-field.ts';
import { cancelViewingByAgent } from '#core/crm/cancel-viewing-by-agent.ts';
import { said, withViewing } from './deeds.ts';
import { isGoodReason, shownViewing } from './reason.ts';

/** Calling off what is agreed, or taking back what was offered, with a reason that the client reads. */
export function cancelRoutes(door: Door): void {
  dialogRoute(door, {
    path: '/requests/:id/cancel',
    deed: 'arrangeViewings',
    current: 'requests',
    show: async (visit, opener, { params }) => {
      const found = await shownViewing(visit, params.id);
      return found && { title: titleOf(visit, found.isAgreed), body: form(visit, opener, found, '') };
    },
  });

  door.deed({
    path: '/requests/:id/cancel',
    deed: 'arrangeViewings',
    work: (visit, given, { params }) =>
      withViewing(visit, params.id, async (viewing) => {
        const { agent, kept, clock, say } = visit;
        const reason = given.text('reason').trim();
        const found = isGoodReason(reason) ? undefined : await shownViewing(visit, viewing.id);
        if (found) {
          const opener = { csrf: visit.csrf, path: visit.path, part: given.text('part') };
          const body = form(visit, opener, found, reason, say('request.reasonNeeded', { name: found.firstName }));
          const page = () => ({
            title: titleOf(visit, found.isAgreed),
            current: 'requests' as const,
            width: 'mid' as const,
            body,
          });
          return { is: 'again', form: body, page };
        }
        const outcome = await cancelViewingByAgent({ ...kept, clock }, agent, viewing.id, reason);
        return said(visit, viewing, outcome, (told) => say('request.cancelled', told));
      }),
  });
}

const titleOf = ({ say }: Visit, isAgreed: boolean): string =>
  say(isAgreed ? 'request.cancelTitle' : 'request.withdrawTitle');

type Found = NonNullable<Awaited<ReturnType<typeof shownViewing>>>;

function form(visit: Visit, opener: Opener, found: Found, reason: string, wrong?: string): Html {
  const { say } = visit;
  return deedForm(opener, {
    id: `cancel-${found.id}`,
    action: `/crm/requests/${found.id}/cancel`,
    ...(opener.part ? { part: opener.part } : {}),
    className: 'stack',
    body: html`<p class="s muted">${[found.home, found.client, found.time].filter(Boolean).join(', ')}</p>
${reasonField(visit, found.firstName, reason, wrong)}
<footer class="flex wrap end"><button type="button" class="btn" data-do="closeDialog">${say('request.leaveIt')}</button><button class="btn danger">${say(found.isAgreed ? 'request.cancelAndTell' : 'request.withdrawAndTell', { name: found.firstName })}</button></footer>`,
  });
}
