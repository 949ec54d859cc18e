import { createTransport } from 'nodemailer';
import type { Mailed, Mailer } from '#core/delivery/mails.ts';
import type { Bytes } from '#core/media.ts';
import { readBareEmail } from '#core/typed/read-email.ts';
import { LOGO_CID, renderLetter } from './render-letter.ts';

const SECONDS = 1000;
/** For all of one mail: a server that drips starts each of the single waits below anew. Less than the lease of a mail. */
const SEND_MS = 60 * SECONDS;

type Needs = {
  readonly url: string;
  /** The office's address. */
  readonly from: string;
  readonly sendMs?: number;
};

/** Sends mail by SMTP: plain text, and its letter as HTML beside it. Whatever a server does, it is over after `sendMs`. */
export function createMailer({ url, from, sendMs = SEND_MS }: Needs): Mailer {
  const host = new URL(url).hostname;
  const transport = createTransport(
    {
      url,
      connectionTimeout: 10 * SECONDS,
      greetingTimeout: 10 * SECONDS,
      socketTimeout: 20 * SECONDS,
      disableFileAccess: true,
      disableUrlAccess: true,
    },
    { from },
  );
  return {
    send: async ({ id, to, subject, text, letter }, logo): Promise<Mailed> => {
      const address = readBareEmail(to);
      if (address === undefined) return { was: 'refused', why: 'the recipient is no address' };
      try {
        await transport.sendMail({
          to: { name: '', address },
          subject: oneLine(subject),
          text,
          ...(letter ? { html: renderLetter(letter, logo !== undefined) } : {}),
          ...(letter && logo ? { attachments: [logoOf(logo)] } : {}),
          // Every server carries it as it is, and whoever looks at the source can read it.
          textEncoding: 'quoted-printable',
          // The same on every try, so that a mailbox that got it twice can tell.
          messageId: `<${id}@${host}>`,
          headers: { 'Auto-Submitted': 'auto-generated' },
          signal: AbortSignal.timeout(sendMs),
        });
        return { was: 'sent' };
      } catch (error) {
        return outcomeOf(error);
      }
    },
  };
}

/** Shown in its place, and not listed as something to be opened. */
const logoOf = ({ data, mime }: Bytes) => ({
  ...{ filename: 'logo', cid: LOGO_CID, contentType: mime, contentDisposition: 'inline' as const },
  content: Buffer.from(data),
});

const oneLine = (subject: string) => subject.replace(/\p{Cc}+/gu, ' ').trim();

/** 5xx about this recipient or message is final; all else (4xx, no connection, a wrong password) may pass. */
function outcomeOf(error: unknown): Mailed {
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
  const status = error instanceof Error && 'responseCode' in error ? Number(error.responseCode) : undefined;
  const why = status === undefined ? code : `${code} ${status}`;
  const isAboutMail = code === 'EENVELOPE' || code === 'EMESSAGE';
  return isAboutMail && status !== undefined && status >= 500 ? { was: 'refused', why } : { was: 'notYet', why };
}
