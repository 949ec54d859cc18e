import type { Connection, Values } from './driver.ts';

/** A transaction of one statement, in one round trip: its COMMIT goes out with it. */
export async function once<Row extends object>(
  scope: <Result>(work: (connection: Connection) => Promise<Result>) => Promise<Result>,
  text: string,
  values?: Values,
): Promise<Row[]> {
  // Wrapped, so that it is not waited for before the commit is sent.
  const { answer } = await scope(async (connection) => ({ answer: connection.rows<Row>(text, values) }));
  return answer;
}
