/** The frozen text as plain paragraphs: no foreign markup is ever put into the console's own page. */
export function paragraphsOf(html: string): string[] {
  const { body } = new DOMParser().parseFromString(html, 'text/html');
  return [...body.children].map((part) => part.textContent.trim()).filter((text) => text !== '');
}
