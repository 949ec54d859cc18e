import type { UserId } from '#core/ids.ts';

/** What was done with a way in. */
export type AuditLine = {
  readonly what:
    | 'signed_in'
    | 'sign_in_failed'
    | 'sign_in_paused'
    | 'code_failed'
    | 'proved_again'
    | 'proof_failed'
    | 'signed_out'
    | 'session_ended'
    | 'signed_out_everywhere'
    | 'password_asked'
    | 'password_changed'
    | 'factor_added'
    | 'factor_removed'
    | 'recovery_codes_made'
    | 'recovery_code_used'
    | 'user_invited'
    | 'user_changed'
    | 'key_made'
    | 'key_revoked'
    | 'channel_added'
    | 'channel_changed'
    | 'channel_ended';
  /** Who did it; null where they could not prove who they are, and for who runs the server. */
  readonly by: UserId | null;
  /** Whom or what it was done to, by id. */
  readonly about?: string;
  readonly device?: string;
};

/** One company's record of who did what with ways in. No line holds a secret. */
export interface Audit {
  add(line: AuditLine): Promise<void>;
}
