import type { State } from './state';

/** Force and sway of the hand that follows the target, %. */
const HAND = [40, 4] as const;

/** From the lead-in to the result of a set. */
export const TRAINING: readonly State[] = [
  {
    name: 'lead-in',
    live: true,
    steps: async (walk) => {
      await walk.field('field_forcePct').fill('40');
      await walk.field('field_rounds').fill('3');
      await walk.press('start');
      await walk.sees('pause');
      await walk.until(1.4);
    }
  },
  {
    name: 'rise',
    live: true,
    steps: async (walk) => {
      await walk.until(3);
      await walk.sensor.follow(...HAND);
      await walk.until(5.4);
    }
  },
  { name: 'hold', live: true, steps: (walk) => walk.until(8) },
  { name: 'fall', live: true, steps: (walk) => walk.until(11) },
  { name: 'rest', live: true, steps: (walk) => walk.until(15.4) },
  { name: 'second-round', live: true, steps: (walk) => walk.until(21.4) },
  {
    name: 'paused',
    live: true,
    steps: async (walk) => {
      await walk.press('pause');
      await walk.sensor.hold(0);
      await walk.sees('resume');
      await walk.until(2);
    }
  },
  { name: 'figures', live: true, steps: (walk) => walk.press('live_figures') },
  {
    name: 'less-motion',
    live: true,
    steps: async (walk) => {
      await walk.press('live_figures');
      await walk.app.emulateMedia({ reducedMotion: 'reduce' });
    }
  },
  {
    name: 'forced-colours',
    live: true,
    steps: (walk) => walk.app.emulateMedia({ reducedMotion: 'no-preference', forcedColors: 'active' })
  },
  {
    name: 'large-text',
    steps: async (walk) => {
      await walk.app.emulateMedia({ forcedColors: 'none' });
      await walk.enlarge('200%');
    }
  },
  {
    name: 'stalled',
    live: true,
    steps: async (walk) => {
      await walk.enlarge('');
      await walk.press('resume');
      await walk.until(3);
      await walk.sensor.follow(...HAND);
      await walk.until(7);
      await walk.sensor.silence(true);
      await walk.pass(1.5);
      await walk.sees('stalled_text');
    }
  },
  {
    name: 'lost',
    live: true,
    steps: async (walk) => {
      await walk.pass(1);
      await walk.sensor.disconnect();
      await walk.sees('lost_title');
      await walk.pass(1);
    }
  },
  {
    name: 'gap',
    live: true,
    steps: async (walk) => {
      await walk.sensor.hold(0);
      await walk.press('reconnect');
      await walk.sees('cue_ready');
      await walk.until(1.5);
    }
  },
  {
    name: 'waiting',
    live: true,
    steps: async (walk) => {
      await walk.until(3);
      await walk.sensor.follow(...HAND);
      await walk.until(14);
      await walk.sensor.hold(17);
      await walk.until(19.5);
      await walk.sees('cue_waiting');
    }
  },
  {
    name: 'relaxing',
    live: true,
    steps: async (walk) => {
      await walk.pass(20);
      await walk.sees('cue_relaxing');
    }
  },
  {
    name: 'tense',
    steps: async (walk) => {
      await walk.pass(29);
      await walk.sees('tense_title');
    }
  },
  {
    name: 'set-over',
    steps: async (walk) => {
      await walk.sensor.hold(0);
      await walk.press('tense_go');
      await walk.pass(29);
      await walk.sees('cue_ready');
      await walk.pass(2.6);
      await walk.sensor.follow(...HAND);
      await walk.pass(17);
      await walk.sees('set_over_title');
    }
  },
  { name: 'set-over-more', steps: (walk) => walk.app.getByText(walk.text('figures_more')).click() },
  {
    name: 'set-over-meaning',
    steps: async (walk) => {
      await walk.app.getByText(walk.text('figures_more')).click();
      await walk.app.getByText(walk.text('figures_meaning')).click();
    }
  }
];
