import { Fold } from '../session/fold';
import type { SessionReplay } from './session-replay.svelte';

export const SPEEDS = [1, 2, 4, 8] as const;
export type Speed = (typeof SPEEDS)[number];

/**
 * A recorded session with a playhead. The session is worked out anew by the live pipeline; playing only moves the moment that is looked
 * at.
 */
export class Player {
  playing = $state(false);
  speed = $state<Speed>(1);
  /** The playhead as text and slider know it; the curve reads `nowS`. */
  positionS = $state(0);
  readonly endS = $derived.by(() => this.replay.endS);
  readonly view = $derived.by(() => this.#fold.at(this.positionS));
  /** When each round that was finished began. */
  readonly roundStartsS = $derived.by(() =>
    this.replay.events.flatMap((event) => (event.type === 'round' ? [event.startS] : []))
  );
  readonly #fold = new Fold(() => this.replay.events);
  #anchor = { atMs: 0, s: 0 };

  constructor(private readonly replay: Pick<SessionReplay, 'events' | 'endS'>) {
    // Where training began is what people look for; the calibration before it is a step back.
    this.seek(replay.events.find(({ type }) => type === 'set')?.atS ?? 0, 0);
  }

  /** Session time at `performance.now()`. */
  nowS(atMs: number): number {
    if (!this.playing) return this.#anchor.s;
    return Math.min(this.endS, this.#anchor.s + (Math.max(0, atMs - this.#anchor.atMs) / 1000) * this.speed);
  }

  /** To be called a few times a second: brings the text after the curve, and stops at the end. */
  tick(atMs: number): void {
    this.positionS = this.nowS(atMs);
    if (this.playing && this.positionS >= this.endS) this.#settle(this.endS, atMs, false);
  }

  toggle(atMs: number): void {
    const restart = !this.playing && this.positionS >= this.endS;
    this.#settle(restart ? 0 : this.nowS(atMs), atMs, !this.playing);
  }

  seek(s: number, atMs: number): void {
    this.#settle(Math.min(Math.max(s, 0), this.endS), atMs, this.playing);
  }

  /** So far ahead, or back. */
  step(s: number, atMs: number): void {
    this.seek(this.nowS(atMs) + s, atMs);
  }

  /** To the begin of the next round or of the one before; where there is none, to the end or the begin of the session. */
  jump(way: 'next' | 'previous', atMs: number): void {
    const now = this.nowS(atMs);
    const [starts, clear] = [this.roundStartsS, 0.5];
    const to =
      way === 'next'
        ? (starts.find((start) => start > now + 0.001) ?? this.endS)
        : // Who has only just begun a round wants the one before it.
          (starts.findLast((start) => start < now - clear) ?? 0);
    this.seek(to, atMs);
  }

  setSpeed(speed: Speed, atMs: number): void {
    this.#settle(this.nowS(atMs), atMs, this.playing);
    this.speed = speed;
  }

  #settle(s: number, atMs: number, playing: boolean): void {
    this.#anchor = { atMs, s };
    this.positionS = s;
    this.playing = playing;
  }
}
