/** How fast a platform lets us send: so many a second, and so many at once after a rest. */
export type Pace = { readonly perSecond: number; readonly burst: number };

/** A channel's own limits; the channel hands them over as data. */
export type ChannelPace = { readonly account: Pace; readonly chat: Pace };

/** A token bucket: what was left in it at a moment, in milliseconds of any clock that only runs forward. */
export type Bucket = { readonly tokens: number; readonly at: number };

export const full = (pace: Pace, now: number): Bucket => ({ tokens: pace.burst, at: now });

/** The bucket as it stands now. */
export const refill = (pace: Pace, bucket: Bucket, now: number): Bucket => ({
  tokens: Math.min(pace.burst, bucket.tokens + (Math.max(0, now - bucket.at) / 1000) * pace.perSecond),
  at: Math.max(bucket.at, now),
});

/** Takes one token. It may owe one, and then everybody waits longer. */
export const take = (pace: Pace, bucket: Bucket, now: number): Bucket => {
  const { tokens, at } = refill(pace, bucket, now);
  return { tokens: tokens - 1, at };
};

/** Seconds until a whole token is there; 0: now. */
export const waitSeconds = (pace: Pace, bucket: Bucket, now: number): number => {
  const { tokens, at } = refill(pace, bucket, now);
  return Math.max(0, (1 - tokens) / pace.perSecond) + Math.max(0, at - now) / 1000;
};

/** An empty bucket that fills from `seconds` later: what a platform's "wait" means. */
export const paused = (now: number, seconds: number): Bucket => ({ tokens: 1, at: now + seconds * 1000 });
