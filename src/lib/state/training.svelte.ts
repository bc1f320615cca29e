import { AppError, errorCode, type ErrorCode } from '../errors';
import { drivers } from '../sensors/drivers';
import type { Command } from '../signal/command';
import { chooseDevice, GattLink, type BluetoothPort } from '../transport/gatt';
import { Link, type LinkState } from '../transport/link';
import type { WorkerClient } from '../worker/client';
import type { FromWorker, StorageState } from '../worker/protocol';
import { EMPTY_VIEW, reduce, type SessionView } from './session-view';
import { LiveTrace } from './trace';

const PROFILES = drivers.map(({ profile }) => profile);
const WATCHDOG_MS = 250;
/** How far the screen may run ahead of the newest sample, s: between frames it goes on smoothly, without them it stands. */
const LONGEST_LEAD_S = 0.1;

const epochMs = () => performance.timeOrigin + performance.now();

/** The session under way: its link, what the worker says of it, and what a person can do. Samples stay outside reactive state. */
export class Training {
  view = $state.raw<SessionView>(EMPTY_VIEW);
  link = $state.raw<LinkState>('none');
  storage = $state.raw<StorageState>('kept');
  /** The last thing that went wrong, until the next attempt. `unforeseen` has no text of its own. */
  error = $state.raw<ErrorCode | 'unforeseen' | null>(null);
  trace = new LiveTrace();

  #worker: WorkerClient;
  #gatt: GattLink | null = null;
  #machine = this.#newMachine();
  #sessionId: string | null = null;
  #finishing: Promise<string | null> | null = null;
  #arrivedMs = 0;

  constructor(
    startWorker: (onOutput: (o: FromWorker) => void, onStorage: (s: StorageState) => void) => WorkerClient
  ) {
    this.#worker = startWorker(
      (output) => {
        this.#take(output);
      },
      (state) => {
        this.storage = state;
      }
    );
    setInterval(() => {
      this.#machine.check(epochMs());
    }, WATCHDOG_MS);
  }

  /** History and replay come from the same worker. */
  get archive(): Pick<WorkerClient['api'], 'sessions' | 'replay'> {
    return this.#worker.api;
  }

  /** Whether there is a session that has not been ended. */
  get running(): boolean {
    return this.link !== 'none' && this.link !== 'closed';
  }

  /**
   * Session time to draw now, s: that of the newest sample, and a little on.
   * @param atMs `performance.now()`
   */
  nowS(atMs: number): number {
    const ahead = Math.min(Math.max((atMs - this.#arrivedMs) / 1000, 0), LONGEST_LEAD_S);
    return (this.trace.lastS || 0) + ahead;
  }

  /** Lets the person choose a sensor and begins a session with it. Must be called in a click. False when she chose none. */
  async connect(bluetooth: BluetoothPort): Promise<boolean> {
    return this.#attempt(async () => {
      const device = await chooseDevice(bluetooth, PROFILES);
      if (!device) return false;
      this.#machine = this.#newMachine();
      this.view = EMPTY_VIEW;
      this.trace = new LiveTrace();
      this.#sessionId = null;
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
        await this.#establish(this.#gatt);
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
    if (gatt) await this.#attempt(() => this.#establish(gatt));
  }

  command(command: Command): void {
    this.#worker.send({ kind: 'command', atMs: epochMs(), command });
  }

  /** Ends the session and lets go of the sensor. @returns the session's id, or null where nothing was begun */
  finish(): Promise<string | null> {
    // A second press joins the first.
    this.#finishing ??= this.#finish().finally(() => {
      this.#finishing = null;
    });
    return this.#finishing;
  }

  async #finish(): Promise<string | null> {
    const id = this.#sessionId;
    if (!id || !this.running) return id;
    this.command({ do: 'stop' });
    await this.#gatt?.close();
    this.#machine.close(epochMs());
    this.storage = await this.#worker.api.finish(epochMs());
    return id;
  }

  async #establish(gatt: GattLink): Promise<void> {
    this.#machine.connecting();
    const profile = await gatt.connect();
    if (!this.#sessionId) {
      const begun = await this.#worker.api.begin(epochMs());
      this.#sessionId = begun.id;
      this.storage = begun.storage;
    }
    this.#machine.linked({ driver: profile.id, name: gatt.device.name ?? profile.title }, epochMs());
    try {
      await gatt.startStream();
    } catch (error) {
      this.#machine.lost(epochMs());
      throw error;
    }
  }

  async #attempt<T>(action: () => Promise<T>): Promise<T | false> {
    this.error = null;
    try {
      return await action();
    } catch (error) {
      this.error = errorCode(error) ?? 'unforeseen';
      if (!(error instanceof AppError)) console.error(error);
      this.#machine.failed();
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

  #take({ rows, events }: FromWorker): void {
    if (rows) {
      this.trace.append(rows);
      this.#arrivedMs = performance.now();
    }
    for (const event of events) this.view = reduce(this.view, event);
  }
}
