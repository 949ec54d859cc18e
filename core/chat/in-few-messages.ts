import { mapUrl } from './map-url.ts';
import { type Block, type Choice, link, type Screen, text } from './screen.ts';
import { joined, phrase, type Text, verbatim } from './text.ts';

/** The same screen where messages are spared: an area is a link, and photos bear the words and choices below them. */
export function inFewMessages(screen: Screen): Screen {
  const maps: Choice[] = [];
  const blocks = screen.blocks.map((block): Block => {
    if (block.is !== 'place' || block.place.radius === undefined) return block;
    maps.push(link(phrase('label.openMap'), mapUrl(block.place)));
    const { name, address } = block.place;
    return text(address ? joined(' · ', [name, verbatim(address)]) : name);
  });
  return { ...screen, blocks: captioned(blocks), choices: [...screen.choices, ...maps] };
}

/** Only where nothing but plain words stands below the photos. */
function captioned(blocks: readonly Block[]): readonly Block[] {
  const [album, ...below] = blocks;
  const words = below.flatMap((block): readonly Text[] => (block.is === 'text' ? [block.text] : []));
  if (album?.is !== 'album' || words.length < below.length) return blocks;
  return [{ ...album, caption: joined('\n', [album.caption, ...words]) }];
}
