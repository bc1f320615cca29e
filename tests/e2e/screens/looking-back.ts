import type { State } from './state';

/** A session that is over, and the history. */
export const LOOKING_BACK: readonly State[] = [
  {
    name: 'session',
    steps: async (walk) => {
      await walk.press('finish');
      await walk.sees('replay_rounds');
    }
  },
  {
    name: 'session-moment',
    steps: async (walk) => {
      const slider = walk.field('replay_position');
      const beginS = Number(await slider.inputValue());
      await slider.fill(String(Math.round(10 * (beginS + 8)) / 10));
    }
  },
  {
    name: 'history',
    steps: async (walk) => {
      await walk.follow('nav_history');
      await walk.sees('history_in_band', { pct: '' });
    }
  }
];
