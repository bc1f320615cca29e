import type { State } from './state';
import type { Walk } from './walk';

/** Eight weeks and two days before the walk. */
const BORN = '2026-03-15';

/** Ten weeks before it, and what the doctor has agreed to since. */
const OPERATED = '2026-03-03';
const AGREED = ['setup_agreed_start_other', 'setup_agreed_balance', 'setup_agreed_strength'] as const;

/** Nine days before it, and what that day asks too much. */
const RECENT = '2026-05-03';
const BEYOND = [
  ['field_forcePct', '60'],
  ['field_rounds', '20'],
  ['field_hold', '12']
] as const;

/** Rest, and three squeezes. */
async function measure(walk: Walk): Promise<void> {
  await walk.sensor.hold(0);
  await walk.press('tare_go');
  await walk.pass(5);
  await walk.sees('calibrate_go');
  await walk.press('calibrate_go');
  await walk.until(1);
  await walk.sensor.squeeze(3, 1.5, 1.5);
  await walk.pass(9);
  await walk.sees('proposed_accept');
  await walk.press('proposed_accept');
}

/** From setting up a plan to what is next. */
export const PLANNED: readonly State[] = [
  {
    name: 'plan-surgery',
    steps: async (walk) => {
      // The session that was cut off stays as it is.
      await walk.press('cut_off_keep');
      await walk.gone('cut_off_title');
      await walk.follow('plan_begin');
      await walk.sees('setup_title');
      await walk.field('setup_surgery').check();
      await walk.field('setup_operated').fill(OPERATED);
      // Each word of the doctor's is asked once the one before is given.
      for (const word of AGREED) await walk.field(word).check();
      await walk.sees('setup_agreed_coordination');
    }
  },
  {
    name: 'plan-set-up',
    steps: async (walk) => {
      for (const word of AGREED.toReversed()) await walk.field(word).uncheck();
      await walk.field('setup_postnatal').check();
      await walk.field('setup_born').fill(BORN);
      await walk.field('complaint_leaking').check();
      await walk.sees('setup_step');
    }
  },
  {
    name: 'plan-override',
    steps: async (walk) => {
      await walk.field('setup_therapist').check();
      await walk.field('setup_therapist_name').fill('Noor');
      await walk.app.getByLabel(walk.text('step_name_7')).check();
      await walk.sees('setup_override');
    }
  },
  {
    name: 'today',
    steps: async (walk) => {
      await walk.field('setup_alone').check();
      await walk.app.getByLabel(walk.text('step_name_6')).check();
      await walk.press('setup_save');
      await walk.sees('step_goal_6');
    }
  },
  {
    name: 'plan',
    steps: async (walk) => {
      await walk.follow('plan_link');
      await walk.sees('recovery_title');
    }
  },
  {
    name: 'maximum',
    steps: async (walk) => {
      await walk.follow('nav_train');
      await walk.sees('step_goal_6');
      await walk.press('choose_sensor');
      await walk.sees('check_before_title');
      await walk.press('check_none');
      await walk.sees('teach_title');
      await walk.press('teach_known');
      await walk.sees('maximum_needed', { step: 6 });
    }
  },
  {
    name: 'planned-ready',
    steps: async (walk) => {
      await walk.press('maximum_not_now');
      await walk.sees('tare_title');
      await measure(walk);
      await walk.sees('step_goal_6');
    }
  },
  {
    name: 'too-strong',
    live: true,
    steps: async (walk) => {
      await walk.press('start');
      await walk.sees('pause');
      await walk.sensor.answer([70, 50, 30], 15, 9);
      await walk.pass(3 + 15 + 4);
      await walk.sees('say_high', { round: 1 });
    }
  },
  {
    name: 'planned-tired',
    live: true,
    steps: async (walk) => {
      await walk.pass(15 + 15);
      await walk.sees('say_tired', { round: 3 });
    }
  },
  {
    name: 'adjusting',
    steps: async (walk) => {
      await walk.press('pause');
      await walk.sees('resume');
      await walk.press('live_change');
      await walk.sees('adjust_title');
    }
  },
  {
    name: 'idle',
    steps: async (walk) => {
      await walk.press('person_cancel');
      await walk.sees('resume');
      await walk.press('resume');
      await walk.pass(3 + 15 + 15);
      await walk.sees('idle_title');
    }
  },
  {
    name: 'advice',
    steps: async (walk) => {
      await walk.press('stop');
      await walk.sees('check_after_title');
      await walk.settled();
      await walk.app.getByLabel(walk.text('sign_pain')).check();
      await walk.app.getByLabel(walk.text('sign_heaviness')).check();
      await walk.press('check_some');
      await walk.sees('advice_title_day');
    }
  },
  {
    name: 'proposal',
    steps: async (walk) => {
      await walk.press('advice_done');
      await walk.sees('proposal_title');
    }
  },
  {
    name: 'today-shut',
    steps: async (walk) => {
      await walk.press('proposal_no');
      await walk.sees('summary_home');
      await walk.follow('summary_home');
      await walk.sees('gate_tomorrow');
    }
  },
  {
    name: 'limits',
    steps: async (walk) => {
      await walk.open('/people');
      await walk.sees('people_title');
      await walk.press('people_add');
      await walk.field('person_name').fill('Cato');
      await walk.field('person_birth').fill(RECENT);
      await walk.press('person_save');
      await walk.sees('people_current', { name: 'Cato' });
      await walk.follow('nav_train');
      await walk.sees('home_title');
      await walk.press('choose_sensor');
      await walk.sees('check_before_title');
      await walk.press('check_none');
      await walk.sees('teach_title');
      await walk.press('teach_known');
      await walk.sees('tare_title');
      await measure(walk);
      await walk.sees('ready_title');
      for (const [field, value] of BEYOND) await walk.field(field).fill(value);
      await walk.sees('limit_force', { most: 30 });
    }
  }
];
