import type { Outgoing, Sender, Sent } from '#core/chat/channel.ts';
import type { CompanyId } from '#core/ids.ts';
import type { Words } from '#core/words.ts';
import type { Links } from './body.ts';
import { CARD_TYPE } from './card.ts';
import type { Said, TeamsConnection } from './connection.ts';
import type { References } from './references.ts';
import { render, summaryOf } from './render.ts';
import { sentOf } from './sent-of.ts';

type Needs = {
  readonly connection: Pick<TeamsConnection, 'send' | 'change'>;
  readonly references: Pick<References, 'find'>;
  readonly words: Words;
  readonly linksOf: (company: CompanyId) => Links;
};

/** One bot's way out: each message is a card, and a tapped one is changed in place, on every device. */
export function createTeamsSender({ connection, references, words, linksOf }: Needs): Sender {
  const saidIn = ({ company, message, language }: Outgoing): Said => ({
    type: 'message',
    summary: summaryOf(message, words, language).slice(0, SUMMARY_LENGTH),
    attachments: [{ contentType: CARD_TYPE, content: render(message, words, language, linksOf(company)) }],
  });

  return {
    send: async (outgoing) => {
      const reference = await references.find(outgoing.company, outgoing.account, outgoing.address);
      if (!reference) {
        const cause = 'Teams has not told where this chat is.';
        return {
          was: 'refused',
          code: 'teams_no_reference',
          cause,
          nextStep: 'Ask the client to write.',
          unreachable: true,
        };
      }
      const said = saidIn(outgoing);
      let step: 'send' | 'edit' = outgoing.edits === undefined ? 'send' : 'edit';
      const edited = async (id: string): Promise<Sent | undefined> => {
        try {
          await connection.change(reference, id, said);
          return { was: 'sent', platformId: id };
        } catch (error) {
          const sent = sentOf(error, 'edit');
          // What can't be changed any more is sent anew.
          return sent.was === 'refused' ? undefined : sent;
        }
      };
      const changed = outgoing.edits === undefined ? undefined : await edited(outgoing.edits);
      if (changed) return changed;
      // It has nothing to change any more, so nothing is left to say.
      if (outgoing.message.onlyEdits) return { was: 'sent', platformId: outgoing.edits ?? '' };
      if (outgoing.wasCut)
        return { was: 'uncertain', why: 'the message that it changes is gone, and it may have come as one of its own' };
      step = 'send';
      try {
        const id = await connection.send(reference, said);
        return id ? { was: 'sent', platformId: id } : { was: 'uncertain', why: 'Teams gave no id' };
      } catch (error) {
        return sentOf(error, step);
      }
    },
  };
}

/** A notification shows no more. */
const SUMMARY_LENGTH = 200;
