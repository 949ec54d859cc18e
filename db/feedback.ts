import type { Caption, Feedbacks, Given, Note } from '#core/feedback/feedback.ts';
import type { MediaId } from '#core/ids.ts';
import type { StoredFile } from '#core/media.ts';
import type { Viewing } from '#core/viewings/viewing.ts';
import { keepFile } from './files.ts';
import type { PortNeeds } from './port-needs.ts';

const ADD = `
  insert into feedback (id, company_id, contact_id, deal_id, property_id, meeting_id, kind, text, stars, media, album, said_in, at)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`;

/** The newest item alone: what came in between ends an album. The line on the timeline shows the whole album and all its words too. */
const JOIN = `
  with newest as (
    select * from feedback where contact_id = $1 order by seq desc limit 1
  ), joined as (
    update feedback f set media = f.media || $3::jsonb, text = nullif(concat_ws(E'\\n', f.text, $6::text), '')
    from newest where f.id = newest.id and newest.kind = 'photos' and newest.meeting_id = $2
      and (newest.album = $4 or ($4::text is null and newest.album is null and newest.at > $5))
    returning newest.media -> 0 as first, f.meeting_id, jsonb_array_length(f.media) as photos
  ), line as (
    update activities a set media = a.media || $3::jsonb, text = nullif(concat_ws(E'\\n', a.text, $6::text), '')
    from joined where a.contact_id = $1 and a.meeting_id = joined.meeting_id and a.type = 'photos_added'
      and a.media -> 0 = joined.first
  )
  select photos::int from joined`;

/** Items that were kept before the message had a column of its own have it where albums are named. */
const SAID_IN = 'coalesce(said_in, album)';

const noteBy = (named: 'id' | typeof SAID_IN) => `
  select id, meeting_id as viewing, text from feedback
  where ${named} = $1 and contact_id = $2 and kind = 'note' order by seq desc limit 1 for no key update`;
const NOTE = noteBy('id');
const NOTE_SAID_IN = noteBy(SAID_IN);

const CAPTION_SAID_IN = `
  select id, meeting_id as viewing, coalesce(text, '') as text, kind from feedback
  where ${SAID_IN} = $1 and contact_id = $2 and kind in ('photos', 'voice_note') and jsonb_array_length(media) = 1
  for no key update`;

const PHOTOS = `
  select count(*)::int as count from media where owner_kind = 'meeting' and owner_id = $1 and mime like 'image/%'`;

export function createFeedbacks({ tx, clock, newId }: PortNeeds): Feedbacks {
  const addFile = ({ id }: Viewing, file: StoredFile) => keepFile(tx, { kind: 'meeting', id }, file);

  return {
    async add(viewing, contact, given) {
      const id = newId<'feedback'>();
      if ('file' in given) await addFile(viewing, given.file);
      await tx.rows(ADD, [
        id,
        tx.company,
        contact,
        viewing.deal,
        viewing.property.id,
        viewing.id,
        ...fieldsOf(given),
        clock.now(),
      ]);
      return id;
    },

    async join(viewing, contact, { file, album, text }, since) {
      const values = [contact, viewing.id, [file.id], album ?? null, since, text ?? null];
      const [joined] = await tx.rows<{ photos: number }>(JOIN, values);
      if (joined) await addFile(viewing, file);
      return joined?.photos;
    },

    async note(contact, note) {
      const [found] = await tx.rows<Note>(NOTE, [note, contact]);
      return found;
    },
    async noteSaidIn(contact, message) {
      const [found] = await tx.rows<Note>(NOTE_SAID_IN, [message, contact]);
      return found;
    },
    async captionSaidIn(contact, message) {
      const [found] = await tx.rows<Caption>(CAPTION_SAID_IN, [message, contact]);
      return found;
    },
    async changeNote(note, text, saidIn) {
      tx.write("update feedback set text = nullif($2, ''), said_in = coalesce($3, said_in) where id = $1", [
        note,
        text,
        saidIn ?? null,
      ]);
    },
    async dropNote(note) {
      tx.write('delete from feedback where id = $1', [note]);
    },

    async photosOf({ id }) {
      const [found] = await tx.rows<{ count: number }>(PHOTOS, [id]);
      return found?.count ?? 0;
    },
  };
}

type Fields = readonly [
  kind: string,
  text: string | null,
  stars: number | null,
  media: readonly MediaId[],
  album: string | null,
  saidIn: string | null,
];

/** Kind, text, stars, media, album and the message that it came in, which one item of several photos does not have. */
function fieldsOf(given: Given): Fields {
  const text = 'text' in given ? (given.text ?? null) : null;
  switch (given.kind) {
    case 'photos':
      return [
        given.kind,
        text,
        null,
        [given.file.id],
        given.album ?? null,
        given.album === undefined ? (given.saidIn ?? null) : null,
      ];
    case 'voice_note':
      return [given.kind, text, null, [given.file.id], null, given.saidIn ?? null];
    case 'note':
      return [given.kind, text, null, [], null, given.saidIn ?? null];
    case 'rating':
      return [given.kind, null, given.stars, [], null, null];
  }
}
