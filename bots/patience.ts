/** A database that does not answer in time is as good as none; sooner than a probe gives up. */
export const DATABASE_MS = 3000;
