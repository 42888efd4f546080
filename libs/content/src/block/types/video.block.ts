import { titleField, type FileValue } from '../block-field';
import { declareBlock } from '../block-type';

interface Settings {
  readonly title: string;
  readonly film: FileValue | null;
  readonly poster: FileValue | null;
  readonly note: string;
}

export const video = declareBlock<Settings, 'video'>({
  code: 'video',
  label: '视频',
  note: '素材库里的一段视频，点播放才开始，不自动播放',
  icon: 'play',
  most: 2,
  fields: [
    { ...titleField, isRequired: true, maximum: 40 },
    { key: 'film', label: '视频', kind: 'video', isRequired: true, help: 'MP4，先上传到素材库' },
    { key: 'poster', label: '封面', kind: 'image', help: '播放前显示的图片，建议 16:9' },
    { key: 'note', label: '文字说明', kind: 'longText', maximum: 300, help: '听不到声音的人靠它知道内容' },
  ],
  prepare: ({ title, film, poster, note }, desk) => {
    const file = desk.picture(film);
    return () =>
      file
        ? {
            title,
            moreUrl: null,
            url: file.url,
            poster: desk.picture(poster),
            note: note.split(/\n+/).filter((line) => line.trim() !== ''),
          }
        : null;
  },
});
