export type ReviewKey = 'pass' | 'sendBack' | 'next' | 'previous' | 'changes' | 'help';

const KEYS: Record<string, ReviewKey> = {
  a: 'pass',
  r: 'sendBack',
  j: 'next',
  k: 'previous',
  d: 'changes',
  '?': 'help',
};

/** Single letters act only while nobody is typing. */
export function reviewKey(event: KeyboardEvent): ReviewKey | null {
  if (event.ctrlKey || event.metaKey || event.altKey || event.repeat) return null;
  const target = event.target as HTMLElement;
  if (target.closest('input, textarea, select, [contenteditable="true"], [role="dialog"]')) return null;
  return KEYS[event.key.toLowerCase()] ?? null;
}
