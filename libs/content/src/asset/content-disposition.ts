/** RFC 6266: a plain name for old programs and the true one, whatever characters it has. */
export function contentDisposition(how: 'inline' | 'attachment', name: string): string {
  const extension = /\.[a-z0-9]{1,10}$/i.exec(name)?.[0] ?? '';
  const plain = /^[\w .()-]{1,100}$/.test(name) ? name : `file${extension}`;
  const encoded = encodeURIComponent(name).replace(
    /['()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `${how}; filename="${plain}"; filename*=UTF-8''${encoded}`;
}
