import { OWASP_COST, PasswordHasher } from './password-hasher';

const cheap = { memoryCost: 64, timeCost: 1, parallelism: 1 };

describe('密码散列', () => {
  const hasher = new PasswordHasher(cheap);

  it('recognises the password again and no other', async () => {
    const stored = await hasher.hash('Qing-shui.2026x');

    expect(stored).toMatch(/^\$argon2id\$/);
    expect(await hasher.verify(stored, 'Qing-shui.2026x')).toBe(true);
    expect(await hasher.verify(stored, 'Qing-shui.2026X')).toBe(false);
  });

  it('takes full-width and half-width input for the same keys', async () => {
    expect(await hasher.verify(await hasher.hash('Ａｂ1-shuiku2026'), 'Ab1-shuiku2026')).toBe(true);
  });

  it('is never right without a stored hash, even with the words of the decoy', async () => {
    expect(await hasher.verify(null, 'no password has this hash')).toBe(false);
  });

  it('uses the cost that OWASP recommends unless told otherwise', async () => {
    expect(await new PasswordHasher().hash('x')).toContain(
      `m=${OWASP_COST.memoryCost},t=${OWASP_COST.timeCost},p=${OWASP_COST.parallelism}`,
    );
  });

  it('sees that a hash was made at another cost', async () => {
    const stored = await hasher.hash('x');

    expect(hasher.isOutdated(stored)).toBe(false);
    expect(new PasswordHasher().isOutdated(stored)).toBe(true);
  });
});
