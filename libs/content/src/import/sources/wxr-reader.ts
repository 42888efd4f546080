import { SaxesParser } from 'saxes';
import { packageRefused } from '../import.errors';

export interface WxrItem {
  id: string;
  type: string;
  status: string;
  title: string;
  link: string;
  guid: string;
  /** `2019-05-01 08:00:00` of the site. */
  date: string;
  /** As in feeds. */
  published: string;
  content: string;
  excerpt: string;
  categories: { slug: string; name: string }[];
  tags: string[];
  isTooLong: boolean;
}

const FIELDS: Readonly<
  Record<
    string,
    'id' | 'type' | 'status' | 'title' | 'link' | 'guid' | 'date' | 'published' | 'content' | 'excerpt'
  >
> = {
  'wp:post_id': 'id',
  'wp:post_type': 'type',
  'wp:status': 'status',
  title: 'title',
  link: 'link',
  guid: 'guid',
  'wp:post_date': 'date',
  pubDate: 'published',
  'content:encoded': 'content',
  'excerpt:encoded': 'excerpt',
};
const LONGEST = 4_000_000;
const DEEPEST = 64;
const MOST_CATEGORIES = 100;
/** Between two signs of the markup. A text, name or declaration is held in memory until its end is seen. */
const LONGEST_SILENCE = 32_000_000;

/**
 * WXR, piece by piece. Nothing outside of the file is read: entities that the file declares itself stay
 * unknown, so neither files nor addresses can be drawn in and no text can be blown up.
 */
export class WxrReader {
  /** Of the former site, from the head of the channel. */
  siteAddress = '';
  isWordpress = false;
  private readonly parser = new SaxesParser();
  private readonly path: string[] = [];
  private done: WxrItem[] = [];
  private item: WxrItem | null = null;
  private category: { domain: string; slug: string } | null = null;
  private text = '';
  private isCut = false;
  private silence = 0;

  constructor() {
    this.parser.on('error', (fault) => {
      // Undeclared entities of old exports (`&nbsp;`) are written as they stand.
      if (!/entity|disallowed character|malformed/i.test(fault.message))
        throw Object.assign(packageRefused({ fault: 'broken' }), { cause: fault });
    });
    this.parser.on('opentag', ({ name, attributes }) => {
      this.silence = 0;
      this.open(name, attributes);
    });
    this.parser.on('closetag', ({ name }) => {
      this.silence = 0;
      this.close_(name);
    });
    this.parser.on('text', (text) => this.add(text));
    this.parser.on('cdata', (text) => this.add(text));
  }

  /** Raises `content.import.packageRefused` for what is no XML, or one endless text. */
  write(text: string): void {
    this.silence += text.length;
    if (this.silence > LONGEST_SILENCE) throw packageRefused({ fault: 'broken' });
    this.parser.write(text);
  }

  close(): void {
    this.parser.close();
  }

  /** What was completed since it was last asked. */
  take(): WxrItem[] {
    const done = this.done;
    this.done = [];
    return done;
  }

  private open(name: string, attributes: Readonly<Record<string, string>>): void {
    if (this.path.length >= DEEPEST) throw packageRefused({ fault: 'broken' });
    this.path.push(name);
    this.text = '';
    this.isCut = false;
    if (name === 'rss' && Object.keys(attributes).some((key) => key === 'xmlns:wp')) this.isWordpress = true;
    if (name === 'item') this.item = blank();
    if (name === 'category' && this.item)
      this.category = { domain: attributes.domain ?? '', slug: attributes.nicename ?? '' };
  }

  private close_(name: string): void {
    this.path.pop();
    const text = this.text.trim();
    this.text = '';
    if (name === 'wp:base_blog_url' || (name === 'link' && !this.item && this.siteAddress === ''))
      this.siteAddress = /^https?:\/\/\S+$/.test(text) ? text.slice(0, 300) : this.siteAddress;
    const { item } = this;
    if (!item) return;
    if (name === 'item') {
      this.done.push(item);
      this.item = null;
      return;
    }
    if (name === 'category' && this.category) {
      const { domain, slug } = this.category;
      if (domain === 'category' && item.categories.length < MOST_CATEGORIES)
        item.categories.push({ slug: (slug || text).slice(0, 200), name: text.slice(0, 50) });
      if (domain === 'post_tag' && item.tags.length < 20) item.tags.push(text.slice(0, 30));
      this.category = null;
      return;
    }
    const field = this.path.at(-1) === 'item' ? FIELDS[name] : undefined;
    if (field === undefined) return;
    item[field] = text;
    if (field === 'content') item.isTooLong = this.isCut;
  }

  private add(text: string): void {
    if (this.text.length + text.length <= LONGEST) this.text += text;
    else this.isCut = true;
  }
}

const blank = (): WxrItem => ({
  id: '',
  type: 'post',
  status: 'publish',
  title: '',
  link: '',
  guid: '',
  date: '',
  published: '',
  content: '',
  excerpt: '',
  categories: [],
  tags: [],
  isTooLong: false,
});
