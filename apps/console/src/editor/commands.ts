import type { Editor } from '@tiptap/core';
import type { ToolIcon } from './tool-icons';

export interface ToolCommand {
  label: string;
  /** Drawn on the button; without one the label is written out. */
  icon?: ToolIcon;
  /** Shorter words for the button, part of the label. */
  short?: string;
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
      icon: 'undo',
      keys: 'Ctrl+Z',
      isOff: (e) => !e.can().undo(),
      run: (e) => focused(e).undo().run(),
    },
    {
      label: '重做',
      icon: 'redo',
      keys: 'Ctrl+Y',
      isOff: (e) => !e.can().redo(),
      run: (e) => focused(e).redo().run(),
    },
  ],
  [
    {
      label: '加粗',
      icon: 'bold',
      keys: 'Ctrl+B',
      isOn: (e) => e.isActive('bold'),
      run: (e) => focused(e).toggleBold().run(),
    },
    {
      label: '下划线',
      icon: 'underline',
      keys: 'Ctrl+U',
      isOn: (e) => e.isActive('underline'),
      run: (e) => focused(e).toggleUnderline().run(),
    },
    { label: '清除格式', icon: 'clear', run: (e) => focused(e).unsetAllMarks().clearNodes().run() },
  ],
  [
    {
      label: '无序列表',
      icon: 'bullets',
      isOn: (e) => e.isActive('bulletList'),
      run: (e) => focused(e).toggleBulletList().run(),
    },
    {
      label: '有序列表',
      icon: 'numbers',
      isOn: (e) => e.isActive('orderedList'),
      run: (e) => focused(e).toggleOrderedList().run(),
    },
    {
      label: '引用',
      icon: 'quote',
      isOn: (e) => e.isActive('blockquote'),
      run: (e) => focused(e).toggleBlockquote().run(),
    },
  ],
  (['left', 'center', 'right'] as const).map((side) => ({
    label: { left: '左对齐', center: '居中', right: '右对齐' }[side],
    icon: side,
    isOn: (e: Editor) => e.isActive({ textAlign: side }),
    run: (e: Editor) => {
      focused(e).setTextAlign(side).run();
    },
  })),
];

export const tableCommands: readonly ToolCommand[] = [
  { label: '在下方加行', short: '加行', run: (e) => focused(e).addRowAfter().run() },
  { label: '在右侧加列', short: '加列', run: (e) => focused(e).addColumnAfter().run() },
  { label: '删行', run: (e) => focused(e).deleteRow().run() },
  { label: '删列', run: (e) => focused(e).deleteColumn().run() },
  { label: '合并或拆分单元格', short: '合并', run: (e) => focused(e).mergeOrSplit().run() },
  { label: '表头行', short: '表头', run: (e) => focused(e).toggleHeaderRow().run() },
  { label: '删除表格', short: '删除', run: (e) => focused(e).deleteTable().run() },
];
