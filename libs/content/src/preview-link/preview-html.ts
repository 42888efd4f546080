/** Puts the mark over a page (`until` is a time of ours, no text of people) and leads the files of the unpublished text through the link. */
export function asPreview(
  html: string,
  base: string,
  filesAt: string,
  paths: readonly string[],
  until: string,
): string {
  const mark =
    '<div class="preview-mark" role="note"><strong>预览</strong>' +
    `<span>未发布的稿件，仅供核对，请勿外传。链接有效至 ${until}</span></div>`;
  const marked = html.replace(/<body[^>]*>/, (tag) => `${tag}\n${mark}`);
  return paths.reduce((text, path) => text.replaceAll(`${base}${path}`, `${filesAt}${path}`), marked);
}
