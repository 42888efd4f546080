import type { Topic } from '../topics/topic';
import { Chance } from './chance';
import { compose } from './compose';
import { Filler, type Words } from './fill';

export interface Written {
  readonly title: string;
  readonly body: string;
  readonly cover: string | undefined;
}

const TRIES = 60;
const VARIANTS = '①②';

/**
 * Writes the articles of one site: turns topics into texts, never with a title that the site has
 * already, and takes the topics of a channel in turn so that neighbours in a list differ.
 */
export class Writer {
  private readonly titles = new Set<string>();
  private readonly recent = new Map<readonly Topic[], Topic[]>();

  /** What is newer than `picturedSince` leads home pages and has its picture. */
  constructor(
    private readonly chance: Chance,
    private readonly picturedSince: Date,
  ) {}

  /** Takes a title that was written by hand. */
  reserve(title: string): string {
    if (this.titles.has(title)) throw new Error(`the title stands twice on one site: ${title}`);
    this.titles.add(title);
    return title;
  }

  /** A text on one of the topics that suit the month of `at`; `words` is asked anew for each attempt. */
  write(topics: readonly Topic[], at: Date, words: (topic: Topic) => Words): Written {
    for (let attempt = 1; ; attempt += 1) {
      const topic = this.next(topics, at);
      const filler = new Filler(this.chance, words(topic), at);
      const { text, variant } = this.titleOf(topic);
      const plain = filler.fill(text);
      // Where a topic runs out of words, its titles are numbered like those of a serial.
      const title = attempt > TRIES ? `${plain}（之${attempt - TRIES + 1}）` : plain;
      if (this.titles.has(title)) continue;
      this.titles.add(title);
      const body = topic.body
        .map((alternatives) => filler.fill(alternatives[variant % alternatives.length] as string))
        .join('\n');
      const isPictured = this.chance.next() < 0.72 || at >= this.picturedSince;
      const cover = topic.cover && isPictured ? this.chance.pick(topic.cover) : undefined;
      return { title, body: compose(body), cover };
    }
  }

  /** A title and which alternative of the paragraphs goes with it. */
  private titleOf(topic: Topic): { text: string; variant: number } {
    const title = this.chance.pick(topic.titles);
    const marked = VARIANTS.indexOf(title.charAt(0));
    return marked < 0
      ? { text: title, variant: this.chance.whole(0, 1) }
      : { text: title.slice(1), variant: marked };
  }

  /** A topic in season that was not among the last few of its channel. */
  private next(topics: readonly Topic[], at: Date): Topic {
    const month = new Date(at.getTime() + 8 * 3_600_000).getUTCMonth() + 1;
    const inSeason = topics.filter((topic) => !topic.months || topic.months.includes(month));
    const choices = inSeason.length > 0 ? inSeason : topics;
    const recent = (this.recent.get(topics) ?? []).slice(
      choices.length > 1 ? -Math.min(4, choices.length - 1) : Infinity,
    );
    const topic = this.chance.pick(choices.filter((each) => !recent.includes(each)));
    this.recent.set(topics, [...recent, topic].slice(-4));
    return topic;
  }
}
