import type { Check } from '../plan/signs';
import { MAX_SAMPLES, Reading, type Channel, type Features, type SensorDriver } from '../sensors/driver';
import { driverById } from '../sensors/drivers';
import { Engine, ROW, ROW_LENGTH } from '../signal/engine';
import type { Fault, SignalEvent } from '../signal/event';
import { JumpGuard } from '../signal/jump-guard';
import { createClock, type SampleClock } from '../signal/sample-clock';
import type { Entry, LinkEvent, SensorIdentity } from '../storage/entry';
import { PacketView } from './packet-view';

/** What the pipeline tells beside the signal's own events. */
export type SessionEvent =
  | SignalEvent
  | ({ readonly atS: number } & (
      | { readonly type: 'link'; readonly link: LinkEvent['link'] }
      | { readonly type: 'sensor'; readonly sensor: SensorIdentity; readonly features: Features }
      | { readonly type: 'battery'; readonly pct: number | null; readonly volts: number | null }
      | { readonly type: 'check'; readonly check: Check }
    ));

/** So many samples are measured in one go where they are there already: few enough to be at hand still. */
export const BATCH = 256;

export interface PipelineSink {
  /** Rows of `ROW_LENGTH` numbers; valid only during the call. */
  rows(rows: Float64Array): void;
  event(event: SessionEvent): void;
}

/**
 * Journal entries in, rows and events out: decode → clock → engine. Live and replayed sessions run through this and nothing else, and
 * it holds no clock of its own, so the same journal gives the same numbers bit for bit.
 */
export class Pipeline {
  readonly #reading = new Reading();
  /** For one batch, and what a packet may hold beyond it: one sample may have waited for it. */
  readonly #rows = new Float64Array((BATCH + MAX_SAMPLES + 1) * ROW_LENGTH);
  /** Rows that have not been measured yet. */
  #count = 0;
  /** Of so many rows as the index says: a view made anew for each packet costs as much as a sample. */
  readonly #firstRows: Float64Array[] = [];
  readonly #packets = new PacketView();
  readonly #guard = new JumpGuard();
  readonly #engine: Engine;
  #driver: SensorDriver | null = null;
  #sensor: SensorIdentity | null = null;
  #range: Features['range'] = { min: -Infinity, max: Infinity };
  #clock: SampleClock | null = null;
  #sequence = -1;
  /** Malformed frames since the last one that could be read. */
  #unread = 0;
  /** First tick of the newest frame that got times. */
  #tick = NaN;

  constructor(private readonly sink: PipelineSink) {
    this.#engine = new Engine((event) => {
      sink.event(event);
    });
  }

  /** One entry, as it comes. */
  accept(entry: Entry): void {
    this.#take(entry);
    this.#measure();
  }

  /** Entries that are there already: packets that follow each other are measured in batches, which takes less time and comes to the same. */
  acceptAll(entries: readonly Entry[]): void {
    for (const entry of entries) {
      this.#take(entry);
      if (this.#count >= BATCH) this.#measure();
    }
    this.#measure();
  }

  #take(entry: Entry): void {
    if (entry.kind === 'packet') {
      this.#packet(entry.channel, entry.bytes, entry.atMs);
      return;
    }
    this.#measure();
    if (entry.kind === 'command') this.#engine.command(entry.command);
    else if (entry.kind === 'check')
      this.sink.event({ type: 'check', atS: this.#engine.nowS, check: entry.check });
    else this.#link(entry.event);
  }

  /** What has been gathered goes through the engine. */
  #measure(): void {
    const count = this.#count;
    if (count === 0) return;
    this.#count = 0;
    this.#engine.push(this.#rows, count);
    this.sink.rows((this.#firstRows[count] ??= this.#rows.subarray(0, count * ROW_LENGTH)));
  }

  #link(event: LinkEvent): void {
    if (event.link === 'opened') {
      const driver = driverById(event.sensor.driver);
      if (!driver) return;
      this.#driver = driver;
      this.#sensor = event.sensor;
      this.#clock = createClock(driver.clock);
      this.#learn(driver.features);
    } else if (event.link === 'restored') {
      this.#clock?.relink();
      this.#sequence = -1;
      this.#tick = NaN;
    }
    this.sink.event({ type: 'link', atS: this.#engine.nowS, link: event.link });
  }

  #learn(features: Features): void {
    if (!this.#sensor) return;
    this.#measure();
    this.#range = this.#guard.range = features.range;
    this.#engine.resolution = features.resolution;
    this.#engine.range = features.range;
    this.sink.event({ type: 'sensor', atS: this.#engine.nowS, sensor: this.#sensor, features });
  }

  #packet(channel: Channel, bytes: Uint8Array, atMs: number): void {
    const reading = this.#reading;
    if (!this.#driver || !this.#clock) return;
    this.#driver.decode(channel, this.#packets.viewOf(bytes), reading);
    if (reading.malformed) {
      this.#fault('malformed', 1);
      if (channel === 'pressure') this.#unread += 1;
    }
    if (reading.missing > 0) this.#fault('missing', reading.missing);
    if (reading.features) this.#learn(reading.features);
    if (reading.batteryPct >= 0 || reading.batteryV >= 0) {
      this.#measure();
      const pct = finite(reading.batteryPct);
      const volts = finite(reading.batteryV);
      this.sink.event({ type: 'battery', atS: this.#engine.nowS, pct, volts });
    }
    if (reading.count > 0) this.#samples(reading, this.#clock, atMs);
    // A frame of nothing but invalid samples came all the same.
    else if (reading.sequence >= 0) this.#follow(reading.sequence);
  }

  #samples(reading: Reading, clock: SampleClock, atMs: number): void {
    const arrivalS = atMs / 1000;
    let untimed = 0;
    let implausible = 0;
    for (let i = 0; i < reading.count; i++) {
      const value = reading.values[i] ?? NaN;
      const t = clock.next(reading.ticks[i] ?? NaN, arrivalS);
      if (Number.isNaN(t)) untimed += 1;
      else if (!(value >= this.#range.min && value <= this.#range.max)) implausible += 1;
      else {
        const { waitingS, waiting } = this.#guard;
        const verdict = this.#guard.push(t, value);
        if (verdict === 'wait') continue;
        if (verdict === 'drop-waiting') implausible += 1;
        else if (verdict === 'pass-both') this.#gather(waitingS, waiting);
        this.#gather(t, value);
      }
    }
    const tick = reading.ticks[0] ?? NaN;
    if (untimed === reading.count) this.#fault(tick === this.#tick ? 'repeated' : 'late', 1);
    else {
      this.#follow(reading.sequence);
      this.#tick = tick;
    }
    if (implausible > 0) this.#fault('implausible', implausible);
  }

  #gather(t: number, raw: number): void {
    const offset = ROW_LENGTH * this.#count++;
    this.#rows[offset + ROW.timeS] = t;
    this.#rows[offset + ROW.raw] = raw;
  }

  /** Frame numbers modulo 256 that were jumped over are lost frames, but for those that came and could not be read. */
  #follow(sequence: number): void {
    const jumped = this.#sequence < 0 ? 0 : ((sequence - this.#sequence + 256) % 256) - 1;
    const lost = jumped - this.#unread;
    this.#sequence = sequence;
    this.#unread = 0;
    if (lost > 0) this.#fault('lost', lost);
  }

  #fault(fault: Fault, count: number): void {
    this.#measure();
    this.sink.event({ type: 'fault', atS: this.#engine.nowS, fault, count });
  }
}

function finite(value: number): number | null {
  return Number.isNaN(value) ? null : value;
}
