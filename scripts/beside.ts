import { spawn } from 'node:child_process';

/**
 * Runs all lines beside each other, each by a shell in the working directory. `print` gets a line's whole output once it
 * has ended, so that no other's words stand in it. All are run to their end; resolves with those that failed.
 */
export async function beside(lines: readonly string[], print: (output: string) => void): Promise<readonly string[]> {
  const ends = lines.map(async (line) => {
    const began = performance.now();
    const { isGood, output } = await run(line);
    const seconds = ((performance.now() - began) / 1000).toFixed(0);
    print(`${isGood ? 'good' : 'FAILED'} in ${seconds} s: ${line}\n${output}`);
    return isGood ? [] : [line];
  });
  return (await Promise.all(ends)).flat();
}

/** A line's end and all that it wrote, to either stream. */
function run(line: string): Promise<{ readonly isGood: boolean; readonly output: string }> {
  const child = spawn(line, { shell: true, stdio: ['ignore', 'pipe', 'pipe'] });
  const pieces: Buffer[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (piece: Buffer) => pieces.push(piece));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    // Not at its exit: what it wrote last may still be in the pipe.
    child.on('close', (code) => resolve({ isGood: code === 0, output: Buffer.concat(pieces).toString() }));
  });
}
