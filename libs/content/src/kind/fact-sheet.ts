import type { PageAddresses } from '../article/article-address';
import { wordOf } from './fact-labels';
import type { FactFilm, FactLine, FactPicture, FactSheet, FactTable, FactText } from './fact-sheet.view';
import { isAsked, isBlank, type ArticleFacts, type FactFile, type FactRow, type FactValue } from './facts';
import type { KindField } from './field';
import { kindOf } from './kind';

/** The facts of an article as its page shows them, by the declaration of its kind. */
export function factSheet(kind: string, facts: ArticleFacts | null, addresses: PageAddresses): FactSheet {
  const told = kindOf(kind).fields.filter((field) => !isBlank(facts?.[field.key]) && isAsked(field, facts));
  const value = ({ key }: KindField): FactValue => facts?.[key] ?? null;
  const ofType = (...types: KindField['type'][]) => told.filter((field) => types.includes(field.type));
  const lists = ofType('list').map((field) => ({ field, rows: value(field) as readonly FactRow[] }));
  return {
    lines: ofType('text', 'date', 'select', 'number', 'url').map((field): FactLine => ({
      key: field.key,
      label: field.label,
      text: wordOf(field, value(field)),
      url: field.type === 'url' ? String(value(field) as string) : null,
    })),
    texts: ofType('longText').map((field): FactText => ({
      key: field.key,
      label: field.label,
      paragraphs: paragraphsOf(value(field) as string),
    })),
    tables: lists
      .filter(({ field }) => !pictureFieldOf(field))
      .map(({ field, rows }) => tableOf(field, rows)),
    pictures: [
      ...ofType('assets').flatMap((field) =>
        (value(field) as readonly FactFile[]).map((file) => pictureOf(file, '', '', addresses)),
      ),
      ...lists.flatMap(({ field, rows }) => rows.flatMap((row) => pictureIn(field, row, addresses))),
    ],
    film: filmOf(ofType('asset'), value, addresses),
  };
}

/** The picture of a list of pictures; such a list is a strip of pictures, not a table. */
const pictureFieldOf = ({ row = [] }: KindField): KindField | undefined =>
  row.find(({ type }) => type === 'asset');

function tableOf(field: KindField, rows: readonly FactRow[]): FactTable {
  const columns = (field.row ?? []).filter(({ key }) => rows.some((row) => !isBlank(row[key])));
  return {
    key: field.key,
    label: field.label,
    columns: columns.map(({ label }) => label),
    rows: rows.map((row) =>
      columns.map((column) =>
        isBlank(row[column.key]) ? [] : paragraphsOf(wordOf(column, row[column.key] ?? null)),
      ),
    ),
  };
}

function pictureIn(field: KindField, row: FactRow, addresses: PageAddresses): FactPicture[] {
  const file = row[pictureFieldOf(field)?.key ?? ''] as FactFile | null | undefined;
  const words = (key: string): string => (typeof row[key] === 'string' ? row[key] : '');
  return file ? [pictureOf(file, words('caption'), words('photographer'), addresses)] : [];
}

const pictureOf = (
  { path, alt }: FactFile,
  caption: string,
  credit: string,
  addresses: PageAddresses,
): FactPicture => ({ url: addresses.file(path), alt: alt || caption, caption, credit });

function filmOf(
  fields: readonly KindField[],
  value: (field: KindField) => FactValue,
  addresses: PageAddresses,
): FactFilm | null {
  const field = fields.find(({ accept }) => accept === 'video');
  if (!field) return null;
  const { path, mime, name } = value(field) as FactFile;
  return { url: addresses.file(path), mime, name };
}

const paragraphsOf = (text: string): string[] => text.split(/\n+/).filter((line) => line.trim() !== '');
