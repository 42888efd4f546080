const USERNAME = /^[a-z][a-z0-9._-]{2,31}$/;

/** 登录名：lower-case Latin letters, digits, `.`, `_`, `-`; 3 to 32, a letter first. */
export function isUsername(name: string): boolean {
  return USERNAME.test(name);
}

/** As stored and compared: one spelling on both databases. */
export function normalUsername(name: string): string {
  return name.normalize('NFKC').trim().toLowerCase();
}

/** What may be written down of a name that belongs to nobody: people type passwords into the wrong box. */
export function maskedName(name: string): string {
  const characters = [...name];
  return characters.length <= 2 ? '***' : `${characters.slice(0, 2).join('')}***`;
}

/** `138****1234`: how a telephone number appears in lists. */
export function maskedPhone(phone: string | null): string | null {
  if (!phone || phone.length < 7) return phone;
  return `${phone.slice(0, 3)}${'*'.repeat(phone.length - 7)}${phone.slice(-4)}`;
}
