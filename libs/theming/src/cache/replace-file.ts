import { randomUUID } from 'node:crypto';
import { rename, rm, utimes, writeFile } from 'node:fs/promises';

/** Writes a file by rename: who reads it sees the old one or the new one, never a part. */
export async function replaceFile(file: string, body: Buffer, modifiedSecond?: number): Promise<void> {
  const temporary = `${file}.${randomUUID()}.tmp`;
  try {
    await writeFile(temporary, body);
    if (modifiedSecond !== undefined) await utimes(temporary, modifiedSecond, modifiedSecond);
    await rename(temporary, file);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}
