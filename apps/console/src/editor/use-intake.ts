import type { Editor } from '@tiptap/core';
import { reactive, ref, type Ref } from 'vue';
import { editingApi, type AssetView, type ConvertedDocument } from '@/api/editing';
import { messageOf } from '@/api/http';
import { uploadFile } from '@/assets/upload-file';
import { refused } from '@/parts/notices';
import { consoleFile } from './file-addresses';
import { giveUpPicture, pendingSrc, settlePicture } from './pending-pictures';

export interface Running {
  id: number;
  name: string;
  /** Of 100; null while the server works. */
  percent: number | null;
}

export interface Intake {
  running: Running[];
  /** What came in and what was left out, for the person to read. */
  notes: Ref<{ title: string; lines: string[] } | null>;
  takeFiles: (files: readonly File[], at?: number) => void;
  takePicture: (pending: string, from: File | string) => Promise<void>;
  takeDocument: (file: File) => Promise<void>;
}

interface Outlets {
  attach: (asset: AssetView) => void;
  imported: (document: ConvertedDocument) => void;
}

/** What was taken out of the text, so that nobody looks for it there. */
const headOf = ({ documentNumber }: ConvertedDocument): string[] =>
  documentNumber ? [`文号 ${documentNumber} 已从正文取出，类型为政策文件时填入要素`] : [];

const NOT_COME = '〔此处图片需另行上传〕';

/** Files on their way into a text: uploaded with progress, then put where they were dropped. */
export function useIntake(editor: () => Editor | undefined, site: string, outlets: Outlets): Intake {
  const running = reactive<Running[]>([]);
  const notes = ref<Intake['notes']['value']>(null);
  let last = 0;

  async function track<T>(
    name: string,
    work: (tell: (sent: number, total: number) => void) => Promise<T>,
  ): Promise<T> {
    const id = (last += 1);
    running.push({ id, name, percent: 0 });
    const own = (): Running | undefined => running.find((one) => one.id === id);
    try {
      return await work((sent, total) => {
        const mine = own();
        if (mine) mine.percent = sent >= total ? null : Math.floor((sent / Math.max(1, total)) * 100);
      });
    } finally {
      running.splice(
        running.findIndex((one) => one.id === id),
        1,
      );
    }
  }

  async function takePicture(pending: string, from: File | string): Promise<void> {
    try {
      const asset =
        typeof from === 'string'
          ? await track('转存网络图片', () => editingApi.takePicture(site, from))
          : await track(from.name, (tell) => uploadFile(site, from, tell));
      const target = editor();
      if (target) settlePicture(target, pending, consoleFile(asset.url, site), asset.alt);
    } catch (error) {
      const target = editor();
      if (target) giveUpPicture(target, pending, NOT_COME);
      refused(`图片没有带入：${messageOf(error)}`);
    }
  }

  function place(file: File, at: number | undefined): void {
    const target = editor();
    if (!target) return;
    const pending = pendingSrc();
    const node = { type: 'figure', content: [{ type: 'image', attrs: { src: pending, alt: '' } }] };
    target
      .chain()
      .focus()
      .insertContentAt(at ?? target.state.selection.to, node)
      .run();
    void takePicture(pending, file);
  }

  async function placeMedia(file: File, kind: 'video' | 'audio'): Promise<void> {
    try {
      const asset = await track(file.name, (tell) => uploadFile(site, file, tell));
      const attrs = { src: consoleFile(asset.url, site), title: asset.name.replace(/\.[^.]+$/, '') };
      editor()?.chain().focus().insertContent({ type: kind, attrs }).run();
    } catch (error) {
      refused(messageOf(error));
    }
  }

  async function attach(file: File): Promise<void> {
    try {
      outlets.attach(await track(file.name, (tell) => uploadFile(site, file, tell)));
    } catch (error) {
      refused(messageOf(error));
    }
  }

  async function takeDocument(file: File): Promise<void> {
    try {
      const found = await track(file.name, () => editingApi.convert(site, file));
      notes.value = { title: `已导入“${file.name}”`, lines: [...headOf(found), ...found.notes] };
      outlets.imported(found);
    } catch (error) {
      refused(messageOf(error));
    }
  }

  function takeFiles(files: readonly File[], at?: number): void {
    for (const file of files) {
      if (file.type.startsWith('image/')) place(file, at);
      else if (file.type.startsWith('video/')) void placeMedia(file, 'video');
      else if (file.type.startsWith('audio/')) void placeMedia(file, 'audio');
      else if (/\.doc[xm]$/i.test(file.name)) void takeDocument(file);
      else void attach(file);
    }
  }

  return { running, notes, takeFiles, takePicture, takeDocument };
}
