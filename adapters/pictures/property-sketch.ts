export type HomeKind =
  | 'villa'
  | 'finca'
  | 'bungalow'
  | 'chalet'
  | 'townhouse'
  | 'duplex'
  | 'apartment'
  | 'penthouse'
  | 'studio'
  | 'loft';
export type Scenery = 'sea' | 'hills' | 'city' | 'village' | 'lake';
export type TimeOfDay = 'morning' | 'day' | 'golden' | 'dusk';
export type TreeKind = 'palm' | 'pine' | 'cypress' | 'olive' | 'orange' | 'fir' | 'plane';
export type View = 'outside' | 'living-room' | 'kitchen' | 'bedroom' | 'terrace' | 'bathroom';

/** All that decides a drawing: the same sketch always gives the same picture. */
export type HomeSketch = {
  readonly kind: HomeKind;
  readonly view: View;
  readonly scene: Scenery;
  readonly time: TimeOfDay;
  readonly trees: TreeKind;
  /** 1 to 6; a kind of home that never is that tall or low takes the nearest it can be. */
  readonly storeys: number;
  readonly pool: boolean;
  /** Any word: it chooses the colours, the furniture and where things stand. */
  readonly seed: string;
};
