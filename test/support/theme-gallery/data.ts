import { STANDS_FOR, type GalleryFace, type GalleryTheme } from './chrome-data';
import { contentPages } from './content-pages';
import { GalleryFrame, type GalleryPage } from './gallery-page';
import { sitePages } from './site-pages';
import { topicPages } from './topic-pages';

export type { GalleryPage } from './gallery-page';
export { GALLERY_THEMES, type GalleryFace, type GalleryTheme } from './chrome-data';

/**
 * Every page of one theme, of the kind of site that it is for unless another is asked for: lively made-up
 * data, one page of every kind. The county and all names are fictional.
 */
export function galleryPages(
  theme: GalleryTheme,
  settings: Record<string, unknown>,
  face: GalleryFace = STANDS_FOR[theme],
): GalleryPage[] {
  const frame = new GalleryFrame(theme, settings, face);
  return [...contentPages(frame), ...topicPages(frame), ...sitePages(frame)];
}
