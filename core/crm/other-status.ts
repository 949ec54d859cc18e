import type { LastChange, Viewing, ViewingStatus } from '#core/viewings/viewing.ts';

/** The viewing has another status, which does not go with what was asked; since when it has, and by whose hand. */
export type OtherStatus = {
  readonly was: 'otherStatus';
  readonly status: ViewingStatus;
  readonly changed: LastChange | null;
};

export const otherStatus = ({ status, changed }: Viewing): OtherStatus => ({ was: 'otherStatus', status, changed });
