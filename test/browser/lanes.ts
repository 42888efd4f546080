/**
 * What `work` makes of every item, `count` at a time and each lane one after the other: a browser's tabs
 * keep both cores busy, more of them only wait. A fault of one item is that item's answer.
 */
export async function inLanes<T>(
  count: number,
  items: readonly T[],
  work: (item: T, lane: number) => Promise<readonly string[]>,
): Promise<Map<T, readonly string[]>> {
  const waiting = [...items];
  const answers = new Map<T, readonly string[]>();
  const lane = async (_: unknown, at: number): Promise<void> => {
    for (let item = waiting.shift(); item !== undefined; item = waiting.shift()) {
      const faults = await work(item, at).catch((error: Error) => [error.message]);
      answers.set(item, faults);
    }
  };
  await Promise.all(Array.from({ length: count }, lane));
  return answers;
}
