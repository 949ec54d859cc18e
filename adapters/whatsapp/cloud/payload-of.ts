import type { CloudMessage } from './message.ts';

/** A message as the API's JSON, with the uploaded picture where there is one; without it the words stand alone. */
export function payloadOf(message: CloudMessage, picture: string | undefined): Readonly<Record<string, unknown>> {
  const header = picture === undefined ? {} : { header: { type: 'image', image: { id: picture } } };
  switch (message.is) {
    case 'text':
      return { type: 'text', text: { body: message.text } };
    case 'image': {
      const { caption } = message;
      if (picture === undefined) return { type: 'text', text: { body: caption || '…' } };
      return { type: 'image', image: { id: picture, ...(caption === '' ? {} : { caption }) } };
    }
    case 'place': {
      const { latitude, longitude, name, address } = message;
      return { type: 'location', location: { latitude, longitude, name, address } };
    }
    case 'buttons': {
      const buttons = message.buttons.map((reply) => ({ type: 'reply', reply }));
      return interactive({ type: 'button', ...header, body: { text: message.body }, action: { buttons } });
    }
    case 'list': {
      const action = { button: message.button, sections: message.sections };
      return interactive({ type: 'list', body: { text: message.body }, action });
    }
    case 'link': {
      const parameters = { display_text: message.label, url: message.url };
      const action = { name: 'cta_url', parameters };
      return interactive({ type: 'cta_url', ...header, body: { text: message.body }, action });
    }
  }
}

const interactive = (fields: object) => ({ type: 'interactive', interactive: fields });
