import type { Walk } from './walk';

/** One state of one screen, and how to get there from the one before. */
export interface State {
  readonly name: string;
  /** Nothing scrolls while training: the buttons stay where they are. Also seen on a phone that lies on its side. */
  readonly live?: true;
  readonly steps: (walk: Walk) => Promise<unknown>;
}

/** Force and sway of the hand that follows the target, %. */
const HAND = [40, 4] as const;

/** Everything that somebody with a sensor can come to see, in the order of one long walk. */
export const STATES: readonly State[] = [
  {
    name: 'session-unknown',
    steps: async (walk) => {
      await walk.open('/history/session?id=00000000-0000-4000-8000-000000000000');
      await walk.sees('error_session_not_found');
    }
  },
  {
    name: 'history-empty',
    steps: async (walk) => {
      await walk.follow('nav_history');
      await walk.sees('history_empty');
    }
  },
  {
    name: 'home',
    steps: async (walk) => {
      await walk.follow('nav_train');
      await walk.sees('home_title');
    }
  },
  {
    name: 'connect-failed',
    steps: async (walk) => {
      await walk.sensor.setLink('refuse', true);
      await walk.press('choose_sensor');
      await walk.sees('error_connect_failed');
      await walk.sensor.setLink('refuse', false);
    }
  },
  {
    name: 'train-choose',
    steps: async (walk) => {
      await walk.open('/train');
      await walk.sees('choose_sensor');
    }
  },
  {
    name: 'connecting',
    steps: async (walk) => {
      await walk.sensor.setLink('hang', true);
      await walk.press('choose_sensor');
      await walk.sees('status_connecting');
    }
  },
  {
    name: 'connect-timeout',
    steps: async (walk) => {
      await walk.pass(10);
      await walk.sees('error_connect_timeout');
      await walk.sensor.setLink('hang', false);
    }
  },
  {
    name: 'untared',
    steps: async (walk) => {
      await walk.press('choose_sensor');
      await walk.sees('tare_title');
      await walk.streamed(10);
    }
  },
  {
    name: 'taring',
    steps: async (walk) => {
      await walk.press('tare_go');
      await walk.sees('taring_title');
      await walk.until(2);
    }
  },
  {
    name: 'tare-refused',
    steps: async (walk) => {
      await walk.sensor.hold(30);
      await walk.pass(5);
      await walk.sees('tare_refused_drifting');
    }
  },
  {
    name: 'tared',
    steps: async (walk) => {
      await walk.sensor.hold(0);
      await walk.pass(1);
      await walk.press('tare_go');
      await walk.until(5.5);
      await walk.sees('calibrate_go');
    }
  },
  {
    name: 'attempt-refused',
    steps: async (walk) => {
      await walk.press('calibrate_go');
      await walk.until(0.5);
      await walk.sensor.hold(1.3);
      await walk.pass(1.5);
      await walk.sensor.hold(0);
      await walk.pass(1);
      await walk.sees('attempt_weak');
    }
  },
  {
    name: 'calibrating',
    steps: async (walk) => {
      await walk.sensor.squeeze(1, 1.5, 1.5);
      await walk.pass(3);
    }
  },
  {
    name: 'proposed',
    steps: async (walk) => {
      await walk.sensor.squeeze(2, 1.5, 1.5);
      await walk.pass(6);
      await walk.sees('proposed_accept');
    }
  },
  {
    name: 'set-up',
    steps: async (walk) => {
      await walk.press('proposed_accept');
      await walk.sees('ready_title');
      await walk.until(0.5);
      await walk.sensor.squeeze(1, 2.5, 1.5);
      await walk.pass(4);
    }
  },
  {
    name: 'set-up-invalid',
    steps: async (walk) => {
      await walk.field('field_forcePct').fill('5');
      // The ring around a field is not drawn to the point each time.
      await walk.field('field_forcePct').blur();
    }
  },
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
    name: 'set-over',
    steps: async (walk) => {
      await walk.sensor.hold(0);
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
  },
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

/** What somebody sees whose browser has no Web Bluetooth. */
export const WITHOUT_BLUETOOTH: readonly State[] = [
  {
    name: 'home',
    steps: async (walk) => {
      await walk.open('/');
      await walk.sees('no_bluetooth_title');
    }
  }
];
