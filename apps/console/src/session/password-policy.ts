export interface PasswordRule {
  label: string;
  isMet: boolean;
}

/** The same rules as the server's, shown while typing; the server decides. */
export function passwordRules(password: string, username: string): PasswordRule[] {
  const classes = [/[a-z]/, /[A-Z]/, /\d/, /[^A-Za-z0-9]/].filter((kind) => kind.test(password)).length;
  const name = username.toLowerCase();
  return [
    { label: '不少于 12 位', isMet: [...password].length >= 12 },
    { label: '大写字母、小写字母、数字、符号中至少三类', isMet: classes >= 3 },
    {
      label: '不含账号名',
      isMet: password.length > 0 && (name === '' || !password.toLowerCase().includes(name)),
    },
  ];
}
