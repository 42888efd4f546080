/** Names under which Word, WPS and the templates of offices keep their headings. */
const LEVELS: readonly (readonly [RegExp, string])[] = [
  [/^(?:title|公文标题|文件标题|大标题|主标题|标题|文章标题|正标题)$/i, 'zq-title'],
  [/^(?:subtitle|副标题)$/i, 'zq-subtitle'],
  [
    /^(?:heading|标题|公文标题|样式标题|目录标题)\s*1$|^一级(?:标题)?$|^(?:公文)?一级标题.*$|^章标题$/i,
    'zq-h2',
  ],
  [/^(?:heading|标题|公文标题)\s*2$|^二级(?:标题)?$|^(?:公文)?二级标题.*$|^节标题$/i, 'zq-h3'],
  [
    /^(?:heading|标题|公文标题)\s*[3-9]$|^[三四五]级(?:标题)?$|^(?:公文)?[三四五]级标题.*$|^小标题$/i,
    'zq-h4',
  ],
  [/^(?:quote|intense quote|引用|明显引用)$/i, 'zq-quote'],
];

export const STYLE_MAP = [
  "p[style-name='zq-title'] => h1:fresh",
  "p[style-name='zq-subtitle'] => p.zq-subtitle:fresh",
  "p[style-name='zq-h2'] => h2:fresh",
  "p[style-name='zq-h3'] => h3:fresh",
  "p[style-name='zq-h4'] => h4:fresh",
  "p[style-name='zq-quote'] => blockquote > p:fresh",
  "p[style-name='zq-center'] => p.align-center:fresh",
  "p[style-name='zq-right'] => p.align-right:fresh",
  "p[style-name='zq-flush'] => p.no-indent:fresh",
  'u => u',
  'strike => s',
];

interface DocumentNode {
  readonly type?: string;
  readonly children?: readonly DocumentNode[];
  readonly styleName?: string | null;
  readonly alignment?: string | null;
  readonly numbering?: unknown;
  readonly indent?: { readonly firstLine?: string | null; readonly start?: string | null };
}

/**
 * Tells the converter what a paragraph is: by the name of its style, else by where it stands. Flush lines
 * matter only in a text whose other lines are indented.
 */
export function withKnownStyles<T extends DocumentNode>(document: T): T {
  const isIndented = paragraphsOf(document).some((paragraph) => firstLine(paragraph) > 0);
  const visit = (node: DocumentNode, isInCell: boolean): DocumentNode => {
    const inner = isInCell || node.type === 'table';
    const children = node.children?.map((child) => visit(child, inner));
    const named = node.type === 'paragraph' ? styleOf(node, isIndented && !isInCell) : null;
    return {
      ...node,
      ...(children ? { children } : {}),
      ...(named ? { styleId: named, styleName: named } : {}),
    };
  };
  return visit(document, false) as T;
}

function styleOf(paragraph: DocumentNode, hasIndent: boolean): string | null {
  const name = paragraph.styleName?.trim() ?? '';
  const level = LEVELS.find(([pattern]) => pattern.test(name));
  if (level) return level[1];
  if (paragraph.numbering) return null;
  if (paragraph.alignment === 'center') return 'zq-center';
  if (paragraph.alignment === 'right' || paragraph.alignment === 'end') return 'zq-right';
  return hasIndent && firstLine(paragraph) <= 0 && !/^[\s\u3000]{2}/.test(textOf(paragraph))
    ? 'zq-flush'
    : null;
}

const firstLine = ({ indent }: DocumentNode): number => Number(indent?.firstLine ?? 0) || 0;

function paragraphsOf(node: DocumentNode): DocumentNode[] {
  if (node.type === 'paragraph') return [node];
  return (node.children ?? []).flatMap(paragraphsOf);
}

const textOf = (node: DocumentNode & { readonly value?: string }): string =>
  node.value ?? (node.children ?? []).map(textOf).join('');
