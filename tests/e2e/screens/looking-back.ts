import type { State } from './state';

/** A session that is over, the history, who trains, and a session that was cut off. */
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
    name: 'session-note',
    steps: async (walk) => {
      const position = Number(await walk.field('replay_position').inputValue());
      const time = `${Math.floor(position / 60)}:${String(Math.floor(position % 60)).padStart(2, '0')}`;
      await walk.app.getByLabel(walk.text('replay_note_text', { time })).fill('Bea, 2 × 3 s');
      await walk.press('replay_note_add');
      await walk.sees('replay_note_text', { time });
    }
  },
  {
    name: 'history',
    steps: async (walk) => {
      await walk.follow('nav_history');
      await walk.sees('history_in_band', { pct: '' });
    }
  },
  {
    name: 'people',
    steps: async (walk) => {
      await walk.follow('nav_people');
      await walk.sees('people_title');
      await walk.press('people_add');
      await walk.field('person_name').fill('Bea');
      await walk.field('person_birth').fill('2026-03-14');
      await walk.press('person_save');
      await walk.sees('people_choose');
    }
  },
  {
    name: 'person',
    steps: async (walk) => {
      await walk.app
        .getByRole('button', { name: walk.text('people_edit'), exact: true })
        .last()
        .click();
      await walk.sees('person_save');
    }
  },
  {
    name: 'person-remove',
    steps: async (walk) => {
      await walk.press('person_cancel');
      await walk.app
        .getByRole('button', { name: walk.text('people_remove'), exact: true })
        .last()
        .click();
      await walk.sees('people_remove_yes');
    }
  },
  {
    name: 'cut-off',
    steps: async (walk) => {
      await walk.open('/');
      await walk.press('choose_sensor');
      await walk.sees('tare_title');
      await walk.pass(3);
      // The page goes without a word.
      await walk.open('/');
      await walk.sees('cut_off_title');
    }
  }
];
