import { AfterAnswers } from './after-answers';

/** Work that notes when it begins and ends by itself. */
const noting =
  (list: string[], name: string): (() => Promise<void>) =>
  () => {
    list.push(name);
    return Promise.resolve();
  };

describe('应答之后的工作', () => {
  it('begins at once where nobody waits for a page, a few at a time', async () => {
    const begun: string[] = [];
    let atOnce = 0;
    let most = 0;
    const after = new AfterAnswers(
      () => false,
      () => undefined,
    );
    for (const name of 'abcdefgh')
      after.add(async () => {
        most = Math.max(most, (atOnce += 1));
        await noting(begun, name)();
        atOnce -= 1;
      });
    await after.settled();

    expect(begun.join('')).toBe('abcdefgh');
    expect(most).toBeLessThanOrEqual(4);
  });

  it('stands back while people wait for their pages, and is not forgotten', async () => {
    const begun: string[] = [];
    let isCrowded = true;
    const after = new AfterAnswers(
      () => isCrowded,
      () => undefined,
    );
    after.add(noting(begun, 'a'));
    await new Promise((done) => setImmediate(done));
    expect(begun).toEqual([]);

    isCrowded = false;
    await after.settled();
    expect(begun).toEqual(['a']);
  });

  it('is done in the end in a crowd that never leaves', async () => {
    const begun: string[] = [];
    const after = new AfterAnswers(
      () => true,
      () => undefined,
      0,
    );
    after.add(noting(begun, 'a'));
    await after.settled();

    expect(begun).toEqual(['a']);
  });

  it('says what failed and goes on', async () => {
    const begun: string[] = [];
    const failed: unknown[] = [];
    const after = new AfterAnswers(
      () => false,
      (error) => failed.push(error),
    );
    after.add(() => Promise.reject(new Error('disk full')));
    after.add(noting(begun, 'a'));
    await after.settled();

    expect(failed).toEqual([new Error('disk full')]);
    expect(begun).toEqual(['a']);
  });
});
