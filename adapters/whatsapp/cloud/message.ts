import type { MediaId } from '#core/ids.ts';

export type ReplyButton = { readonly id: string; readonly title: string };
export type Row = ReplyButton & { readonly description?: string };
/** Rows below a heading of their own; the heading is missing where there is one section. */
export type Section = { readonly title?: string; readonly rows: readonly Row[] };

/** One message in the Cloud API's terms, its pictures still ours. */
export type CloudMessage =
  | { readonly is: 'text'; readonly text: string }
  | { readonly is: 'image'; readonly media: MediaId; readonly caption: string }
  | {
      readonly is: 'buttons';
      readonly media?: MediaId;
      readonly body: string;
      readonly buttons: readonly ReplyButton[];
    }
  | {
      readonly is: 'place';
      readonly latitude: number;
      readonly longitude: number;
      readonly name: string;
      readonly address: string;
    }
  | { readonly is: 'list'; readonly body: string; readonly button: string; readonly sections: readonly Section[] }
  | {
      readonly is: 'link';
      readonly media?: MediaId;
      readonly body: string;
      readonly label: string;
      readonly url: string;
    };
