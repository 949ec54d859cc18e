/** When the person of a chat `c` did something there last; one that nothing came in yet was made by what they did. */
export const LAST_INBOUND = 'coalesce(c.last_inbound_at, c.created_at)';
