/** What was waited for came too late, or never. */
export class Late extends Error {
  override readonly name = 'Late';
}

/** What the work answers; rejects with `Late` where it takes longer than so many milliseconds. The work itself goes on. */
export async function inTime<Result>(ms: number, work: Promise<Result>): Promise<Result> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Late('no answer in time')), ms);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
