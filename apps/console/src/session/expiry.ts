import { ref } from 'vue';

/**
 * A session that ended while somebody was typing: the page stays, a dialog asks for the password
 * again, and every call that was refused meanwhile is repeated.
 */
export const isAskingAgain = ref(false);
let waiting: Promise<boolean> | null = null;
let settle: (isSignedIn: boolean) => void = () => undefined;

export function askToSignInAgain(): Promise<boolean> {
  waiting ??= new Promise<boolean>((resolve) => {
    isAskingAgain.value = true;
    settle = resolve;
  });
  return waiting;
}

export function settleSignIn(isSignedIn: boolean): void {
  isAskingAgain.value = false;
  waiting = null;
  settle(isSignedIn);
}
