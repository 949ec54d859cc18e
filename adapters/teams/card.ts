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
  | { readonly type: 'RichTextBlock'; readonly inlines: readonly Run[]; readonly spacing?: 'None' | 'Small' }
  /** As wide as the card; a press shows it over the whole window (Microsoft Teams, format cards: stageview for images). */
  | {
      readonly type: 'Image';
      readonly url: string;
      readonly altText: string;
      readonly size: 'Stretch';
      readonly msteams: { readonly allowExpand: true };
    }
  | {
      readonly type: 'Container';
      readonly items: readonly Element[];
      readonly id?: string;
      readonly isVisible?: boolean;
      readonly separator?: boolean;
      readonly selectAction?: Action;
    }
  | { readonly type: 'ActionSet'; readonly actions: readonly Action[] }
  | {
      readonly type: 'Input.Date';
      readonly id: string;
      readonly label: string;
      readonly min: string;
      readonly max: string;
    }
  | {
      readonly type: 'Input.ChoiceSet';
      readonly id: string;
      readonly label: string;
      readonly style: 'compact' | 'expanded';
      readonly isMultiSelect: boolean;
      readonly value?: string;
      readonly choices: readonly { readonly title: string; readonly value: string }[];
    };

export type Run = {
  readonly type: 'TextRun';
  readonly text: string;
  readonly weight?: 'Bolder';
  readonly size?: 'Small' | 'Medium' | 'Large';
  readonly isSubtle?: true;
};

export type Action =
  | {
      readonly type: 'Action.Execute';
      readonly title: string;
      readonly verb: 'press';
      readonly data: ActionData;
      readonly style?: 'positive' | 'destructive';
      readonly fallback: Action;
    }
  | {
      readonly type: 'Action.Submit';
      readonly title: string;
      readonly data: ActionData;
      readonly style?: 'positive' | 'destructive';
    }
  | { readonly type: 'Action.OpenUrl'; readonly title: string; readonly url: string }
  | { readonly type: 'Action.ToggleVisibility'; readonly title: string; readonly targetElements: readonly string[] };

/** What comes back with a press; the notice that something was sent is hidden, since the card itself changes. */
export type ActionData = { readonly ref: string; readonly msteams: { readonly feedback: { readonly hide: true } } };

export const CARD_TYPE = 'application/vnd.microsoft.card.adaptive';
