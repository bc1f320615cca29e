import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { CueSound } from '../../../src/lib/ui/cue-sound';

/** The sound of a browser whose system may take it away. */
class Audio extends EventTarget {
  state: AudioContextState | 'interrupted' = 'running';
  /** The system has it: it cannot be had back. */
  isTaken = false;
  started = 0;
  readonly currentTime = 0;
  readonly destination = {};

  constructor() {
    super();
    made.push(this);
  }
  become(state: Audio['state']): void {
    this.state = state;
    this.dispatchEvent(new Event('statechange'));
  }
  resume(): Promise<void> {
    if (this.isTaken) return Promise.reject(new DOMException('In a call.', 'InvalidStateError'));
    this.become('running');
    return Promise.resolve();
  }
  close(): Promise<void> {
    this.become('closed');
    return Promise.resolve();
  }
  createOscillator(): object {
    const start = () => (this.started += 1);
    return { frequency: ramp, start, stop: () => undefined, connect: () => this.createGain() };
  }
  createGain(): object {
    return { gain: ramp, connect: () => undefined };
  }
}
const ramp = { setValueAtTime: () => undefined, linearRampToValueAtTime: () => undefined };
let made: Audio[];

beforeEach(() => {
  made = [];
  vi.stubGlobal('AudioContext', Audio);
});
afterEach(() => {
  vi.unstubAllGlobals();
});

it.each(['suspended', 'interrupted'] as const)('takes the sound back when the system left it %s', (state) => {
  new CueSound();
  made[0]?.become(state);
  expect(made[0]?.state).toBe('running');
});

it('asks again with the next cue where the system still has the sound', () => {
  const sound = new CueSound();
  const [audio] = made;
  if (!audio) throw new Error('No sound was made.');
  audio.isTaken = true;
  audio.become('suspended');
  sound.play('rise');
  expect(audio.state).toBe('suspended');
  audio.isTaken = false;
  sound.play('hold');
  expect(audio.state).toBe('running');
  expect(audio.started).toBe(2);
});

it('leaves sound alone that was ended', () => {
  new CueSound().stop();
  expect(made[0]?.state).toBe('closed');
});
