import type { State } from './state';

/** Eight weeks and two days before the walk. */
const BORN = '2026-03-15';

/** From setting up a plan to what is next. */
export const PLANNED: readonly State[] = [
  {
    name: 'plan-set-up',
    steps: async (walk) => {
      // The session that was cut off stays as it is.
      await walk.press('cut_off_keep');
      await walk.gone('cut_off_title');
      await walk.follow('plan_begin');
      await walk.sees('setup_title');
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
    name: 'planned-ready',
    steps: async (walk) => {
      await walk.follow('nav_train');
      await walk.sees('step_goal_6');
      await walk.press('choose_sensor');
      await walk.sees('check_before_title');
      await walk.press('check_none');
      await walk.sees('tare_title');
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
      await walk.sees('step_goal_6');
    }
  },
  {
    name: 'planned-tired',
    live: true,
    steps: async (walk) => {
      await walk.press('start');
      await walk.sees('pause');
      await walk.sensor.answer([50, 20], 15, 9);
      await walk.pass(3 + 15 + 15 + 4);
      await walk.sees('say_tired', { round: 2 });
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
    name: 'advice',
    steps: async (walk) => {
      await walk.press('person_cancel');
      await walk.sees('resume');
      await walk.press('stop');
      await walk.sees('check_after_title');
      await walk.app.getByLabel(walk.text('sign_pain')).check();
      await walk.app.getByLabel(walk.text('sign_heaviness')).check();
      await walk.press('check_some');
      await walk.sees('advice_title');
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
      await walk.sees('gate_pain');
    }
  }
];
