import type { Moment } from '$lib/signal/schedule';

/** What a cue sounds like: from one pitch to another, Hz, for so many seconds. It goes where the target goes. */
interface Tone {
  readonly fromHz: number;
  readonly toHz: number;
  readonly s: number;
}
const TONES: Partial<Record<Moment['cue'], Tone>> = {
  rise: { fromHz: 330, toHz: 495, s: 0.45 },
  hold: { fromHz: 495, toHz: 495, s: 0.2 },
  fall: { fromHz: 495, toHz: 330, s: 0.45 },
  rest: { fromHz: 247, toHz: 247, s: 0.3 }
};
/** Quiet: somebody may be asleep. */
const VOLUME = 0.15;
const FADE_S = 0.05;
const KEY = 'bodem.sound';

/** Whether cues were to be heard the last time. */
export function wantsSound(): boolean {
  try {
    return localStorage.getItem(KEY) === 'on';
  } catch {
    return false;
  }
}

/** Cues to be heard; made in a press, or the browser stays silent. */
export class CueSound {
  readonly #audio = new AudioContext();

  constructor() {
    // A call, an alarm or another app takes the sound away; when that is over, some systems do not give it back by themselves.
    this.#audio.addEventListener('statechange', () => {
      this.#wake();
    });
  }

  /** Keeps the choice for the next time. */
  static keep(isWanted: boolean): void {
    try {
      localStorage.setItem(KEY, isWanted ? 'on' : 'off');
    } catch {
      // A browser that stores nothing is asked again.
    }
  }

  play(cue: Moment['cue']): void {
    const tone = TONES[cue];
    if (!tone) return;
    this.#wake();
    const startS = this.#audio.currentTime;
    const pitch = this.#audio.createOscillator();
    const volume = this.#audio.createGain();
    pitch.frequency.setValueAtTime(tone.fromHz, startS);
    pitch.frequency.linearRampToValueAtTime(tone.toHz, startS + tone.s);
    volume.gain.setValueAtTime(0, startS);
    volume.gain.linearRampToValueAtTime(VOLUME, startS + FADE_S);
    volume.gain.setValueAtTime(VOLUME, startS + tone.s);
    volume.gain.linearRampToValueAtTime(0, startS + tone.s + FADE_S);
    pitch.connect(volume).connect(this.#audio.destination);
    pitch.start(startS);
    pitch.stop(startS + tone.s + FADE_S);
  }

  stop(): void {
    void this.#audio.close();
  }

  /** Refused while the system still has it: the next cue asks again. */
  #wake(): void {
    const { state } = this.#audio;
    if (state !== 'running' && state !== 'closed') this.#audio.resume().catch(() => undefined);
  }
}
