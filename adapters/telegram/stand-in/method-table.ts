import { sendMediaGroup } from './album.ts';
import type { Method } from './call.ts';
import { answerCallbackQuery } from './callback-methods.ts';
import { editMessageCaption, editMessageMedia, editMessageReplyMarkup, editMessageText } from './edit-methods.ts';
import { getFile, getUserProfilePhotos } from './file-methods.ts';
import { deleteMessage, deleteMessages, setMessageReaction } from './message-methods.ts';
import {
  sendChatAction,
  sendDocument,
  sendLocation,
  sendMessage,
  sendPhoto,
  sendVenue,
  sendVoice,
} from './send-methods.ts';
import * as settings from './settings-methods.ts';
import { deleteWebhook, getUpdates, getWebhookInfo, setWebhook } from './update-methods.ts';

const METHODS: Readonly<Record<string, Method>> = {
  ...settings,
  getUpdates,
  setWebhook,
  deleteWebhook,
  getWebhookInfo,
  sendMessage,
  sendPhoto,
  sendMediaGroup,
  sendVenue,
  sendLocation,
  sendDocument,
  sendVoice,
  sendChatAction,
  editMessageText,
  editMessageCaption,
  editMessageMedia,
  editMessageReplyMarkup,
  deleteMessage,
  deleteMessages,
  setMessageReaction,
  answerCallbackQuery,
  getFile,
  getUserProfilePhotos,
};

/** By lower-case name: the real one does not mind the case. */
const TABLE = new Map(Object.entries(METHODS).map(([name, run]) => [name.toLowerCase(), { name, run }]));

/** The method a call names; undefined where there is none. */
export function methodOf(name: string): { readonly name: string; readonly run: Method } | undefined {
  return TABLE.get(name.toLowerCase());
}
