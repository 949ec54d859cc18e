import type { Called } from '#adapters/whatsapp/cloud/client.ts';
import { GraphError } from '#adapters/whatsapp/cloud/stand-in/graph-error.ts';
import { createNumber } from '#adapters/whatsapp/cloud/stand-in/number.ts';
import { createPerson } from '#adapters/whatsapp/cloud/stand-in/person.ts';
import { createWebhooks } from '#adapters/whatsapp/cloud/stand-in/webhooks.ts';
import { NOW } from './a-desk.ts';
import { cloudChannel, NUMBER } from './cloud-under-test.ts';
import type { ChannelUnderTest } from './contract.ts';

/** The real renderer, sender and reader, and the Cloud API's rules; only the client and the HTTP are left out. */
export function aCloudInProcess(): ChannelUnderTest {
  const told: object[] = [];
  const webhooks = {
    ...createWebhooks({ ...NUMBER, account: '1' }),
    tell: (value: object) => void ('messages' in value && told.push({ entry: [{ changes: [{ value }] }] })),
  };
  const number = createNumber(
    NUMBER,
    () => NOW.getTime(),
    () => {},
    webhooks,
  );
  let people = 0;

  return cloudChannel({
    client: {
      send: async (fields) => called(() => idIn(number.send({ messaging_product: 'whatsapp', ...fields }).messages)),
      upload: async ({ data, mime }) => called(() => number.files.keep(Buffer.from(data), mime)),
    },
    person: (ids) => {
      people += 1;
      return createPerson(ids, people, number);
    },
    next: async () => told.shift(),
    close: async () => {},
  });
}

function called(work: () => string): Called<string> {
  try {
    return { done: work() };
  } catch (error) {
    if (!(error instanceof GraphError)) throw error;
    const { status, code, message: words } = error;
    return { failed: { is: 'said', status, code, words } };
  }
}

const idIn = (messages: unknown): string => {
  const [first]: readonly unknown[] = Array.isArray(messages) ? messages : [];
  return typeof first === 'object' && first !== null && 'id' in first ? String(first.id) : '';
};
