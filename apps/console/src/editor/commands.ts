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

export const focused = (editor: Editor) => editor.chain().focus();

const mark = (label: string, icon: ToolIcon, name: string, keys?: string): ToolCommand => ({
  label,
  icon,
  ...(keys ? { keys } : {}),
  isOn: (e) => e.isActive(name),
  run: (e) => focused(e).toggleMark(name).run(),
});

const SIDES = { left: '左对齐', center: '居中', right: '右对齐', justify: '两端对齐' } as const;

const isFlush = (e: Editor): boolean => e.getAttributes('paragraph')['isFlush'] === true;

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
    mark('加粗', 'bold', 'bold', 'Ctrl+B'),
    mark('倾斜', 'italic', 'italic', 'Ctrl+I'),
    mark('下划线', 'underline', 'underline', 'Ctrl+U'),
    mark('删除线', 'strike', 'strike'),
    mark('上标', 'sup', 'superscript'),
    mark('下标', 'sub', 'subscript'),
    {
      label: '清除格式',
      icon: 'clear',
      keys: 'Ctrl+\\',
      run: (e) =>
        focused(e)
          .unsetAllMarks()
          .clearNodes()
          .unsetTextAlign()
          .updateAttributes('paragraph', { isFlush: false })
          .run(),
    },
  ],
  [
    {
      label: '无序列表',
      icon: 'bullets',
      keys: 'Ctrl+Shift+8',
      isOn: (e) => e.isActive('bulletList'),
      run: (e) => focused(e).toggleBulletList().run(),
    },
    {
      label: '有序列表',
      icon: 'numbers',
      keys: 'Ctrl+Shift+7',
      isOn: (e) => e.isActive('orderedList'),
      run: (e) => focused(e).toggleOrderedList().run(),
    },
    {
      label: '引用',
      icon: 'quote',
      keys: 'Ctrl+Shift+B',
      isOn: (e) => e.isActive('blockquote'),
      run: (e) => focused(e).toggleBlockquote().run(),
    },
  ],
  [
    ...(Object.keys(SIDES) as (keyof typeof SIDES)[]).map((side) => ({
      label: SIDES[side],
      icon: side,
      isOn: (e: Editor) => e.isActive({ textAlign: side }),
      run: (e: Editor) => {
        focused(e).toggleTextAlign(side).run();
      },
    })),
    {
      label: '首行缩进',
      icon: 'indent',
      isOn: (e) => e.isActive('paragraph') && !isFlush(e),
      isOff: (e) => !e.isActive('paragraph'),
      run: (e) =>
        focused(e)
          .updateAttributes('paragraph', { isFlush: !isFlush(e) })
          .run(),
    },
  ],
];

const header = (e: Editor): boolean => e.isActive('tableHeader');

export const tableCommands: readonly ToolCommand[] = [
  { label: '在上方加行', short: '上方加行', run: (e) => focused(e).addRowBefore().run() },
  { label: '在下方加行', short: '下方加行', run: (e) => focused(e).addRowAfter().run() },
  { label: '在左侧加列', short: '左侧加列', run: (e) => focused(e).addColumnBefore().run() },
  { label: '在右侧加列', short: '右侧加列', run: (e) => focused(e).addColumnAfter().run() },
  { label: '删行', run: (e) => focused(e).deleteRow().run() },
  { label: '删列', run: (e) => focused(e).deleteColumn().run() },
  {
    label: '合并单元格',
    short: '合并',
    isOff: (e) => !e.can().mergeCells(),
    run: (e) => focused(e).mergeCells().run(),
  },
  {
    label: '拆分单元格',
    short: '拆分',
    isOff: (e) => !e.can().splitCell(),
    run: (e) => focused(e).splitCell().run(),
  },
  { label: '表头行', run: (e) => focused(e).toggleHeaderRow().run() },
  { label: '表头列', run: (e) => focused(e).toggleHeaderColumn().run() },
  { label: '表头格', isOn: header, run: (e) => focused(e).toggleHeaderCell().run() },
  ...(['left', 'center', 'right'] as const).map((side) => ({
    label: `单元格${SIDES[side]}`,
    icon: side,
    run: (e: Editor) => {
      focused(e)
        .setCellAttribute('cellAlign', side === 'left' ? null : side)
        .run();
    },
  })),
  { label: '删除表格', run: (e) => focused(e).deleteTable().run() },
];
