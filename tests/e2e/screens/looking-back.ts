import type { Past } from '../rig/past';
import type { State } from './state';

/** Ten weeks of three days: she lets go further, holds longer, and is as steady as before. */
const TRAINED = Array.from({ length: 30 }, (_, i): Past => {
  const [wave, week] = [Math.sin(i * i), Math.floor(i / 3)];
  return {
    daysAgo: 72 - 7 * week - 2 * (i % 3),
    figures: {
      restMeanPct: 9 - 0.25 * i + wave,
      nearTargetS: 1.2 + 0.1 * i + 0.2 * wave,
      holdCvDetrendedPct: 6 + 1.5 * wave,
      scale: 'ref',
      tangent: week > 8 ? { requiredPct: 20, reached: { pct: 18 + i + wave } } : null
    }
  };
});
const MAXIMA = [
  { daysAgo: 70, span: 410 },
  { daysAgo: 42, span: 450 },
  { daysAgo: 7, span: 520 }
];

/** A session that is over, the history, who trains, and a session that was cut off. */
export const LOOKING_BACK: readonly State[] = [
  {
    name: 'questions-after',
    steps: async (walk) => {
      await walk.press('finish');
      await walk.sees('check_after_title');
    }
  },
  {
    name: 'session',
    steps: async (walk) => {
      await walk.press('check_none');
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
      await walk.sees('history_on_target', { pct: '' });
    }
  },
  {
    name: 'progress',
    steps: async (walk) => {
      await walk.past(TRAINED, MAXIMA);
      await walk.follow('history_progress');
      await walk.sees('progress_lead');
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
      await walk.sees('check_before_title');
      await walk.streamed(3);
      // The page goes without a word.
      await walk.open('/');
      await walk.sees('cut_off_title');
    }
  }
];
