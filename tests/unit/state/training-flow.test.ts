import { describe, expect, it, vi } from 'vitest';
import { EMPTY_VIEW, type SessionView } from '../../../src/lib/session/view';
import { TrainingFlow } from '../../../src/lib/state/training-flow.svelte';
import type { Training } from '../../../src/lib/state/training.svelte';
import { SetSchedule } from '../../../src/lib/signal/schedule';
import { SET_UP } from '../session/recorded-session';

const IN_A_SET: SessionView = {
  ...EMPTY_VIEW,
  stage: 'training',
  signs: { before: [], after: null },
  setRunning: true,
  schedule: new SetSchedule(SET_UP, null)
};

/** In a set, as far as the flow looks at it. */
function inASet(also: Partial<Training> = {}) {
  const command = vi.fn();
  const training = { view: IN_A_SET, running: true, ending: false, isCut: false, command, ...also };
  const end = vi.fn();
  const flow = new TrainingFlow(
    training as unknown as Training,
    () => Promise.reject(new Error('There is no plan.')),
    end
  );
  return { flow, command, end };
}

describe('in a set', () => {
  it('Stop asks how it is first, and leaving pauses the set', () => {
    const { flow, command, end } = inASet();
    expect(flow.hide()).toBe(true);
    expect(command).toHaveBeenLastCalledWith({ do: 'pause' });
    flow.stop();
    expect(command).toHaveBeenLastCalledWith({ do: 'stop' });
    expect(flow.panel).toBe('after');
    expect(end).not.toHaveBeenCalled();
  });

  it('that nothing records any more, Stop ends the session, and nobody is kept from leaving', () => {
    const { flow, end } = inASet({ isCut: true });
    expect(flow.hide()).toBe(false);
    flow.stop();
    expect(end).toHaveBeenCalledTimes(1);
  });
});
