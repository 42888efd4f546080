const PUBLIC = /(\bsrc=")\/_files\/(\d{6}\/[^"]+")/g;

/**
 * Texts write `/_files/…`, the address citizens use once a text is published. In the console the same
 * file is read through the site's own API, also while it is in no published text yet.
 */
export function forConsole(html: string, site: string): string {
  return html.replace(PUBLIC, `$1/api/sites/${site}/files/$2`);
}

export function forCitizens(html: string, site: string): string {
  return html.replaceAll(`src="/api/sites/${site}/files/`, 'src="/_files/');
}

export function consoleFile(url: string, site: string): string {
  return url.replace(/^\/_files\/(?=\d{6}\/)/, `/api/sites/${site}/files/`);
}
