import { describe, expect, it, vi } from 'vitest';

describe('a wait of a test', () => {
  it.each([100, { timeout: 100 }])('that names its time keeps it: %j', async (time) => {
    let looks = 0;
    const before = performance.now();

    const never = () => {
      looks += 1;
      return false;
    };
    await expect(vi.waitUntil(never, time)).rejects.toThrow('Timed out');
    await expect(vi.waitFor(() => expect(never()).toBe(true), time)).rejects.toThrow();

    expect(performance.now() - before).toBeLessThan(20_000);
    expect(looks).toBeGreaterThan(2);
  });

  it('that names none is patient', async () => {
    const soon = performance.now() + 1500;

    await vi.waitUntil(() => performance.now() > soon);
    await vi.waitFor(() => expect(performance.now()).toBeGreaterThan(soon));
  });
});
