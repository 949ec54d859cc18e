import { CHANNEL_IDS, type Channel } from '#core/chat/channels.ts';
import type { Clock } from '#core/clock.ts';
import type { PortalUserId } from '#core/ids.ts';
import type { Kept } from '#core/store.ts';
import type { WaysIn } from './portal-users.ts';
import { PROOF_MINUTES } from './proofs.ts';

/** A link into a chat. `words`: what signs in there, for who finds nothing written ready for them. */
export type WayOn = { readonly channel: Channel; readonly url: string; readonly words?: string };

type Needs = Pick<Kept, 'proofs' | 'portalUsers'> & { readonly clock: Clock; readonly newToken: () => string };

/** Ways into every chat of the office, each with a proof of its own, for who has just proven their password. */
export async function waysWithProof(needs: Needs, user: PortalUserId): Promise<readonly WayOn[]> {
  const { proofs, portalUsers, clock, newToken } = needs;
  const proofOf = new Map<Channel, string>();
  const ways = await portalUsers.waysIn((channel) => {
    const proof = newToken();
    proofOf.set(channel, proof);
    return proof;
  });
  const expiresAt = new Date(clock.now().getTime() + PROOF_MINUTES * 60_000);
  for (const [channel, proof] of proofOf) if (ways[channel]) await proofs.add(proof, user, expiresAt);
  return listed(ways).map((way) => ({ ...way, words: `START ${proofOf.get(way.channel)}` }));
}

/** Plain ways into the chats of the office; only that one where a channel is named. */
export async function plainWays(
  { portalUsers }: Pick<Needs, 'portalUsers'>,
  only?: Channel,
): Promise<readonly WayOn[]> {
  return listed(await portalUsers.waysIn()).filter(({ channel }) => only === undefined || channel === only);
}

const listed = (ways: WaysIn): readonly WayOn[] =>
  CHANNEL_IDS.flatMap((channel) => {
    const url = ways[channel];
    return url === undefined ? [] : [{ channel, url }];
  });
