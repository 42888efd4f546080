import { IdentityRules } from '../identity-rules';
import { passwordFaults } from './password-policy';

const rules = new IdentityRules();
const owner = { username: 'zhangwei' };

describe('密码规则', () => {
  it.each([['Qing-shui.2026x'], ['correct horse 7 Battery'], ['山高水长Qs-2026九'], ['ZHONGZHI-42-yun']])(
    'accepts %s',
    (password) => {
      expect(passwordFaults(password, owner, rules)).toEqual([]);
    },
  );

  it.each([
    ['Ab1!Ab1!Ab1', /至少 12/],
    ['abcdefghijklmn12', /至少包含 3 类/],
    ['My-ZhangWei-2026', /登录名/],
    ['P@ssw0rd2026!', /常见/],
    ['Admin@123456', /常见/],
    ['1qaz@WSX3edc', /常见/],
    ['Qwer!@#$5678x', /常见/],
    [`Aa1!${'x'.repeat(200)}`, /至多 128/],
  ])('refuses %s and says why', (password, fault) => {
    expect(passwordFaults(password, owner, rules).join('；')).toMatch(fault);
  });

  it('counts characters, not code units', () => {
    expect(passwordFaults('𠮷𠮷𠮷𠮷𠮷Aa1', owner, rules)).toContain('至少 12 个字符');
  });

  it('names every fault at once', () => {
    expect(passwordFaults('zhangwei', owner, rules)).toHaveLength(3);
  });

  it('takes its figures from the rules', () => {
    expect(passwordFaults('Aa1!Aa1!', owner, new IdentityRules({ passwordMinLength: 8 }))).toEqual([]);
  });
});
