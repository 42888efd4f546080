/** Nodes that are made between two pauses of a build in the background. */
const SLICE = 4096;
const ROOT = 0;
const NONE = -1;

/**
 * 多词查找：finds every one of many words in one pass over a text (Aho–Corasick), whatever their number.
 *
 * Nodes are numbered breadth first, so the children of a node stand side by side and its edges need no
 * table of their own; everything is a handful of flat arrays. Works on UTF-16 units: words are whole
 * characters, so no hit begins or ends inside one.
 */
export class Automaton {
  private constructor(
    private readonly lengths: Uint16Array,
    private readonly label: Uint16Array,
    private readonly firstChild: Int32Array,
    private readonly fail: Int32Array,
    /** Word that ends at the node. */
    private readonly word: Int32Array,
    /** Next node on the way of the fails where a word ends. */
    private readonly nextEnd: Int32Array,
    private readonly rootFrom: number,
    private readonly rootChild: Int32Array,
  ) {}

  /** Words must differ. */
  static of(words: readonly string[]): Automaton {
    const build = building(words);
    for (;;) {
      const { done, value } = build.next();
      if (done) return Automaton.from(value);
    }
  }

  /** As `of`, in small slices between which the process does its other work. */
  static async inBackground(words: readonly string[]): Promise<Automaton> {
    const build = building(words);
    for (;;) {
      const { done, value } = build.next();
      if (done) return Automaton.from(value);
      await new Promise<void>((resolve) => setImmediate(resolve));
    }
  }

  /** Calls `hit` with the number of each word found and where it stands, in the order of their ends. */
  search(text: string, hit: (word: number, start: number, end: number) => void): void {
    const { fail, word, nextEnd, lengths } = this;
    let node = ROOT;
    for (let at = 0; at < text.length; at += 1) {
      const unit = text.charCodeAt(at);
      let next = this.child(node, unit);
      while (next === NONE && node !== ROOT) {
        node = fail[node] as number;
        next = this.child(node, unit);
      }
      node = next === NONE ? ROOT : next;
      let end = (word[node] as number) === NONE ? (nextEnd[node] as number) : node;
      while (end !== ROOT) {
        const found = word[end] as number;
        hit(found, at + 1 - (lengths[found] as number), at + 1);
        end = nextEnd[end] as number;
      }
    }
  }

  /** For figures: bytes of all arrays. */
  get bytes(): number {
    const { lengths, label, firstChild, fail, word, nextEnd, rootChild } = this;
    return [lengths, label, firstChild, fail, word, nextEnd, rootChild].reduce(
      (sum, array) => sum + array.byteLength,
      0,
    );
  }

  private child(node: number, unit: number): number {
    if (node === ROOT) return this.rootChild[unit - this.rootFrom] ?? NONE;
    const { label, firstChild } = this;
    let from = firstChild[node] as number;
    let to = (firstChild[node + 1] as number) - 1;
    while (from <= to) {
      const middle = (from + to) >> 1;
      const here = label[middle] as number;
      if (here === unit) return middle;
      if (here < unit) from = middle + 1;
      else to = middle - 1;
    }
    return NONE;
  }

  private static from({ lengths, label, firstChild, fail, word, nextEnd }: Built): Automaton {
    const roots = (firstChild[1] ?? 1) - 1;
    const rootFrom = roots > 0 ? (label[1] as number) : 0;
    const rootChild = new Int32Array(roots > 0 ? (label[roots] as number) - rootFrom + 1 : 0).fill(NONE);
    for (let node = 1; node <= roots; node += 1) rootChild[(label[node] as number) - rootFrom] = node;
    return new Automaton(lengths, label, firstChild, fail, word, nextEnd, rootFrom, rootChild);
  }
}

interface Built {
  readonly lengths: Uint16Array;
  readonly label: Uint16Array;
  readonly firstChild: Int32Array;
  readonly fail: Int32Array;
  readonly word: Int32Array;
  readonly nextEnd: Int32Array;
}

/** Each node stands for a range of the sorted words that begin alike; its children split the range. */
function* building(words: readonly string[]): Generator<undefined, Built> {
  const order = words.map((_, index) => index).toSorted((a, b) => compareUnits(words[a]!, words[b]!));
  const lengths = Uint16Array.from(words, (text) => text.length);
  const most = words.reduce((sum, text) => sum + text.length, 1);
  const label = new Uint16Array(most);
  const firstChild = new Int32Array(most + 1);
  const fail = new Int32Array(most);
  const word = new Int32Array(most).fill(NONE);
  const nextEnd = new Int32Array(most);
  const [from, to, depth] = [new Int32Array(most), new Int32Array(most), new Uint16Array(most)];
  const nodes = { label, firstChild };
  to[ROOT] = order.length;
  let count = 1;

  for (let node = 0; node < count; node += 1) {
    if (node % SLICE === SLICE - 1) yield undefined;
    firstChild[node] = count;
    const at = depth[node] as number;
    let next = from[node] as number;
    const until = to[node] as number;
    if (next < until && lengths[order[next] as number] === at) {
      word[node] = order[next] as number;
      next += 1;
    }
    while (next < until) {
      const unit = words[order[next] as number]!.charCodeAt(at);
      const begin = next;
      do next += 1;
      while (next < until && words[order[next] as number]!.charCodeAt(at) === unit);
      label[count] = unit;
      [from[count], to[count], depth[count]] = [begin, next, at + 1];
      fail[count] = node; // the parent, until its turn comes
      count += 1;
    }
  }
  firstChild[count] = count;

  for (let node = 1; node < count; node += 1) {
    if (node % SLICE === SLICE - 1) yield undefined;
    const parent = fail[node] as number;
    let back = parent === ROOT ? NONE : (fail[parent] as number);
    let found = NONE;
    while (back !== NONE && found === NONE) {
      found = edge(nodes, back, label[node] as number);
      back = back === ROOT ? NONE : (fail[back] as number);
    }
    fail[node] = found === NONE ? ROOT : found;
    const suffix = fail[node] as number;
    nextEnd[node] = word[suffix] === NONE ? (nextEnd[suffix] as number) : suffix;
  }
  return {
    lengths,
    label: label.slice(0, count),
    firstChild: firstChild.slice(0, count + 1),
    fail: fail.slice(0, count),
    word: word.slice(0, count),
    nextEnd: nextEnd.slice(0, count),
  };
}

function edge(
  { label, firstChild }: { label: Uint16Array; firstChild: Int32Array },
  node: number,
  unit: number,
): number {
  const end = firstChild[node + 1] as number;
  for (let child = firstChild[node] as number; child < end; child += 1)
    if (label[child] === unit) return child;
  return NONE;
}

/** By units, as the nodes are searched; `localeCompare` would order by language. */
function compareUnits(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}
