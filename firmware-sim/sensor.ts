import { Faults, type FaultOptions } from './faults';
import { BATTERY_LEVEL, FIRMWARE_REVISION, MANUFACTURER, MODEL, Refusal } from './gatt-table';
import type { Characteristic, Property, Service } from './gatt-table';
import { kgoalBoost } from './kgoal-boost';
import type { MuscleLike } from './muscle';
import { openProfile } from './open-profile';
import { Outbox, type Notification, type Sent } from './outbox';
import type { Firmware, Host, Personality, Range, SensorKind } from './personality';
import { progressor } from './progressor';
import { SampleStream } from './stream';

export { Refusal, type Notification, type SensorKind };

const PERSONALITIES: Record<SensorKind, Personality> = {
  'open-profile': openProfile,
  'kgoal-boost': kgoalBoost,
  progressor
};

export interface SensorOptions {
  readonly kind: SensorKind;
  readonly muscle: MuscleLike;
  readonly name?: string;
  /** 20–200. */
  readonly rateHz?: number;
  readonly samplesPerFrame?: number;
  /** Everything sent leaves on whole multiples of this; 0 (the default): at once. */
  readonly connectionIntervalMs?: number;
  /** What the device's counter shows at the sensor's time 0, µs. */
  readonly tickStart?: number;
  readonly sequenceStart?: number;
  readonly batteryPct?: number;
  /** The value sent at 0 % and what 100 % adds, in counts; in kg for the Progressor. */
  readonly restCounts?: number;
  readonly spanCounts?: number;
  /** Values are clamped to it (not those of the Progressor, which sends any number). */
  readonly rangeCounts?: Range;
  /** A contraction lowers the value. */
  readonly inverted?: boolean;
  /** Open profile: a tare hint moves the sensor's zero, and the next frame says so. */
  readonly rezeroesOnTare?: boolean;
  readonly faults?: FaultOptions;
}

/**
 * One sensor: its GATT table, its firmware and its link, as a state machine that is told the time. Its clock starts at 0 with its
 * construction and never stops; the same calls at the same times give the same bytes, whatever the steps of `advance` between.
 */
export class SimulatedSensor {
  readonly kind: SensorKind;
  readonly name: string;
  readonly faults: Faults;
  muscle: MuscleLike;
  private readonly personality: Personality;
  private readonly options: SensorOptions;
  private readonly range: Range;
  private readonly firmware: Firmware;
  private readonly stream: SampleStream;
  private readonly outbox: Outbox;
  private readonly subscriptions = new Set<string>();
  private readonly listeners = new Set<() => void>();
  private nowUs = 0;
  private linked = false;
  private zeroShift = 0;
  private battery: number;

  constructor(options: SensorOptions) {
    const personality = (this.personality = PERSONALITIES[options.kind]);
    const { rateHz = personality.rateHz, samplesPerFrame, rangeCounts = personality.range } = options;
    within('rateHz', rateHz, 20, 200);
    if (samplesPerFrame !== undefined) {
      within('samplesPerFrame', samplesPerFrame, 1, personality.maxSamplesPerFrame);
    }
    this.options = options;
    this.kind = options.kind;
    this.name = options.name ?? personality.name;
    this.muscle = options.muscle;
    this.range = rangeCounts;
    this.battery = options.batteryPct ?? 87;
    this.faults = new Faults(options.faults);
    this.outbox = new Outbox(
      this.faults,
      Math.round((options.connectionIntervalMs ?? 0) * 1000),
      personality
    );
    this.stream = new SampleStream(personality, {
      rateHz,
      samplesPerFrame,
      tickStartUs: options.tickStart ?? 0,
      sequenceStart: options.sequenceStart ?? 0
    });
    this.firmware = personality.start(this.host());
  }

  /** The sensor's time, s. */
  get timeS(): number {
    return this.nowUs / 1e6;
  }

  get connected(): boolean {
    return this.linked;
  }

  /** Frames and samples since construction. */
  get sent(): Readonly<Sent> {
    return this.outbox.sent;
  }

  /** Sampling rate in use, Hz. */
  get rateHz(): number {
    return this.stream.rateHz;
  }

  get streaming(): boolean {
    return this.stream.streaming;
  }

  /** UUIDs of the services that it advertises. */
  get advertised(): readonly string[] {
    return [this.personality.service];
  }

  get services(): readonly Service[] {
    const { services, service } = this.personality;
    return this.faults.withoutService ? services.filter(({ uuid }) => uuid !== service) : services;
  }

  /** %; a change is told to whoever subscribed. */
  get batteryPct(): number {
    return this.battery;
  }

  set batteryPct(pct: number) {
    if (pct === this.battery) return;
    this.battery = pct;
    if (!this.linked) return;
    this.outbox.add(BATTERY_LEVEL, Uint8Array.of(pct), this.nowUs);
    this.firmware.batteryChanged?.();
  }

  /** What the sensor would send now, before rounding and clamping. */
  get raw(): number {
    const { restCounts = this.personality.rest, spanCounts = this.personality.span, inverted } = this.options;
    const change = (this.muscle.at(this.timeS) / 100) * spanCounts;
    return restCounts + (inverted === true ? -change : change) + this.zeroShift;
  }

  /** Called whenever a connection ends, from either side. Returns how to stop listening. */
  onDisconnect(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** `hanging`: the sensor will never answer this attempt. Throws a Refusal when it refuses. */
  connect(): 'connected' | 'hanging' {
    if (this.faults.refuse) throw new Refusal('connect-refused');
    if (this.faults.hang) return 'hanging';
    this.linked = true;
    return 'connected';
  }

  /** From either side: what had not left is gone, the stream and all subscriptions end. */
  disconnect(): void {
    if (!this.linked) return;
    this.linked = false;
    this.subscriptions.clear();
    this.outbox.clear();
    this.firmware.reset();
    for (const listener of [...this.listeners]) listener();
  }

  read(characteristic: string): Uint8Array {
    this.need(characteristic, 'read');
    const own = this.firmware.read(characteristic);
    if (own) return own;
    if (characteristic === BATTERY_LEVEL) return Uint8Array.of(this.battery);
    const { manufacturer, firmwareRevision, kind } = this.personality;
    const texts: Record<string, string> = {
      [MANUFACTURER]: manufacturer,
      [MODEL]: kind,
      [FIRMWARE_REVISION]: firmwareRevision
    };
    return new TextEncoder().encode(texts[characteristic] ?? '');
  }

  write(characteristic: string, bytes: Uint8Array): void {
    this.need(characteristic, 'write', 'write-without-response');
    this.firmware.write(characteristic, bytes.slice());
  }

  subscribe(characteristic: string): void {
    this.need(characteristic, 'notify', 'indicate');
    if (this.subscriptions.has(characteristic)) return;
    this.subscriptions.add(characteristic);
    this.firmware.subscribed(characteristic);
  }

  unsubscribe(characteristic: string): void {
    this.need(characteristic, 'notify', 'indicate');
    this.subscriptions.delete(characteristic);
  }

  /** Moves the sensor's time on to `toS` seconds; everything that left it up to then, in order. An earlier time does nothing. */
  advance(toS: number): Notification[] {
    // A nanosecond of grace: 0.29 · 1e6 is 289 999.99…
    const targetUs = Math.max(this.nowUs, Math.floor(toS * 1e6 + 1e-3));
    while (this.stream.dueUs <= targetUs) {
      this.nowUs = this.stream.dueUs;
      if (!this.subscriptions.has(this.personality.pressure)) {
        this.stream.skip();
        continue;
      }
      const frame = this.stream.take(this.quantised(), this.firmware);
      if (frame) this.outbox.add(this.personality.pressure, frame.bytes, this.nowUs, frame.samples);
    }
    this.nowUs = targetUs;
    this.firmware.tick?.(targetUs);
    return this.linked ? this.outbox.release(targetUs, (uuid) => this.subscriptions.has(uuid)) : [];
  }

  /** The sensor as its firmware sees it. */
  private host(): Host {
    const { stream, outbox, faults, options, range } = this;
    const now = (): number => this.nowUs;
    const battery = (): number => this.battery;
    return {
      get rateHz() {
        return stream.rateHz;
      },
      get streaming() {
        return stream.streaming;
      },
      get controlFault() {
        return faults.control;
      },
      get batteryPct() {
        return battery();
      },
      range,
      inverted: options.inverted ?? false,
      rezeroesOnTare: options.rezeroesOnTare ?? false,
      startStream: () => {
        stream.start(now());
      },
      stopStream: () => {
        stream.stop();
      },
      setRate: (hz) => {
        stream.setRate(hz);
      },
      rezero: (value = options.restCounts ?? this.personality.rest) => {
        this.zeroShift += value - this.raw;
        this.firmware.rezeroed?.();
      },
      send: (characteristic, bytes, delayS = 0) => {
        outbox.add(characteristic, bytes, now() + delayS * 1e6);
      },
      hangUp: () => {
        this.disconnect();
      }
    };
  }

  private quantised(): number {
    const raw = this.raw;
    if (!this.personality.integer || Number.isNaN(raw)) return raw;
    return Math.min(this.range.max, Math.max(this.range.min, Math.round(raw)));
  }

  private need(uuid: string, ...anyOf: Property[]): Characteristic {
    if (!this.linked) throw new Refusal('not-connected');
    const all = this.services.flatMap(({ characteristics }) => characteristics);
    const found = all.find((characteristic) => characteristic.uuid === uuid);
    if (!found) throw new Refusal('unknown');
    if (!found.properties.some((property) => anyOf.includes(property))) throw new Refusal('not-permitted');
    return found;
  }
}

function within(name: string, value: number, min: number, max: number): void {
  if (!(value >= min && value <= max)) throw new RangeError(`${name} is ${value}, not within ${min}–${max}.`);
}
