/** Adaptive Cards as far as we send them (adaptivecards.io, 1.5). Words stand in text runs, which know no markdown. */
export type Card = {
  readonly type: 'AdaptiveCard';
  readonly $schema: string;
  readonly version: string;
  /** For what can't show the card. */
  readonly fallbackText: string;
  readonly body: readonly Element[];
  readonly msteams: { readonly width: 'Full' };
};

export type Element =
  | {
      readonly type: 'RichTextBlock';
      readonly inlines: readonly Run[];
      readonly spacing?: 'None' | 'Small';
      readonly horizontalAlignment?: 'Center';
    }
  | Image
  | {
      readonly type: 'Container';
      readonly items: readonly Element[];
      readonly id?: string;
      readonly isVisible?: boolean;
      readonly separator?: boolean;
      readonly style?: 'emphasis';
      readonly selectAction?: Action;
    }
  | ColumnSet
  | { readonly type: 'ActionSet'; readonly actions: readonly Action[]; readonly spacing?: 'Small' }
  | {
      readonly type: 'Input.Date';
      readonly id: string;
      readonly label: string;
      readonly min: string;
      readonly max: string;
    }
  | {
      readonly type: 'Input.Toggle';
      readonly id: string;
      readonly label: string;
      readonly title: string;
      /** What comes back where it is ticked, and where it is not. */
      readonly valueOn: 'true';
      readonly valueOff: 'false';
      readonly value: 'true' | 'false';
    }
  | ChoiceSet;

/** A press shows it over the whole window (Microsoft Teams, format cards: stageview for images). */
export type Image = {
  readonly type: 'Image';
  readonly url: string;
  readonly altText: string;
  readonly msteams?: { readonly allowExpand: true };
  /** As wide as what it stands in, or as it says, in px. */
} & ({ readonly size: 'Stretch' } | { readonly width: `${number}px` });

export type ColumnSet = {
  readonly type: 'ColumnSet';
  readonly columns: readonly Column[];
  readonly spacing?: 'Small';
};

export type Column = {
  readonly type: 'Column';
  readonly width: 'auto' | 'stretch';
  readonly items: readonly Element[];
  readonly style?: 'emphasis';
  readonly selectAction?: Action;
};

export type ChoiceSet = {
  readonly type: 'Input.ChoiceSet';
  readonly id: string;
  readonly label: string;
  readonly style: 'compact' | 'expanded';
  readonly isMultiSelect: boolean;
  /** Long words go on in a further line. */
  readonly wrap: true;
  /** Those that are chosen, with commas between. */
  readonly value?: string;
  readonly choices: readonly { readonly title: string; readonly value: string }[];
};

export type Run = {
  readonly type: 'TextRun';
  readonly text: string;
  readonly weight?: 'Bolder';
  readonly size?: 'Small' | 'Medium' | 'Large';
  readonly color?: 'Accent';
  readonly isSubtle?: true;
  readonly strikethrough?: true;
};

export type Action =
  | (Press & { readonly type: 'Action.Execute'; readonly verb: 'press'; readonly fallback: Action })
  | (Press & { readonly type: 'Action.Submit' })
  | { readonly type: 'Action.OpenUrl'; readonly title: string; readonly url: string }
  | { readonly type: 'Action.ToggleVisibility'; readonly title: string; readonly targetElements: readonly string[] };

type Press = {
  readonly title: string;
  /** What it means, where the title is a sign. */
  readonly tooltip?: string;
  readonly data: ActionData;
  readonly style?: 'positive' | 'destructive';
};

/** What comes back with a press; the notice that something was sent is hidden, since the card itself changes. */
export type ActionData = {
  readonly ref: string;
  /** What was filled in above it comes with it. */
  readonly form?: 'days';
  readonly msteams: { readonly feedback: { readonly hide: true } };
};

export const CARD_TYPE = 'application/vnd.microsoft.card.adaptive';
