import { reactive } from 'vue';

export interface Question {
  title: string;
  text?: string;
  /** Asks for words when set. */
  reason?: { label: string; placeholder?: string; required?: boolean; suggestions?: string[] };
  confirm: string;
  isDangerous?: boolean;
}

interface Asking {
  question: Question | null;
  answer: ((value: string | null) => void) | null;
}

export const asking = reactive<Asking>({ question: null, answer: null });

/** Resolves with the given words (`''` when none were asked), or null when the person thinks again. */
export function ask(question: Question): Promise<string | null> {
  asking.answer?.(null);
  return new Promise((resolve) => {
    asking.question = question;
    asking.answer = (value) => {
      asking.question = null;
      asking.answer = null;
      resolve(value);
    };
  });
}

export async function askSure(question: Question): Promise<boolean> {
  return (await ask(question)) !== null;
}
