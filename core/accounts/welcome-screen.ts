import { type Choice, inRows, press, type Screen, text, title } from '#core/chat/screen.ts';
import { type Phrase, phrase } from '#core/chat/text.ts';
import { nothingIn } from '#core/home/home-screen.ts';
import { continueChoice, stopChoice } from '#core/home/screens.ts';
import type { Counts } from '#core/offers/offer.ts';
import { tourChoice } from '#core/onboarding/tour.ts';

/** Right after signing in, once: what waits, one way on, who writes here and how that ends (rule 26). */
export function welcomeScreen(name: string, company: string, counts: Counts): Screen {
  const { head, notes, on } = stateOf(name, counts);
  return {
    blocks: [title(head), ...notes.map(text), text(phrase('consent.notice', { company }))],
    choices: inRows([on], [tourChoice], [stopChoice]),
  };
}

type State = { readonly head: Phrase; readonly notes: readonly Phrase[]; readonly on: Choice };

function stateOf(name: string, counts: Counts): State {
  if (counts.new > 0)
    return {
      head: phrase('signIn.doneNew', { name, count: counts.new }),
      notes: [],
      on: press(phrase('label.newProperties'), { to: 'listNew', page: 0 }, 'good'),
    };
  return nothingIn(counts)
    ? {
        head: phrase('signIn.doneNone', { name }),
        notes: [phrase('signIn.leadNote')],
        on: press(phrase('label.contactAgent'), { to: 'contactAgent' }, 'good'),
      }
    : { head: phrase('signIn.doneHomes', { name }), notes: [], on: continueChoice };
}
