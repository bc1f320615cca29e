import type { CurvePainter } from '../chart/painter';
import { AppError, errorCode, type ErrorCode } from '../errors';
import type { Check } from '../plan/signs';
import { drivers } from '../sensors/drivers';
import type { Command } from '../signal/command';
import { chooseDevice, GattLink, type BluetoothPort } from '../transport/gatt';
import { Link, type LinkState } from '../transport/link';
import type { StartWorker, WorkerClient } from '../worker/client';
import type { FromWorker, Recording, StorageState } from '../worker/protocol';
import type { SensorIdentity } from '../storage/entry';
import { EMPTY_VIEW, reduce, type SessionView } from '../session/view';
import { EarlierCalibrations } from './earlier.svelte';
import { NO_SAMPLE, sessionTimeS, type TraceWindow } from '../session/trace';

const PROFILES = drivers.map(({ profile }) => profile);
const WATCHDOG_MS = 250;

const epochMs = () => performance.timeOrigin + performance.now();

/** The session under way: its link, what the worker says of it, and what a person can do. Samples stay in the worker. */
export class Training {
  view = $state.raw<SessionView>(EMPTY_VIEW);
  link = $state.raw<LinkState>('none');
  storage = $state.raw<StorageState>('kept');
  /** An attempt to link is under way. */
  busy = $state.raw(false);
  /** The session is being ended. */
  ending = $state.raw(false);
  /** Of the session that has begun and not been ended. */
  sessionId = $state.raw<string | null>(null);
  /** The last thing that went wrong, until the next attempt; `unforeseen` for what has no code. */
  error = $state.raw<ErrorCode | 'unforeseen' | null>(null);
  /** The newest sample, told ten times a second. Not reactive. */
  newest = NO_SAMPLE;
  /** What was 100 % before, on the sensor in use. */
  readonly earlier = new EarlierCalibrations(() => this.#worker.archive.calibrations(this.person()));
  /** The curve of each round of the latest set, in the order of `view.rounds`. */
  roundCurves: readonly TraceWindow[] = [];
  /** The curve of each attempt of the guided calibration, from 2 s before it on, in the order of `view.attempts`. */
  attemptCurves: readonly TraceWindow[] = [];

  #worker: WorkerClient;
  #gatt: GattLink | null = null;
  #machine = this.#newMachine();
  #finishing: Promise<string | null> | null = null;
  #arrivedMs = 0;

  /** @param person whose the next session is */
  constructor(
    startWorker: StartWorker,
    private readonly person: () => string
  ) {
    this.#worker = startWorker({
      output: (output) => {
        this.#take(output);
      },
      storage: (state) => {
        this.storage = state;
      },
      failed: () => {
        this.error = 'unforeseen';
      }
    });
    setInterval(() => {
      if (!this.busy) this.#machine.check(epochMs());
    }, WATCHDOG_MS);
  }

  /** Ids of the sessions that were cut off, in any window, and that nobody was asked about yet. */
  async cutOff(): Promise<readonly string[]> {
    return this.running ? [] : this.#worker.api.cutOff();
  }

  /** What has been recorded. */
  get archive(): WorkerClient['archive'] {
    return this.#worker.archive;
  }

  /** Whether there is a session that has begun and not been ended. */
  get running(): boolean {
    return this.ending || (this.view.link !== null && this.link !== 'none' && this.link !== 'closed');
  }

  /**
   * Session time now, s.
   * @param atMs `performance.now()`
   */
  nowS(atMs: number): number {
    return sessionTimeS(this.newest, this.#arrivedMs, atMs);
  }

  /** Has the session's curve drawn there. Once for each canvas. */
  paint(canvas: HTMLCanvasElement): CurvePainter {
    return this.#worker.paint(canvas);
  }

  /**
   * Lets the person choose a sensor and begins a session with it, or goes on with one that was cut off. Must be called in a click. False
   * when she chose none, and when another attempt is under way.
   */
  async connect(bluetooth: BluetoothPort | Promise<BluetoothPort>, goesOn?: Recording): Promise<boolean> {
    return this.#attempt(async () => {
      const device = await chooseDevice(await bluetooth, PROFILES);
      if (!device) return false;
      this.#machine = this.#newMachine();
      if (goesOn?.session.sensor) this.#machine.resume(goesOn.session.sensor);
      this.view = EMPTY_VIEW;
      this.newest = NO_SAMPLE;
      this.sessionId = null;
      this.#gatt = new GattLink(device, PROFILES, {
        packet: (channel, bytes, atMs) => {
          if (channel === 'pressure') this.#machine.frame(atMs);
          this.#worker.send({ kind: 'packet', atMs, channel, bytes });
        },
        lost: () => {
          this.#machine.lost(epochMs());
        }
      });
      try {
        await this.#establish(this.#gatt, goesOn);
      } catch (error) {
        // A session that never got its stream is over before it began.
        await this.finish();
        throw error;
      }
      return true;
    });
  }

  /** Links the same sensor again; the session goes on, with a gap. */
  async reconnect(): Promise<void> {
    const gatt = this.#gatt;
    if (!gatt) return;
    await this.#attempt(async () => {
      await this.#establish(gatt);
      return true;
    });
  }

  command(command: Command): void {
    this.#worker.send({ kind: 'command', atMs: epochMs(), command });
  }

  /** Keeps the answers to the questions before or after training. */
  answer(check: Check): void {
    this.#worker.send({ kind: 'check', atMs: epochMs(), check });
  }

  /** Ends the session and lets go of the sensor. @returns the id of what was stored, or null where nothing was */
  finish(): Promise<string | null> {
    // A second press joins the first.
    this.#finishing ??= this.#finish().finally(() => {
      this.ending = false;
      this.#finishing = null;
    });
    return this.#finishing;
  }

  async #finish(): Promise<string | null> {
    this.ending = this.running;
    const id = this.sessionId;
    this.command({ do: 'stop' });
    await this.#gatt?.close();
    this.#machine.close(epochMs());
    this.sessionId = null;
    this.error = null;
    return id !== null && (await this.#worker.api.finish(epochMs())) ? id : null;
  }

  async #establish(gatt: GattLink, goesOn?: Recording): Promise<void> {
    this.#machine.connecting();
    const profile = await gatt.connect();
    const sensor = { driver: profile.id, name: gatt.device.name ?? profile.title };
    if (!this.sessionId) {
      if (goesOn && !isSame(goesOn.session.sensor, sensor)) throw new AppError('another_sensor');
      const begun = await this.#worker.api.begin({
        person: this.person(),
        startedAtMs: epochMs(),
        ...(goesOn && { goesOn })
      });
      this.sessionId = begun.id;
      this.storage = begun.storage;
    }
    this.#machine.linked(sensor, epochMs());
    try {
      await gatt.startStream();
    } catch (error) {
      this.#machine.lost(epochMs());
      throw error;
    }
    // Silence counts from here: until now there was nothing to hear.
    this.#machine.frame(epochMs());
  }

  /** One at a time; what goes wrong is told, but not to somebody who is stopping. */
  async #attempt(action: () => Promise<boolean>): Promise<boolean> {
    if (this.busy) return false;
    this.busy = true;
    this.error = null;
    try {
      return await action();
    } catch (error) {
      if (!this.ending) this.error = errorCode(error) ?? 'unforeseen';
      if (!(error instanceof AppError)) console.error(error);
      this.#machine.failed();
      return false;
    } finally {
      this.busy = false;
    }
  }

  #newMachine(): Link {
    return new Link(
      (event, atMs) => {
        this.#worker.send({ kind: 'link', atMs, event });
      },
      (state) => {
        this.link = state;
      }
    );
  }

  #take({ newest, events, roundCurves, attemptCurves }: FromWorker): void {
    if (newest.timeS !== this.newest.timeS) this.#arrivedMs = performance.now();
    this.newest = newest;
    for (const event of events) {
      this.view = reduce(this.view, event);
      if (event.type === 'set') this.roundCurves = [];
      if (event.type === 'calibrating') this.attemptCurves = [];
      if (event.type === 'referenced') this.earlier.note();
      if ((event.type === 'sensor' || event.type === 'calibrating') && this.view.sensor)
        void this.earlier.recall(this.view.sensor);
    }
    this.attemptCurves = [...this.attemptCurves, ...attemptCurves];
    this.roundCurves = [...this.roundCurves, ...roundCurves];
  }
}

function isSame(a: SensorIdentity | null, b: SensorIdentity): boolean {
  return a?.driver === b.driver && a.name === b.name;
}
