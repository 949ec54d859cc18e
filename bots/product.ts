import { createAddress } from './address.ts';
import { catchPrints } from './catch-prints.ts';
import { createLogger } from './create-logger.ts';
import { createMetrics } from './metrics.ts';
import type { Demo, Overrides } from './overrides.ts';
import { type Closing, createClosing } from './rooms/closing.ts';
import { openChannels } from './rooms/open-channels.ts';
import { openDoors } from './rooms/open-doors.ts';
import { type KeptRoom, openKept } from './rooms/open-kept.ts';
import { openTurns, type TurnsRoom } from './rooms/open-turns.ts';
import { openWork, type WorkRoom } from './rooms/open-work.ts';
import type { Settings } from './settings/settings.ts';
import { createBell } from './work/bell.ts';

/** The whole product at work in this process. */
export type Product = Pick<KeptRoom, 'database' | 'store' | 'companies' | 'media' | 'words' | 'newId' | 'secretKey'> &
  Pick<TurnsRoom, 'app'> &
  Pick<WorkRoom, 'idle' | 'tick'> & {
    /** Where it listens. */
    readonly url: string;
    /** Takes nothing more in, finishes what is in hand within 10 s. */
    close(): Promise<void>;
  };

/** Opens one room after the other, each on those before it; they are closed the other way round. */
export async function openProduct(settings: Settings, overrides: Overrides = {}): Promise<Product> {
  const closing = createClosing();
  try {
    return await open(settings, overrides, closing);
  } catch (error) {
    await closing.close();
    throw error;
  }
}

async function open(bareSettings: Settings, overrides: Overrides, closing: Closing): Promise<Product> {
  const log = overrides.log ?? createLogger(bareSettings.logLevel);
  // A process of its own logs on a stream of lines that each are JSON; within a test's, prints are the test's.
  const letPrint = overrides.log ? undefined : catchPrints(log);
  if (letPrint) closing.add({ close: async () => letPrint() });
  const metrics = createMetrics();
  const [cameAlive, stored] = [createBell(), createBell()];
  const address = createAddress(bareSettings);

  const kept = closing.add(await openKept(bareSettings, overrides));
  const demo = closing.add((await overrides.demo?.(kept)) ?? {});
  const settings = withDemo(bareSettings, demo);
  const media = demo.media ?? kept.media;
  const ground = { ...kept, media, address, cameAlive, stored, metrics, log };
  const turns = openTurns(ground);
  const channels = closing.add(await openChannels(settings, { ...overrides, ...ground, ...turns }));
  const work = closing.add(await openWork(settings, { ...ground, ...turns, channels }));
  const takesCommands = settings.database.is === 'embedded' && !overrides.database;
  const { mount, people } = demo;
  const backedUp = kept.media;
  const doors = closing.add(
    await openDoors(settings, { ...ground, ...turns, channels, mount, people, takesCommands, backedUp }),
  );

  const url = await doors.listen();
  address.listensAt(url);
  await demo.listening?.(url);
  return { ...kept, media, app: turns.app, idle: work.idle, tick: work.tick, url, close: closing.close };
}

const withDemo = (settings: Settings, { channels, egressAllow = [] }: Demo): Settings => ({
  ...settings,
  ...channels,
  egressAllow: [...settings.egressAllow, ...egressAllow],
});
