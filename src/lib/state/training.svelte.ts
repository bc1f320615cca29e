import type { CurvePainter } from '../chart/painter';
import { AppError, errorCode, type ErrorCode } from '../errors';
import type { Check } from '../plan/signs';
import { drivers } from '../sensors/drivers';
import { samenessOf } from '../sensors/same-sensor';
import type { Command } from '../signal/command';
import { Attempts } from '../transport/attempts';
import { chooseDevice, GattLink, keepsIds, type BluetoothPort } from '../transport/gatt';
import { Link, type LinkState } from '../transport/link';
import type { StartWorker, WorkerClient } from '../worker/client';
import type { FromWorker, Recording, StorageState } from '../worker/protocol';
import type { SensorIdentity } from '../storage/entry';
import { plainText } from '../storage/plain-text';
import { EMPTY_VIEW, reduce, type SessionView } from '../session/view';
import { EarlierCalibrations } from './earlier.svelte';
import { SessionClock } from './session-clock';
import { NO_SAMPLE, sessionTimeS, type TraceWindow } from '../session/trace';

const PROFILES = drivers.map(({ profile }) => profile);
const WATCHDOG_MS = 250;

/** The session under way: its link, what the worker says of it, and what a person can do. Samples stay in the worker. */
export class Training {
  view = $state.raw<SessionView>(EMPTY_VIEW);
  link = $state.raw<LinkState>('none');
  storage = $state.raw<StorageState>('kept');
  /** An attempt to link is under way. */
  busy = $state.raw(false);
  /** A session is being linked for the first time: until its signal flows there is none to go on with. */
  beginning = $state.raw(false);
  /** The session is being ended. */
  ending = $state.raw(false);
  /** Of the session that has begun and not been ended. */
  sessionId = $state.raw<string | null>(null);
  /** The last thing that went wrong, until the next attempt; `unforeseen` for what has no code. */
  error = $state.raw<ErrorCode | 'unforeseen' | null>(null);
  /** The session is with the simulated sensor. */
  isSimulated = $state.raw(false);
  /** What recorded it is gone: nothing more is recorded or shown, and all that is left is to end it. */
  isCut = $state.raw(false);
  /** It was cut off and goes on: what was under way waits until she has said how. */
  isBack = $state.raw(false);
  /** The newest sample, told ten times a second. Not reactive. */
  newest = NO_SAMPLE;
  /** What was 100 % before, on the sensor in use. */
  readonly earlier = new EarlierCalibrations(async () =>
    this.#worker.archive.calibrations(await this.person())
  );
  /** The curve of each round of the latest set, in the order of `view.rounds`. */
  roundCurves: readonly TraceWindow[] = [];
  /** The curve of each attempt of the guided calibration, from 2 s before it on, in the order of `view.attempts`. */
  attemptCurves: readonly TraceWindow[] = [];

  #worker: WorkerClient;
  #gatt: GattLink | null = null;
  #clock = new SessionClock();
  #keepsIds = false;
  #attempts = new Attempts((isBusy) => {
    this.busy = isBusy;
  });
  #machine = this.#newMachine();
  #finishing: Promise<string | null> | null = null;
  #arrivedMs = 0;

  /** @param person whose the next session is */
  constructor(
    startWorker: StartWorker,
    private readonly person: () => Promise<string>
  ) {
    this.#worker = startWorker({
      output: (output) => {
        this.#take(output);
      },
      storage: (state) => {
        this.storage = state;
      },
      failed: (code) => {
        this.error = code;
      },
      lost: () => {
        if (this.sessionId === null) this.error = 'unforeseen';
        else this.isCut = true;
      }
    });
    const watch = () => {
      this.#watch();
    };
    setInterval(watch, WATCHDOG_MS);
    // Timers of a page that was hidden may be late; who comes back is told at once.
    document.addEventListener('visibilitychange', watch);
    addEventListener('pagehide', () => {
      this.abandon();
    });
  }

  /** Ids of the sessions that were cut off, in any window, and that nobody was asked about yet. */
  async cutOff(): Promise<readonly string[]> {
    return this.running ? [] : this.#worker.api.cutOff();
  }

  /** What the database says of this device. */
  get device(): Pick<WorkerClient['api'], 'readDevice' | 'changeDevice'> {
    return this.#worker.api;
  }

  /** Whether another window records a session: that one is running there. Where that cannot be known, it is not said. */
  async isElsewhere(): Promise<boolean> {
    return !this.running && (await this.#worker.api.isElsewhere().catch(() => false));
  }

  /** What has been recorded. */
  get archive(): WorkerClient['archive'] {
    return this.#worker.archive;
  }

  /** Whether there is a session that has begun and not been ended. */
  get running(): boolean {
    if (this.beginning) return false;
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
  async connect(
    bluetooth: BluetoothPort | Promise<BluetoothPort>,
    { isSimulated = false, goesOn }: { isSimulated?: boolean; goesOn?: Recording } = {}
  ): Promise<boolean> {
    return this.#attempt(async (signal, before) => {
      const port = await bluetooth;
      const device = await chooseDevice(port, PROFILES, signal);
      if (!device) return false;
      await before;
      signal.throwIfAborted();
      this.#machine = this.#newMachine();
      if (goesOn?.session.sensor) this.#machine.resume(goesOn.session.sensor);
      this.view = EMPTY_VIEW;
      this.newest = NO_SAMPLE;
      this.sessionId = null;
      this.isSimulated = isSimulated;
      this.isCut = false;
      this.#keepsIds = keepsIds(port);
      this.beginning = true;
      this.isBack = goesOn !== undefined;
      this.#gatt = new GattLink(device, PROFILES, {
        packet: (channel, bytes) => {
          const atMs = this.#clock.nowMs();
          if (channel === 'pressure') this.#machine.frame(atMs);
          this.#worker.send({ kind: 'packet', atMs, channel, bytes });
        },
        lost: () => {
          this.#machine.lost(this.#clock.nowMs());
        }
      });
      try {
        await this.#establish(this.#gatt, signal, goesOn);
      } catch (error) {
        // A session that never got its stream is over before it began.
        await this.#close();
        throw error;
      } finally {
        this.beginning = false;
      }
      return true;
    });
  }

  /** Links the same sensor again; the session goes on, with a gap. */
  async reconnect(): Promise<void> {
    const gatt = this.#gatt;
    if (!gatt) return;
    await this.#attempt(async (signal, before) => {
      await before;
      signal.throwIfAborted();
      await this.#establish(gatt, signal);
      return true;
    });
  }

  /** Gives up the attempt to link that is under way. Whatever still comes of it changes nothing. */
  abandon(): void {
    this.#attempts.abandon();
  }

  command(command: Command): void {
    // Rest is being measured: she need not be asked for it.
    if (command.do === 'tare' || command.do === 'guide') this.isBack = false;
    this.#worker.send({ kind: 'command', atMs: this.#clock.nowMs(), command });
  }

  /** Keeps the answers to the questions before or after training. */
  answer(check: Check): void {
    this.#worker.send({ kind: 'check', atMs: this.#clock.nowMs(), check });
  }

  /** Ends the session and lets go of the sensor, whatever goes wrong: nobody is held in it. @returns the id of what was stored, or null where nothing was */
  finish(): Promise<string | null> {
    // A second press joins the first.
    this.#finishing ??= this.#finish().finally(() => {
      this.ending = false;
      this.#finishing = null;
    });
    return this.#finishing;
  }

  /** Whether the signal stands still: a sleep of the device is silence, too. */
  #watch(): void {
    const hasSlept = this.#clock.hasSlept();
    if (this.busy) return;
    if (hasSlept) this.#machine.woke(this.#clock.nowMs());
    else this.#machine.check(this.#clock.nowMs());
  }

  async #finish(): Promise<string | null> {
    this.ending = this.running;
    this.abandon();
    await this.#attempts.settled;
    try {
      const id = await this.#close();
      this.error = null;
      return id;
    } catch (error) {
      this.error = errorCode(error) ?? 'unforeseen';
      return null;
    } finally {
      this.isCut = false;
    }
  }

  /** Ends what has begun. @returns the id of what was stored */
  async #close(): Promise<string | null> {
    const id = this.sessionId;
    this.command({ do: 'stop' });
    await this.#gatt?.close();
    this.#machine.close(this.#clock.nowMs());
    this.sessionId = null;
    return id !== null && (await this.#worker.api.finish(this.#clock.nowMs())) ? id : null;
  }

  /** @param signal ends it, and lets go of what it has got */
  async #establish(gatt: GattLink, signal: AbortSignal, goesOn?: Recording): Promise<void> {
    const abandon = () => {
      gatt.abandon();
    };
    signal.addEventListener('abort', abandon);
    try {
      this.#machine.connecting();
      const profile = await gatt.connect();
      const { id, name = '' } = gatt.device;
      // A device that has just restarted may have no name yet.
      const sensor = {
        driver: profile.id,
        // As it will be read back, so that it is the same sensor then.
        name: plainText(name === '' ? profile.title : name),
        ...(this.#keepsIds && { id })
      };
      if (!this.sessionId) await this.#begin(sensor, goesOn);
      this.#machine.linked(sensor, this.#clock.nowMs());
      signal.throwIfAborted();
      await gatt.startStream();
      // Silence counts from here: until now there was nothing to hear.
      this.#machine.frame(this.#clock.nowMs());
    } catch (error) {
      this.#machine.lost(this.#clock.nowMs());
      throw error;
    } finally {
      signal.removeEventListener('abort', abandon);
    }
  }

  async #begin(sensor: SensorIdentity, goesOn?: Recording): Promise<void> {
    if (goesOn && !mayGoOn(goesOn.session.sensor, sensor)) throw new AppError('another_sensor');
    this.#clock = new SessionClock(undefined, goesOn?.entries.at(-1)?.atMs);
    const begun = await this.#worker.api.begin({
      person: await this.person(),
      startedAtMs: this.#clock.startedAtMs,
      isSimulated: this.isSimulated,
      ...(goesOn && { goesOn })
    });
    this.sessionId = begun.id;
    this.storage = begun.storage;
    // Nobody is to be asked for a force who has just found her way back. Where nothing is under way, it changes nothing.
    if (goesOn) this.command({ do: 'pause' });
  }

  /** One at a time; what goes wrong is told, but not to somebody who is stopping or has gone on. */
  async #attempt(
    action: (signal: AbortSignal, before: Promise<unknown>) => Promise<boolean>
  ): Promise<boolean> {
    if (this.busy) return false;
    this.error = null;
    try {
      const isLinked = await this.#attempts.run(async (signal, before) => {
        try {
          return await action(signal, before);
        } catch (error) {
          this.#machine.failed();
          throw error;
        }
      });
      return isLinked ?? false;
    } catch (error) {
      if (!this.ending) this.error = errorCode(error) ?? 'unforeseen';
      if (!(error instanceof AppError)) console.error(error);
      return false;
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
      if ((event.type === 'sensor' || event.type === 'calibrating') && this.view.sensor)
        void this.earlier.recall(this.view.sensor);
    }
    this.attemptCurves = [...this.attemptCurves, ...attemptCurves];
    this.roundCurves = [...this.roundCurves, ...roundCurves];
  }
}

/** *Decision*: where no id tells, the sensor that she chose to go on with, minutes later, is taken for the same one. */
function mayGoOn(before: SensorIdentity | null, now: SensorIdentity): boolean {
  return before !== null && samenessOf(before, now) !== 'other';
}
