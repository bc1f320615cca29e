import type { Player } from './player.svelte';

/** What a key does to a replay; `atMs` is `performance.now()`. */
const KEYS: Readonly<Record<string, (player: Player, atMs: number) => void>> = {
  ' ': (player, atMs) => {
    player.toggle(atMs);
  },
  ArrowLeft: (player, atMs) => {
    player.step(-1, atMs);
  },
  ArrowRight: (player, atMs) => {
    player.step(1, atMs);
  },
  PageUp: (player, atMs) => {
    player.jump('previous', atMs);
  },
  PageDown: (player, atMs) => {
    player.jump('next', atMs);
  },
  Home: (player, atMs) => {
    player.seek(0, atMs);
  },
  End: (player, atMs) => {
    player.seek(player.endS, atMs);
  }
};

/** Whether the key meant the replay, and did something to it. What is typed, or pressed on a button, means something else. */
export function pressKey(player: Player, event: KeyboardEvent, atMs: number): boolean {
  const { target, key } = event;
  const own =
    target instanceof Element ? target.closest('button, a, select, textarea, input, summary') : null;
  const isSlider = own instanceof HTMLInputElement && own.type === 'range';
  if ((own && !isSlider) || event.altKey || event.ctrlKey || event.metaKey) return false;
  KEYS[key]?.(player, atMs);
  return key in KEYS;
}
