import type { Clock } from '#core/clock.ts';
import { wordedScreen } from '#core/viewings/screens.ts';
import type { Viewing, Viewings } from '#core/viewings/viewing.ts';
import type { Agent } from './agent.ts';
import { type TellNeeds, tellViewing } from './tell-viewing.ts';

type Needs = TellNeeds & { readonly viewings: Viewings; readonly clock: Clock };

/** Whether the client has read this word beside that time already; none at all leaves the one that stands. */
export const isSaid = ({ reason }: Viewing, word: string | undefined): boolean => word === undefined || word === reason;

/** Puts a word beside a time that is agreed and stays so: its reminders, its answers and the client's calendar are left as they are. */
export async function sayWord(needs: Needs, agent: Agent, before: Viewing, word: string): Promise<void> {
  const { id, status } = before;
  await needs.viewings.change(id, [status], { status, reason: word }, agent, needs.clock.now());
  await tellViewing(
    needs,
    agent,
    { ...before, reason: word },
    { type: 'viewing_confirmed', title: 'Word to the viewing', text: word, before, screen: wordedScreen },
  );
}
