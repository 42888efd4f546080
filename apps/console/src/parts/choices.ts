/** What can be chosen: names or looks by value, or a list in an order of its own. */
export type Choices =
  | Readonly<Record<string, string | { readonly label: string }>>
  | readonly { readonly value: string; readonly label: string }[];

export function choicesOf(choices: Choices): { value: string; label: string }[] {
  if (Array.isArray(choices)) return [...(choices as readonly { value: string; label: string }[])];
  return Object.entries(choices as Readonly<Record<string, string | { label: string }>>).map(
    ([value, look]) => ({ value, label: typeof look === 'string' ? look : look.label }),
  );
}
