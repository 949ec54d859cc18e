export * from './conversation.ts';
export * from './crm.ts';
export * from './imports.ts';
export * from './office.ts';
export * from './outgoing.ts';
export * from './sessions.ts';
export * from './talks.ts';
