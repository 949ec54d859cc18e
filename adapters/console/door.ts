import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Clock } from '#core/clock.ts';
import type { Agent } from '#core/crm/agent.ts';
import type { CrmKept } from '#core/crm/crm-kept.ts';
import type { Refusal } from '#core/crm/refusal.ts';
import type { Deed } from '#core/crm/rights.ts';
import type { CompanyId } from '#core/ids.ts';
import type { Entrance } from '#core/sessions/entrance.ts';
import type { Visitor } from '#core/sessions/visitor.ts';
import type { Store } from '#core/store.ts';
import type { Cookies } from './cookies.ts';
import type { Form } from './form.ts';
import type { Html } from './html.ts';
import type { Counts, Page } from './layout.ts';
import type { Say } from './say.ts';
import type { Times } from './times.ts';
import type { Upload } from './upload.ts';

/** What of a request a page or a deed is made from. */
export type Asked = {
  readonly params: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string>>;
  /** All values of what may be asked for several times. */
  all(name: string): readonly string[];
};

/** Somebody of the office at a page or a deed: who they are, how they are spoken to, and what their company keeps. */
export type Visit = Visitor & {
  readonly agent: Agent;
  readonly say: Say;
  readonly times: Times;
  readonly kept: CrmKept;
  readonly clock: Clock;
  /** The page that they are on, with what it was asked with; forms come back to it. */
  readonly path: string;
  readonly csrf: string;
};

/** A page at an address. `parts`: those that are fetched by themselves when something changed. */
export type PageRoute = {
  /** Below /crm, as in `/contacts/:id`. */
  readonly path: string;
  readonly deed: Deed;
  /** How often a session may ask for it. */
  readonly mostPerSecond?: number;
  /** Undefined where there is no such record. */
  show(visit: Visit, asked: Asked): Promise<Page | undefined>;
  readonly parts?: Readonly<Record<string, (visit: Visit, asked: Asked) => Promise<Html | undefined>>>;
};

/** What became of a form. */
export type Outcome =
  /**
   * `said`: at the foot of the page. `to`: another page than the one that the form stood on. `afterwards`: what no failed
   * transaction could take back, done once it is committed, and not again where the form comes again.
   */
  | { readonly is: 'done'; readonly said?: string; readonly to?: string; readonly afterwards?: () => Promise<void> }
  /** `isKept`: what was written all the same stays, the pause that was made; of a deed that is not carried out once. */
  | { readonly is: 'refused'; readonly refusal: Refusal; readonly said?: string; readonly isKept?: true }
  /** The form with what is wrong with it; `page`: the whole page with it, for who has no script. */
  | {
      readonly is: 'again';
      readonly form: Html;
      readonly page: (visit: Visit) => Promise<Page> | Page;
      /** What was written all the same stays: a count of wrong tries. */
      readonly isKept?: true;
    }
  /** What is shown once, in the place of the form, and kept nowhere. */
  | { readonly is: 'shown'; readonly page: Page }
  /** A file to keep, of a form without script. */
  | { readonly is: 'file'; readonly name: string; readonly mime: string; readonly text: string };

/** Something that a form does, at an address. */
export type DeedRoute = {
  readonly path: string;
  readonly deed: Deed;
  /** `fresh`: asks for the password or a code again, where the last proof is old. */
  readonly proof?: 'fresh';
  /** `false`: what it answers holds a secret, or it may as well be done again, and is not kept for a repeated form. */
  readonly once?: false;
  /** The page does it and not the person, who may be away. */
  readonly byItself?: true;
  work(visit: Visit, form: Form, asked: Asked & { readonly reply: FastifyReply }): Promise<Outcome>;
};

/** Files that a form brings. They are taken before the transaction, which none of them may hold up. */
export type UploadRoute = {
  readonly path: string;
  readonly deed: Deed;
  /** Of the whole form, and of each of its files, in bytes. */
  readonly most: { readonly bytes: number; readonly each: number; readonly files: number };
  take(company: CompanyId, upload: Upload): Promise<TakenIn>;
};
export type TakenIn = {
  /** Tells the same files sent again from others. */
  readonly same: string;
  work(visit: Visit, asked: Asked): Promise<Outcome>;
  /** `isKept`: whether the work was done; else what was taken in belongs to nothing. */
  after(isKept: boolean): Promise<void>;
};

/** Bytes that are no page, for who is signed in. */
export type BytesRoute = {
  readonly path: string;
  readonly deed: Deed;
  /** Undefined where there is none. */
  send(
    company: CompanyId,
    request: FastifyRequest,
    reply: FastifyReply,
    asked: Asked,
  ): Promise<FastifyReply | undefined>;
};

/** How pages and deeds come in: by session, in one transaction, by the rights of core/crm/rights.ts. */
export type Door = {
  page(route: PageRoute): void;
  deed(route: DeedRoute): void;
  upload(route: UploadRoute): void;
  bytes(route: BytesRoute): void;
};

export type DoorNeeds = {
  readonly store: Store<CrmKept>;
  readonly entrance: Entrance;
  readonly clock: Clock;
  readonly secretKey: string;
  readonly cookies: Cookies;
  /** Where this deployment is reached, without a slash at the end. */
  readonly publicUrl: () => string;
  readonly counts?: (visit: Visit) => Promise<Counts>;
};

declare module 'fastify' {
  interface FastifyContextConfig {
    /** The page's address, as it stands in the bars; null for what is no page. */
    page?: string | null;
  }
}
