import { type Block, type Choice, press, type Screen, text, title } from '#core/chat/screen.ts';
import { joined, phrase, type Text, verbatim } from '#core/chat/text.ts';
import type { Company } from '#core/company.ts';
import { homeChoice } from '#core/home/screens.ts';
import { FILES_A_MESSAGE, isDocument, type StoredFile } from '#core/media.ts';
import type { AgentCard } from './messages.ts';

/** Who looks after the client, and that a message can be written now; `home`: the property it is about. */
export function agentScreen(agent: AgentCard | undefined, company: Company, home?: Text): Screen {
  const lines = [
    verbatim(company.name),
    ...[agent?.jobTitle, agent?.phone].flatMap((line) => (line ? [verbatim(line)] : [])),
  ];
  const name = verbatim(agent?.name ?? company.name);
  const photo: readonly Block[] = agent?.photo ? [{ is: 'album', photos: [agent.photo], caption: name }] : [];
  return {
    blocks: [
      ...photo,
      title(name),
      text(joined('\n', lines)),
      ...(home ? [text(phrase('message.about', { home }))] : []),
      text(phrase('message.write')),
    ],
    choices: [press(phrase('label.cancel'), { to: 'dropMessage' }), homeChoice],
    asks: { is: 'words' },
  };
}

const draftChoices: readonly Choice[] = [
  press(phrase('label.sendToAgent'), { to: 'sendMessage' }, 'good'),
  press(phrase('label.cancel'), { to: 'dropMessage' }),
];

/** What was written and sent along, to be sent on with one tap; nothing is before it (rules 22, 23). */
export const unsentScreen = (words: string, files: readonly StoredFile[], home?: Text): Screen => ({
  blocks: [
    text(home ? phrase('message.draftAbout', { home }) : phrase('message.draft')),
    ...(words ? [text(verbatim(words))] : []),
    ...(files.length > 0
      ? [text(files.some(isDocument) ? phrase('message.withDocuments') : phrase('message.withFiles'))]
      : []),
  ],
  choices: [...draftChoices, homeChoice],
  asks: { is: 'words' },
});

/** No further file goes with the message, which can be sent at once. */
export const fullScreen: Screen = {
  blocks: [text(phrase('message.tooManyFiles', { most: String(FILES_A_MESSAGE) }))],
  choices: [...draftChoices, homeChoice],
  asks: { is: 'words' },
};

/** It is sent, and where what comes next goes. */
export const sentScreen = (agent: string): Screen => ({
  blocks: [text(phrase('message.sent', { name: agent })), text(phrase('message.goesOn'))],
  choices: [homeChoice],
  inPlace: true,
});

/**
 * What an agent wrote, as it comes into the client's chat, like a person's own message; the first of a conversation says
 * how to answer it. `edits`: whether the channel can take a button away again that is of no more use.
 */
export const fromAgentScreen = (name: string, words: string, first?: { readonly edits: boolean }): Screen => ({
  blocks: [title(verbatim(name)), text(verbatim(words)), ...(first ? [text(phrase('message.answerHere'))] : [])],
  choices: first?.edits ? [homeChoice] : [],
});

/** A person has the chat, and the bot adds nothing (rule 23). */
export const takenOverScreen = (name: string): Screen => ({
  blocks: [text(phrase('message.takenOver', { name }))],
  choices: [],
});

/** The bot answers again, said so that nobody wonders (rule 23). */
export const handedBackScreen: Screen = {
  blocks: [text(phrase('message.handedBack'))],
  choices: [press(phrase('label.contactAgent'), { to: 'contactAgent' }), homeChoice],
};
