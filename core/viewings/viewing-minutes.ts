/** How long a viewing takes where the agent names no end. */
export const VIEWING_MINUTES = 45;
