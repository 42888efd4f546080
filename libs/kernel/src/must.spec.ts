import { allowAll, denyAll } from './ctx';
import { canDo, must } from './must';

class Article {}

describe('must', () => {
  it('lets a permitted action pass', () => {
    expect(() => must({ ability: allowAll }, 'passFinal', new Article())).not.toThrow();
    expect(canDo({ ability: allowAll }, 'passFinal', new Article())).toBe(true);
  });

  it('names the refused action and the thing in Chinese and says whom to ask', () => {
    expect(() => must({ ability: denyAll }, 'passFinal', new Article())).toThrow(
      expect.objectContaining({
        code: 'identity.right.missing',
        kind: 'forbidden',
        message: expect.stringMatching(/此稿件.*终审.*联系/),
        details: { action: 'passFinal', subject: 'Article' },
      }),
    );
  });

  it('takes the subject from a tagged plain object', () => {
    const row = Object.defineProperty({}, '__caslSubjectType__', { value: 'Channel' });
    expect(() => must({ ability: denyAll }, 'update', row)).toThrow(/栏目/);
  });

  it('still answers in Chinese about an action it has no word for', () => {
    expect(() => must({ ability: denyAll }, 'juggle', {})).toThrow(/权限/);
  });
});
