/** Why something did not reach a client, in words for the agent who sees it. */
export type Failure = { readonly code: string; readonly cause: string; readonly nextStep: string };
