/** `?, ?, ?`: a place for each value of an IN list of a statement of one's own. The values go with the parameters. */
export const marks = (values: { readonly length: number }): string =>
  Array.from({ length: values.length }, () => '?').join(', ');
