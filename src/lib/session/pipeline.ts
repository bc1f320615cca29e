import type { Check } from '../plan/signs';
import {
  MAX_SAMPLES,
  Reading,
  type Channel,
  type Features,
  type SensorDriver,
  type SensorNotice
} from '../sensors/driver';
import { driverById } from '../sensors/drivers';
import { BurstGuard, MOST_WAITING } from '../signal/burst-guard';
import { Engine, ROW, ROW_LENGTH } from '../signal/engine';
import type { Fault, SignalEvent } from '../signal/event';
import { OutlierGuard } from '../signal/outlier-guard';
import { createClock, isDate, type SampleClock } from '../signal/sample-clock';
import type { Entry, LinkEvent, SensorIdentity } from '../storage/entry';
import { PacketView } from './packet-view';

/** What the pipeline tells beside the signal's own events. */
export type SessionEvent =
  | SignalEvent
  | ({ readonly atS: number } & (
      | { readonly type: 'link'; readonly link: LinkEvent['link'] }
      | { readonly type: 'sensor'; readonly sensor: SensorIdentity; readonly features: Features }
      | { readonly type: 'battery'; readonly pct: number | null; readonly volts: number | null }
      | { readonly type: 'notice'; readonly notice: SensorNotice }
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
  /** For one batch, and what a packet may hold beyond it, with the samples that may have waited for it in either guard. */
  readonly #rows = new Float64Array((BATCH + MAX_SAMPLES + MOST_WAITING + 2) * ROW_LENGTH);
  /** Rows that have not been measured yet. */
  #count = 0;
  /** Of so many rows as the index says: a view made anew for each packet costs as much as a sample. */
  readonly #firstRows: Float64Array[] = [];
  readonly #packets = new PacketView();
  readonly #bursts = new BurstGuard();
  /** One sample of the burst under way stood out. */
  #isDisordered = false;
  #guard = new OutlierGuard();
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
      this.#relink();
      // Opened once more: whatever this sensor is, its zero is another one.
      if (this.#driver) this.#engine.relinked();
      this.#gather(this.#guard.finish());
      this.#guard = new OutlierGuard();
      this.#driver = driver;
      this.#sensor = event.sensor;
      // Where it is opened once more, time goes on.
      this.#clock = createClock(driver.clock, this.#clock);
      this.#learn(driver.features);
    } else if (event.link === 'restored') {
      this.#relink();
      this.#engine.relinked();
    }
    this.sink.event({ type: 'link', atS: this.#engine.nowS, link: event.link });
  }

  #relink(): void {
    if (this.#clock) this.#timed(this.#clock, this.#bursts.finish());
    this.#measure();
    this.#clock?.relink();
    this.#sequence = -1;
    this.#tick = NaN;
  }

  #learn(features: Features): void {
    if (!this.#sensor) return;
    this.#measure();
    this.#range = this.#guard.range = features.range;
    this.#guard.resolution = features.resolution;
    this.#engine.resolution = features.resolution;
    this.#engine.range = features.range;
    this.sink.event({ type: 'sensor', atS: this.#engine.nowS, sensor: this.#sensor, features });
  }

  #packet(channel: Channel, bytes: Uint8Array, atMs: number): void {
    const reading = this.#reading;
    if (!this.#driver || !this.#clock) return;
    // It is no record of anything.
    if (!isDate(atMs)) {
      this.#fault('malformed', 1);
      return;
    }
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
    if (reading.notice) {
      this.#measure();
      this.sink.event({ type: 'notice', atS: this.#engine.nowS, notice: reading.notice });
    }
    if (reading.rezeroed) {
      this.#measure();
      this.#engine.rezeroed();
    }
    if (reading.count > 0) this.#samples(reading, this.#clock, atMs);
    // A frame of nothing but invalid samples came all the same.
    else if (reading.sequence >= 0) this.#follow(reading.sequence);
  }

  #samples(reading: Reading, clock: SampleClock, atMs: number): void {
    const arrivalS = atMs / 1000;
    let untimed = 0;
    let jumps = 0;
    let implausible = 0;
    for (let i = 0; i < reading.count; i++) {
      const value = reading.values[i] ?? NaN;
      if (this.#driver?.clock.kind === 'arrival') {
        implausible += this.#timed(clock, this.#bursts.push(arrivalS, value, clock.stepS));
        continue;
      }
      const t = clock.next(reading.ticks[i] ?? NaN, arrivalS);
      if (Number.isNaN(t)) untimed += 1;
      else {
        implausible += this.#judge(t, value);
        if (clock.jumped) jumps += 1;
      }
    }
    const tick = reading.ticks[0] ?? NaN;
    if (untimed === reading.count) this.#fault(tick === this.#tick ? 'repeated' : 'late', 1);
    else {
      this.#follow(reading.sequence);
      this.#tick = tick;
    }
    if (implausible > 0) this.#fault('implausible', implausible);
    if (jumps > 0) this.#fault('jumped', jumps);
  }

  /**
   * So many samples that came by their arrivals. In a burst one that stands out may have overtaken others, and then each of the rest has
   * the time of another: they are left out.
   *
   * @returns how many were implausible
   */
  #timed(clock: SampleClock, ready: number): number {
    const { arrivalS, v, isBurst } = this.#bursts;
    let implausible = 0;
    let jumps = 0;
    this.#isDisordered &&= isBurst;
    for (let i = 0; i < ready; i++) {
      const t = clock.next(NaN, arrivalS[i] ?? NaN);
      if (clock.jumped) jumps += 1;
      const wrong = this.#isDisordered ? 1 : this.#judge(t, v[i] ?? NaN);
      this.#isDisordered ||= isBurst && wrong > 0;
      implausible += wrong;
    }
    if (jumps > 0) this.#fault('jumped', jumps);
    return implausible;
  }

  /** @returns how many were implausible: out of range, or outliers */
  #judge(t: number, value: number): number {
    if (!(value >= this.#range.min && value <= this.#range.max)) return 1;
    this.#gather(this.#guard.push(t, value));
    return this.#guard.outliers;
  }

  /** So many samples that the guard let through. */
  #gather(ready: number): void {
    const { t, v } = this.#guard;
    for (let i = 0; i < ready; i++) {
      const offset = ROW_LENGTH * this.#count++;
      this.#rows[offset + ROW.timeS] = t[i] ?? NaN;
      this.#rows[offset + ROW.raw] = v[i] ?? NaN;
    }
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
