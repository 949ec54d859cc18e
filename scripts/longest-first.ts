import { BaseSequencer, type TestSpecification } from 'vitest/node';

/**
 * What takes longest, longest first: begun last, one of them would be waited for alone. What vitest itself knows of a
 * clean checkout is how long the files are, and the longest tests are short ones.
 */
export const LONGEST = [
  'bots/main.test.ts',
  'bots/acceptance/feedback-telegram.test.ts',
  'bots/acceptance/feedback-web.test.ts',
  'bots/acceptance/feedback-cloud.test.ts',
  'bots/acceptance/feedback-teams.test.ts',
  'bots/acceptance/backup.test.ts',
  'bots/contract/web.test.ts',
  'bots/contract/telegram.test.ts',
  'bots/acceptance/old-database.test.ts',
  'adapters/whatsapp/web/linked-phone.test.ts',
  'bots/contract/teams.test.ts',
  'bots/acceptance/whatsapp-web.test.ts',
  'bots/contract/cloud.test.ts',
  'bots/acceptance/whatsapp.test.ts',
  'bots/acceptance/console/office-desk.test.ts',
  'bots/acceptance/console/records.test.ts',
  'bots/acceptance/journey.test.ts',
  'bots/playground/playground.test.ts',
  'bots/acceptance/products.test.ts',
  'adapters/pictures/pictures.test.ts',
  'bots/contract/telegram-in-process.test.ts',
  'bots/contract/cloud-in-process.test.ts',
  'bots/contract/teams-in-process.test.ts',
];

export class LongestFirst extends BaseSequencer {
  /** Within each project; where vitest has seen a run of them all, its own order is as good. */
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    return sorted.toSorted((one, other) => projectOrder(one, other) || rankOf(one) - rankOf(other));
  }
}

const projectOrder = (one: TestSpecification, other: TestSpecification): number =>
  one.project.config.sequence.groupOrder - other.project.config.sequence.groupOrder;

function rankOf({ moduleId }: TestSpecification): number {
  const rank = LONGEST.findIndex((path) => moduleId.endsWith(`/${path}`));
  return rank < 0 ? LONGEST.length : rank;
}
