export type SeenButton = { readonly id: string; readonly title: string };
export type SeenSection = { readonly title: string; readonly rows: readonly SeenRow[] };
type SeenRow = SeenButton & { readonly description: string };

/** One message as a phone shows it. */
export type SeenMessage = {
  /** The wamid. */
  readonly id: string;
  readonly from: 'bot' | 'person';
  /** Milliseconds. */
  readonly at: number;
  readonly kind: 'text' | 'image' | 'document' | 'audio' | 'location' | 'template' | 'reply' | 'other';
  readonly text: string;
  /** The stored file of an image, a header or a document. */
  readonly file?: string;
  readonly buttons: readonly SeenButton[];
  /** The button that opens its list. */
  readonly opens?: string;
  /** What that list holds. */
  readonly sections: readonly SeenSection[];
  readonly links: readonly { readonly text: string; readonly url: string }[];
  readonly reaction?: string;
};

/** A message without its place in a chat. */
export type Content = Omit<SeenMessage, 'id' | 'from' | 'at' | 'reaction'>;

export const words = (kind: SeenMessage['kind'], text: string): Content => ({
  kind,
  text,
  buttons: [],
  sections: [],
  links: [],
});
