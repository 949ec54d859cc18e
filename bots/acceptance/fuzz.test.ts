import { request } from 'node:http';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fieldsIn, isFields } from '#core/fields.ts';
import { anOffice, apiOf, makeCompany, type Office } from './an-office.ts';
import { type OddRequest, type Operation, oddRequests } from './odd-requests.ts';

/** CI has more time. */
const SECONDS = process.env.LONG ? 60 : 10;
/** Another one each time; a failure names it, to be given again. */
const SEED = Number(process.env.FUZZ_SEED ?? Date.now() % 2 ** 31);
/** What ends somebody's data or rights comes last, so that the others find them. */
const LAST = /erase|\/block|delete/;

/** Node's own, before an address is read (`--max-http-header-size`, 16 KB). */
const TOO_LONG_A_HEAD = 431;

type Answer = { readonly status: number; readonly type: string; readonly body: string };

/** Over the line as it is given, where `fetch` would put it right. */
const send = (url: string, key: string, { method, path, headers, body }: OddRequest): Promise<Answer> =>
  new Promise((resolve, reject) => {
    // Signs up to U+00FF go as single bytes, which is no UTF-8.
    const bytes = body === undefined ? undefined : Buffer.from(body, /^[\0-\u00ff]*$/.test(body) ? 'latin1' : 'utf8');
    const length = bytes ? { 'content-length': bytes.length } : {};
    const asked = request(url, { agent: false, method, path, headers: { 'x-api-key': key, ...length, ...headers } });
    asked.on('error', reject);
    asked.on('response', (answer) => {
      const parts: Buffer[] = [];
      answer.on('data', (part: Buffer) => parts.push(part));
      answer.on('error', reject);
      answer.on('end', () => {
        const { statusCode: status = 0, headers: said } = answer;
        resolve({ status, type: said['content-type'] ?? '', body: Buffer.concat(parts).toString('utf8') });
      });
    });
    asked.end(bytes);
  });

/** An office with some of everything, and the ids of it; some are of another company. */
async function aFullOffice(): Promise<{ office: Office; ids: readonly string[] }> {
  const office = await anOffice();
  const carla = await office.aClient('Carla', { phone: '+34600111222' });
  const home = await office.aProperty('Casa Verde');
  await office.offers(carla.deal, home);
  const phone = office.phone('Carla');
  await office.signsIn(phone, carla.email);
  for (const label of ['New properties', 'Details', 'Request viewing', '✓ Mark interested']) await phone.taps(label);
  await phone.writes('tomorrow');
  await phone.taps('Send request');
  await phone.writes('Is there a lift?');
  await phone.taps('Send to agent');
  const lead = await office.api('POST', '/contacts', {
    ...{ kind: 'lead', first_name: 'Leo', last_name: 'Smit', email: 'leo@mail.test' },
  });
  await office.api('POST', '/users', { name: 'Daniel', email: 'daniel@office.test', role: 'Employee' });
  const others = apiOf(office.url, (await makeCompany(office.env, 'otra')).api_key);
  const theirs = await others('POST', '/contacts', { first_name: 'Olga', last_name: 'Ruiz', email: 'olga@mail.test' });
  const { files } = (await office.api('GET', `/properties/${home}`)).body;
  const lists = ['meetings', 'events', 'users', `contacts/${carla.contact}/messages`, 'channel-accounts'];
  const listed = await Promise.all(lists.map(async (each) => (await office.api('GET', `/${each}?limit=3`)).body.items));
  const admin = (await office.api('GET', '/users')).body.items.find(
    (each: { role: string }) => each.role === 'Admin',
  ).id;
  const ids = [
    ...[carla.contact, carla.deal, home, lead.body.id, theirs.body.id],
    ...[...files, ...listed.flat()].map(({ id }: { id: string }) => id),
    '0190a0a0-0000-7000-8000-000000000001',
  ];
  // The one whose key it is keeps their rights.
  return { office, ids: ids.filter((id) => id !== admin) };
}

const operationsIn = (document: unknown): readonly Operation[] =>
  Object.entries(fieldsIn(document, 'paths')).flatMap(([path, item]) =>
    Object.entries(isFields(item) ? item : {}).map(([method, described]) => ({
      ...{ path, method, described: isFields(described) ? described : {} },
    })),
  );
const nameOf = ({ method, path }: Operation) => `${method} ${path}`;

describe('the API', () => {
  it(
    `answers whatever is sent by its own description, and never fails (FUZZ_SEED=${SEED})`,
    async () => {
      const { office, ids } = await aFullOffice();
      const document: unknown = await (await fetch(`${office.url}/api/openapi.json`)).json();
      const operations = operationsIn(document);
      const ajv = new Ajv2020({ strict: false, formats: { uuid: true, 'date-time': true, binary: true } });

      /** What is wrong with an answer, if anything. */
      const faultOf = ({ described }: Operation, { status, type, body }: Answer): string | undefined => {
        if (status === TOO_LONG_A_HEAD) return undefined;
        if (status >= 500) return `is ${status}`;
        const answers = fieldsIn(described, 'responses');
        const answer = answers[status] ?? (status >= 400 ? answers.default : undefined);
        if (!isFields(answer)) return `is ${status}, of which the description knows nothing`;
        const media = fieldsIn(answer, 'content');
        if (Object.keys(media).length === 0) return body === '' ? undefined : 'has a body';
        const named = media[type.split(';')[0] ?? ''];
        if (!isFields(named)) return `is ${type}`;
        const schema = fieldsIn(named, 'schema');
        if (schema.format === 'binary' || ajv.validate(schema, JSON.parse(body))) return undefined;
        return `is not as described: ${ajv.errorsText()}`;
      };

      const faults: string[] = [];
      const tried = new Set<Operation>();
      /** Until a fault of it is found, or the time is over. */
      const tries = async (operation: Operation, seconds: number) => {
        const isRight = fc.asyncProperty(oddRequests(operation, ids), async (odd) => {
          tried.add(operation);
          const answer = await send(office.url, office.made.api_key, odd);
          const fault = faultOf(operation, answer);
          if (fault) throw new Error(`${fault}: ${answer.body.slice(0, 300)}`);
        });
        const limits = { seed: SEED, numRuns: 10_000, interruptAfterTimeLimit: seconds * 1000 };
        const { failed, counterexample, errorInstance } = await fc.check(isRight, limits);
        if (failed && counterexample)
          faults.push(`${nameOf(operation)} ${JSON.stringify(counterexample[0]).slice(0, 600)} ${errorInstance}`);
      };
      const isLast = (operation: Operation) => LAST.test(nameOf(operation));
      const [last, first] = [operations.filter(isLast), operations.filter((each) => !isLast(each))];
      await Promise.all(first.map((each) => tries(each, SECONDS * 0.8)));
      await Promise.all(last.map((each) => tries(each, SECONDS * 0.2)));

      expect(faults).toEqual([]);
      expect(tried.size).toBe(operations.length);
      expect((await office.api('GET', '/company')).status).toBe(200);
    },
    SECONDS * 1000 + 60_000,
  );
});
