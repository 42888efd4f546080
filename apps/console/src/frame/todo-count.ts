import { defineStore } from 'pinia';
import { ref } from 'vue';
import { todosApi } from '@/api/todos';

export const useTodoCount = defineStore('todo-count', () => {
  const count = ref(0);
  /** A number beside a word: when it cannot be read the old one stays. */
  async function read(): Promise<void> {
    try {
      count.value = (await todosApi.count()).count;
    } catch {
      return;
    }
  }
  return { count, read };
});
