import type { IdentityRules } from '../identity-rules';

/** What a password is judged against besides its own text. */
export interface PasswordOwner {
  readonly username: string;
}

/**
 * 密码规则：every way a new password falls short, as lines a person can act on; empty when it will do.
 * Reuse is judged elsewhere, because it needs the old hashes.
 */
export function passwordFaults(password: string, owner: PasswordOwner, rules: IdentityRules): string[] {
  const text = password.normalize('NFKC');
  const length = [...text].length;
  const faults: string[] = [];
  if (length < rules.passwordMinLength) faults.push(`至少 ${rules.passwordMinLength} 个字符`);
  if (length > rules.passwordMaxLength) faults.push(`至多 ${rules.passwordMaxLength} 个字符`);
  if (classesOf(text) < rules.passwordMinClasses)
    faults.push(`大写字母、小写字母、数字、其他符号中至少包含 ${rules.passwordMinClasses} 类`);
  if (owner.username && text.toLowerCase().includes(owner.username.toLowerCase()))
    faults.push('不能包含登录名');
  if (isCommon(text)) faults.push('过于常见，容易被猜到，请换一个');
  return faults;
}

function classesOf(text: string): number {
  return [/\p{Ll}/u, /\p{Lu}/u, /\p{Nd}/u, /[^\p{Ll}\p{Lu}\p{Nd}]/u].filter((one) => one.test(text)).length;
}

/** Words that people dress up with a year and an exclamation mark. */
const COMMON_WORDS = new Set([
  'admin',
  'administrator',
  'password',
  'passwd',
  'passw',
  'welcome',
  'qwerty',
  'qwertyuiop',
  'asdfghjkl',
  'letmein',
  'iloveyou',
  'woaini',
  'mima',
  'guanliyuan',
  'zhengfu',
  'gov',
  'root',
  'system',
  'test',
  'user',
  'abc',
  'abcd',
  'changeme',
  'default',
  'huawei',
  'zhanqun',
  'china',
  'zhongguo',
]);

/** Keyboard walks and counting that pass the class rule. */
const COMMON_WALKS = [
  '1qaz2wsx',
  '1qazxsw2',
  'zaq12wsx',
  'qwer1234',
  'qwe123',
  'asdf1234',
  'zxcv1234',
  'abcd1234',
  'a1b2c3d4',
  '1q2w3e4r',
  'q1w2e3r4',
  '1234qwer',
  '123qwe',
];

const UNSHIFTED: Readonly<Record<string, string>> = {
  '!': '1',
  '@': '2',
  '#': '3',
  $: '4',
  '%': '5',
  '^': '6',
  '&': '7',
  '*': '8',
  '(': '9',
  ')': '0',
};

function isCommon(password: string): boolean {
  const lower = password.toLowerCase();
  const core = lower.replace(/^[^a-z]+|[^a-z]+$/g, '');
  const plain = core.replace(/@/g, 'a').replace(/0/g, 'o').replace(/\$/g, 's');
  if (COMMON_WORDS.has(core) || COMMON_WORDS.has(plain)) return true;
  const unshifted = lower.replace(/[!@#$%^&*()]/g, (sign) => UNSHIFTED[sign] ?? sign);
  return COMMON_WALKS.some((walk) => unshifted.startsWith(walk));
}
