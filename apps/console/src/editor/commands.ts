import type { Editor } from '@tiptap/core';

export interface ToolCommand {
  label: string;
  /** Glyph shown on the button. */
  glyph: string;
  keys?: string;
  isOn?: (editor: Editor) => boolean;
  isOff?: (editor: Editor) => boolean;
  run: (editor: Editor) => void;
}

const focused = (editor: Editor) => editor.chain().focus();

export const toolGroups: readonly (readonly ToolCommand[])[] = [
  [
    {
      label: '撤销',
      glyph: '↶',
      keys: 'Ctrl+Z',
      isOff: (e) => !e.can().undo(),
      run: (e) => focused(e).undo().run(),
    },
    {
      label: '重做',
      glyph: '↷',
      keys: 'Ctrl+Y',
      isOff: (e) => !e.can().redo(),
      run: (e) => focused(e).redo().run(),
    },
  ],
  [
    {
      label: '加粗',
      glyph: '粗',
      keys: 'Ctrl+B',
      isOn: (e) => e.isActive('bold'),
      run: (e) => focused(e).toggleBold().run(),
    },
    {
      label: '下划线',
      glyph: '线',
      keys: 'Ctrl+U',
      isOn: (e) => e.isActive('underline'),
      run: (e) => focused(e).toggleUnderline().run(),
    },
    { label: '清除格式', glyph: '清', run: (e) => focused(e).unsetAllMarks().clearNodes().run() },
  ],
  [
    {
      label: '无序列表',
      glyph: '无序',
      isOn: (e) => e.isActive('bulletList'),
      run: (e) => focused(e).toggleBulletList().run(),
    },
    {
      label: '有序列表',
      glyph: '有序',
      isOn: (e) => e.isActive('orderedList'),
      run: (e) => focused(e).toggleOrderedList().run(),
    },
    {
      label: '引用',
      glyph: '引',
      isOn: (e) => e.isActive('blockquote'),
      run: (e) => focused(e).toggleBlockquote().run(),
    },
  ],
  (['left', 'center', 'right'] as const).map((side) => ({
    label: { left: '左对齐', center: '居中', right: '右对齐' }[side],
    glyph: { left: '左', center: '中', right: '右' }[side],
    isOn: (e: Editor) => e.isActive({ textAlign: side }),
    run: (e: Editor) => {
      focused(e).setTextAlign(side).run();
    },
  })),
];

export const tableCommands: readonly ToolCommand[] = [
  { label: '在下方加一行', glyph: '加行', run: (e) => focused(e).addRowAfter().run() },
  { label: '在右侧加一列', glyph: '加列', run: (e) => focused(e).addColumnAfter().run() },
  { label: '删除本行', glyph: '删行', run: (e) => focused(e).deleteRow().run() },
  { label: '删除本列', glyph: '删列', run: (e) => focused(e).deleteColumn().run() },
  { label: '合并或拆分单元格', glyph: '合并', run: (e) => focused(e).mergeOrSplit().run() },
  { label: '表头行', glyph: '表头', run: (e) => focused(e).toggleHeaderRow().run() },
  { label: '删除表格', glyph: '删表', run: (e) => focused(e).deleteTable().run() },
];
