/**
 * Who calls, in every request that leaves: hosts and firewalls refuse those that don't say (Meta's media host,
 * Cloud API, media download). The version is package.json's.
 */
export const USER_AGENT = 'TesoroChat/0.1.0';
