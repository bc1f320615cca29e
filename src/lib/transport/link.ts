import type { LinkEvent, SensorIdentity } from '../storage/entry';

export type LinkState = 'none' | 'connecting' | 'live' | 'stalled' | 'lost' | 'closed';

/** Linked, but silent for so long: the person is told. */
export const STALL_MS = 1000;

/**
 * The state of a session's link, and the events that the journal keeps of it. No timer and no clock inside: frames and checks
 * bring the time along. Events that do not fit the state change nothing.
 */
export class Link {
  #state: LinkState = 'none';
  #sensor: SensorIdentity | null = null;
  #lastFrameMs = 0;

  /**
   * @param tell called at once with the event and its time in ms since 1970
   * @param show called with every new state, before the event that goes with it
   */
  constructor(
    private readonly tell: (event: LinkEvent, atMs: number) => void,
    private readonly show: (state: LinkState) => void = () => undefined
  ) {}

  get state(): LinkState {
    return this.#state;
  }

  /** A session that was cut off goes on: its link is lost, and the journal says so already. */
  resume(sensor: SensorIdentity): void {
    this.#sensor = sensor;
    this.#enter('lost');
  }

  connecting(): void {
    if (this.#state !== 'closed') this.#enter('connecting');
  }

  /** Linked: for the first time, or again. */
  linked(sensor: SensorIdentity, atMs: number): void {
    if (this.#state !== 'connecting') return;
    this.#enter('live');
    this.#lastFrameMs = atMs;
    const first = this.#sensor === null;
    this.#sensor = sensor;
    this.tell(first ? { link: 'opened', sensor } : { link: 'restored' }, atMs);
  }

  /** An attempt failed: back to where it began. */
  failed(): void {
    if (this.#state === 'connecting') this.#enter(this.#sensor === null ? 'none' : 'lost');
  }

  frame(atMs: number): void {
    this.#lastFrameMs = atMs;
    if (this.#state !== 'stalled') return;
    this.#enter('live');
    this.tell({ link: 'flowing' }, atMs);
  }

  /** To be called a few times a second. */
  check(atMs: number): void {
    if (this.#state !== 'live' || atMs - this.#lastFrameMs < STALL_MS) return;
    this.#enter('stalled');
    this.tell({ link: 'stalled' }, atMs);
  }

  /** The device slept: no frame came meanwhile, though no clock here counted the silence. */
  woke(atMs: number): void {
    this.#lastFrameMs = atMs - STALL_MS;
    this.check(atMs);
  }

  lost(atMs: number): void {
    if (this.#state !== 'live' && this.#state !== 'stalled') return;
    this.#enter('lost');
    this.tell({ link: 'lost' }, atMs);
  }

  close(atMs: number): void {
    if (this.#state === 'closed' || this.#sensor === null) return;
    this.#enter('closed');
    this.tell({ link: 'closed' }, atMs);
  }

  #enter(state: LinkState): void {
    this.#state = state;
    this.show(state);
  }
}
