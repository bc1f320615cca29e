import type { State } from './state';

/** From the first page to the set-up of a set. */
export const GETTING_READY: readonly State[] = [
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
    name: 'questions',
    steps: async (walk) => {
      await walk.press('choose_sensor');
      await walk.sees('check_before_title');
      await walk.streamed(5);
    }
  },
  {
    name: 'teach',
    steps: async (walk) => {
      await walk.press('check_none');
      await walk.sees('teach_title');
    }
  },
  {
    name: 'untared',
    steps: async (walk) => {
      await walk.press('teach_known');
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
      await walk.sees('squeeze_weak');
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
    name: 'guide-intro',
    steps: async (walk) => {
      await walk.press('guide_open');
      await walk.sees('guide_title');
      await walk.settled();
      await walk.app.getByRole('radio', { name: walk.text('guide_scale_mvc') }).check();
    }
  },
  // The squeezes end between two samples: which of them is the last must not hang on rounding.
  {
    name: 'guide-practice',
    steps: async (walk) => {
      await walk.press('guide_begin');
      await walk.until(21);
      await walk.sensor.squeeze(1, 1.505, 1.5, 80);
      await walk.pass(3);
      await walk.sees('guide_practice_lead');
    }
  },
  {
    name: 'guide-squeeze',
    steps: async (walk) => {
      await walk.sensor.squeeze(1, 1.505, 1.5, 80);
      await walk.pass(3);
      await walk.press('proposed_accept');
      await walk.until(5.5);
      await walk.sensor.squeeze(1, 3.505, 1, 92);
      await walk.until(7.5);
      await walk.sees('guide_squeeze');
    }
  },
  {
    name: 'guide-rest',
    steps: async (walk) => {
      await walk.until(16);
      await walk.sees('guide_objection', { attempt: 1 });
    }
  },
  {
    name: 'guide-refused',
    steps: async (walk) => {
      await walk.until(41);
      await walk.sensor.squeeze(1, 0.605, 1, 60);
      await walk.until(51);
      await walk.sees('attempt_short');
    }
  },
  {
    name: 'guide-result',
    steps: async (walk) => {
      // An attempt every 35 s.
      for (const [cueS, pct] of [
        [75, 100],
        [110, 95]
      ] as const) {
        await walk.until(cueS + 1);
        await walk.sensor.squeeze(1, 3.505, 1, pct);
      }
      await walk.until(120);
      await walk.sees('result_title_mvc');
    }
  },
  {
    name: 'set-up-invalid',
    steps: async (walk) => {
      await walk.press('guide_cancel');
      await walk.sees('ready_title');
      await walk.field('field_forcePct').fill('5');
    }
  }
];
