import { fetchFailed, fetchRefused, fetchTooLarge, type Fetched, type FetchWish } from '@zhanqun/platform';
import { visit } from './link-visit';

const answering = (...answers: (number | Error)[]) => {
  const asked: string[] = [];
  const fetch = (_address: string, wish: FetchWish = {}): Promise<Fetched> => {
    asked.push(wish.method ?? 'GET');
    const answer = answers.shift() ?? 200;
    if (answer instanceof Error) return Promise.reject(answer);
    return Promise.resolve({ status: answer, address: '', contentType: '', bytes: Buffer.alloc(0) });
  };
  return { asked, outcome: async () => (await visit({ fetch }, 'https://a.example/')).outcome };
};
const at = { address: 'https://a.example/' };

describe('链接访问', () => {
  it.each([
    [[200], 'alive'],
    [[404, 404], 'dead'],
    [[404, 200], 'alive'],
    [[405, 200], 'alive'],
    [[403, 403], 'unsure'],
    [[503], 'unsure'],
    [[405, fetchTooLarge({ ...at, bytes: 1 })], 'alive'],
    [[fetchFailed({ ...at, reason: 'unknownHost' })], 'dead'],
    [[fetchFailed({ ...at, reason: 'timeout' })], 'unsure'],
    [[fetchRefused({ ...at, reason: 'private' })], 'unsure'],
  ] as const)('answered %j, the link is %s', async (answers, outcome) => {
    expect(await answering(...answers).outcome()).toBe(outcome);
  });

  it('asks for the page itself only where the head does not settle it', async () => {
    const plain = answering(200);
    await plain.outcome();
    const again = answering(405, 200);
    await again.outcome();

    expect([plain.asked, again.asked]).toEqual([['HEAD'], ['HEAD', 'GET']]);
  });
});
