import { randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import type { FastifyInstance } from 'fastify';
import type { Door, Outcome, TakenIn, Visit } from '#adapters/console/door.ts';
import { tick } from '#adapters/console/fields.ts';
import { CARRIED } from '#adapters/console/form.ts';
import { type Hole, type Html, html } from '#adapters/console/html.ts';
import { icon } from '#adapters/console/icons.ts';
import type { Page } from '#adapters/console/layout.ts';
import { banner, empty, panel } from '#adapters/console/parts.ts';
import type { Upload } from '#adapters/console/upload.ts';
import type { Clock } from '#core/clock.ts';
import type { CrmKept } from '#core/crm/crm-kept.ts';
import { conflict, noSuch } from '#core/crm/refusal.ts';
import type { CompanyId } from '#core/ids.ts';
import type { Feed } from '#core/imports/feed.ts';
import { beginImport, QUIET_SECONDS, takeFeed } from '#core/imports/import-properties.ts';
import type { ImportId, ImportRecord } from '#core/imports/imports.ts';
import type { Store } from '#core/store.ts';
import { type KeptFeed, keepFeed, MOST_FEED_BYTES } from './keep-feed.ts';

export type ImportNeeds = {
  readonly store: Store<CrmKept>;
  readonly clock: Clock;
  /** Reads the listings of a feed as they come. */
  readonly readFeed: (bytes: AsyncIterable<Uint8Array>) => Feed;
  readonly log: { error(about: object, message: string): void };
};

const PATH = '/crm/properties/import';
/** As in the API's list. */
const MOST_LISTED = 20;
/** Lines of what was refused that a page shows; the API has the rest. */
const MOST_SHOWN = 100;
const FIELDS = 4 * 1024 * 1024;

/** Taking a feed of listings in: it goes on while the page shows how far it is. For Admins. */
export function importRoutes(door: Door, server: FastifyInstance, needs: ImportNeeds): void {
  const running = createRunning(server, needs);

  door.page({
    path: '/properties/import',
    deed: 'importProperties',
    show: importPage,
    parts: { imports: (visit) => importsPart(visit) },
  });

  door.upload({
    path: '/properties/import',
    deed: 'importProperties',
    most: { bytes: MOST_FEED_BYTES + FIELDS, each: MOST_FEED_BYTES, files: 1 },
    take: (company, upload) => takeUpload(company, upload),
  });

  async function takeUpload(company: CompanyId, { form, files }: Upload): Promise<TakenIn> {
    const isTrial = form.has('trial');
    let feed: KeptFeed | undefined;
    for await (const file of files) feed = await keepFeed(file);
    let begun: ImportId | undefined;
    return {
      same: feed?.hash ?? '',
      async work({ kept, agent, say }): Promise<Outcome> {
        if (!feed) return { is: 'refused', refusal: noSuch('feed'), said: say('imports.chooseOne') };
        if (feed.isCut) return { is: 'refused', refusal: noSuch('feed'), said: say('imports.tooLarge') };
        begun = await beginImport(kept, agent, isTrial);
        if (!begun) return { is: 'refused', refusal: conflict('busy'), said: say('imports.busy') };
        return { is: 'done', said: say('imports.begun'), to: PATH };
      },
      async after(isKept) {
        if (isKept && feed && begun) running.run(company, begun, feed, isTrial);
        else await feed?.remove();
      },
    };
  }
}

/** The imports that this process is at; when it closes, they stop and can be done again. */
function createRunning(server: FastifyInstance, { store, clock, readFeed, log }: ImportNeeds) {
  const all = new Set<Promise<void>>();
  let isClosing = false;
  server.addHook('preClose', async () => {
    isClosing = true;
    await Promise.all(all);
  });
  async function* whileOpen(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    for await (const piece of bytes) {
      if (isClosing) throw new Error('the server closes');
      yield piece;
    }
  }
  async function take(company: CompanyId, id: ImportId, feed: KeptFeed, isTrial: boolean): Promise<void> {
    try {
      await takeFeed({ store, clock }, company, id, readFeed(whileOpen(createReadStream(feed.file))), isTrial);
    } catch (error) {
      log.error({ err: error, import: id }, 'an import was cut');
    } finally {
      await feed.remove();
    }
  }
  return {
    run(company: CompanyId, id: ImportId, feed: KeptFeed, isTrial: boolean): void {
      const run = take(company, id, feed, isTrial).finally(() => all.delete(run));
      all.add(run);
    },
  };
}

async function importPage(visit: Visit): Promise<Page> {
  const { say } = visit;
  return {
    title: say('imports.title'),
    current: 'properties',
    within: { to: '/crm/properties', name: say('frame.properties') },
    width: 'mid',
    body: html`<div class="stack">${sending(visit)}${await importsPart(visit)}</div>`,
  };
}

function sending({ say, csrf, path }: Visit): Html {
  return panel({
    id: 'send-feed',
    title: say('imports.send'),
    body: html`<form class="body stack" id="feed-form" method="post" action="${PATH}" enctype="multipart/form-data" data-upload="feed" data-stored="${say('imports.sent', { done: '{done}', total: '{total}' })}">
<input type="hidden" name="${CARRIED.csrf}" value="${csrf}"><input type="hidden" name="${CARRIED.once}" value="${randomUUID()}"><input type="hidden" name="${CARRIED.at}" value="${path}">
<p class="s muted">${say('imports.hint')}</p>
${tick({ name: 'trial', label: say('imports.trial'), isOn: true })}
<div class="field"><label class="label" for="feed">${say('imports.file')}</label><input id="feed" type="file" name="feed" accept=".xml,application/xml,text/xml"></div>
<div class="how-far" hidden><progress value="0" max="1" aria-label="${say('imports.send')}"></progress><p role="status"></p></div><ul class="error-list"></ul>
<div><button class="btn primary">${icon('upload', 's')}${say('imports.go')}</button></div>
</form>`,
  });
}

async function importsPart(visit: Visit): Promise<Html> {
  const { say, kept } = visit;
  const all = await kept.imports.list(MOST_LISTED, QUIET_SECONDS);
  return panel({
    id: 'imports',
    title: say('imports.all'),
    body:
      all.length === 0
        ? empty('upload', undefined, say('imports.none'))
        : html`<ul>${all.map((each, at) => importRow(visit, each, at === 0))}</ul>`,
    live: { path: PATH, part: 'imports', on: ['imports'] },
  });
}

const LOOKS = {
  under_way: 'info',
  done: 'good',
  broken: 'bad',
  interrupted: 'wait',
} as const satisfies Readonly<Record<ImportRecord['state'], string>>;
const COUNTS = ['read', 'added', 'changed', 'unchanged', 'closed', 'photos', 'refused'] as const;

/** `isNewest`: its report is open. */
function importRow({ say, times }: Visit, record: ImportRecord, isNewest: boolean): Html {
  const { id, state, dry_run: isTrial, refusals, not_closed: kept } = record;
  const word = (count: (typeof COUNTS)[number]): Hole =>
    html`<div><b>${say('imports.number', { count: record[count] })}</b> <span>${say(`imports.count.${count}`)}</span></div>`;
  return html`<li class="pad-m under stack tight" id="${id}"><div class="flex wrap"><span class="tag ${LOOKS[state]}">${say(`imports.state.${state}`)}</span>${isTrial && html`<span class="tag wait">${say('imports.isTrial')}</span>`}<span class="s muted">${times.element(new Date(record.created_at))}</span></div>
<div class="figures small" role="group" aria-label="${say('imports.report')}">${COUNTS.map(word)}</div>
${kept > 0 && banner('wait', say('imports.notClosed', { count: kept }))}
${refusals.length > 0 && html`<details class="fold" id="report-${id}"${isNewest && html` open`}><summary><span class="btn">${say('imports.lines', { count: refusals.length })}</span></summary><div class="scroll-x t3" tabindex="0" role="group" aria-label="${say('imports.lines', { count: refusals.length })}"><table class="table"><thead><tr><th scope="col">${say('imports.line')}</th><th scope="col">${say('facts.reference')}</th><th scope="col">${say('imports.field')}</th><th scope="col">${say('imports.why')}</th></tr></thead><tbody>${refusals.slice(0, MOST_SHOWN).map(({ line, reference, field, detail }) => html`<tr><td>${line}</td><td>${reference ?? '–'}</td><td><code>${field}</code></td><td>${detail}</td></tr>`)}</tbody></table></div>${refusals.length > MOST_SHOWN && html`<p class="s muted t2">${say('imports.moreLines', { count: refusals.length - MOST_SHOWN })}</p>`}</details>`}</li>`;
}
