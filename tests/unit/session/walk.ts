import { SimulatedSensor, type SensorKind } from '../../../firmware-sim/sensor';
import { driverById } from '../../../src/lib/sensors/drivers';
import { Pipeline, type SessionEvent } from '../../../src/lib/session/pipeline';
import { EMPTY_VIEW, reduce } from '../../../src/lib/session/view';
import { offersAt, type Press } from './offers';
import { RecordedSession } from './recorded-session';
import { Somebody, type Traits } from './somebody';

/** What a strong squeeze adds, in sensor numbers: rest, a seat elsewhere and a strong squeeze fit into the range. */
const SPANS: Readonly<Record<SensorKind, number>> = {
  'open-profile': 400,
  'kgoal-boost': 250,
  progressor: 2
};
export const KINDS: readonly SensorKind[] = ['open-profile', 'kgoal-boost', 'progressor'];
/** Moves the zero of the sensor: the hint of the open profile, and the tare of the Progressor. */
const REZERO: Readonly<Partial<Record<SensorKind, number>>> = { 'open-profile': 0x04, progressor: 0x64 };
/** How often she decides what to do, s. */
const TICK_S = 0.25;
/** She squeezes for so long, and rests for as long before the next, s. */
const SQUEEZE_S = 2;
/** Longest time without anything new on the screen while it asks for something and shows no countdown: ten seconds, and one beside. */
const LONGEST_SILENCE_S = 11;
/** In a set the longest that tells nothing new is a relaxing round, which has a countdown: 30 s. */
const LONGEST_SILENCE_IN_SET_S = 31;

/** Events that change nothing of what the screen asks or offers. */
const UNSEEN: ReadonlySet<SessionEvent['type']> = new Set([
  'rate',
  'gap',
  'fault',
  'sensor',
  'battery',
  'notice',
  'check',
  'contraction',
  'relaxation',
  'zero',
  'mark'
]);

/** Somebody in front of the training screens: a sensor, the pipeline, and what can be pressed. Keeps whatever is wrong. */
export class Walk {
  view = EMPTY_VIEW;
  /** What was pressed, and what was wrong, in words. */
  readonly path: string[] = [];
  readonly faults: string[] = [];
  readonly person: Somebody;
  readonly #session: RecordedSession;
  readonly #pipeline = new Pipeline({
    rows: () => undefined,
    event: (event) => {
      this.view = reduce(this.view, event);
      if (UNSEEN.has(event.type)) return;
      this.#told += 1;
      this.#toldS = event.atS;
    }
  });
  /** How much the screen has told, and how much of it she has heard. */
  #told = 0;
  #heard = 0;
  /** When it last told something, session time. */
  #toldS = 0;
  #taken = 0;
  /** When the screen told something new, and when she was last asked for something else, s. */
  #newS = 0;
  #askedS = 0;
  #asked = '';

  constructor(kind: SensorKind, traits: Traits) {
    this.person = new Somebody(traits);
    const sensor = new SimulatedSensor({
      kind,
      muscle: this.person,
      rateHz: 20,
      spanCounts: SPANS[kind],
      rezeroesOnTare: true
    });
    this.#session = new RecordedSession(sensor).open();
    this.#take();
  }

  get nowS(): number {
    return this.#session.sensor.timeS;
  }

  /** Whether what is looked for has been reached. */
  get isReady(): boolean {
    return this.view.stage === 'ready' || this.view.stage === 'set-over';
  }

  /** A press has an answer on the screen, at once. */
  press(press: Press): void {
    const told = this.#told;
    this.path.push(`${this.#where}: ${press.map((one) => one.do).join('+')}`);
    for (const command of press) this.#session.command(command);
    this.#take();
    if (this.#told === told) this.faults.push(`${this.path.at(-1) ?? ''} was not answered`);
    this.#newS = this.nowS;
  }

  /** Something is wrong. */
  blame(words: string): void {
    this.faults.push(`${this.#where}: ${words}`);
  }

  /** The link breaks, and comes back after a silence. */
  relink(silentS: number, rezeroes: boolean): void {
    const { sensor } = this.#session;
    this.#session.lose();
    sensor.advance(this.nowS + silentS);
    this.#session.link({ link: 'restored' });
    if (rezeroes) this.rezero();
    this.path.push(`${this.#where}: linked again`);
    this.#take();
    this.#newS = this.nowS;
  }

  rezero(): void {
    const { kind } = this.#session.sensor;
    const byte = REZERO[kind];
    const uuid = driverById(kind)?.profile.channels.control?.characteristic;
    if (byte !== undefined && uuid) this.#session.sensor.write(uuid, Uint8Array.of(byte));
  }

  /** Frames are lost for so long. */
  lose(seconds: number): void {
    this.#session.sensor.advance(this.nowS + seconds);
    this.#newS = this.nowS;
  }

  /** Samples flow, and she does what she does. */
  run(seconds: number): void {
    const endS = this.nowS + seconds;
    while (this.nowS < endS - 1e-6) {
      this.#decide();
      this.#session.run(Math.min(endS, this.nowS + TICK_S));
      this.#take();
      this.#listen();
    }
  }

  get #where(): string {
    const { stage, guide, fast } = this.view;
    return `${this.nowS.toFixed(2)} s, ${[stage, guide?.step, fast?.step].filter(Boolean).join(' ')}`;
  }

  #take(): void {
    const { entries } = this.#session;
    for (; this.#taken < entries.length; this.#taken++) {
      const entry = entries[this.#taken];
      if (entry) this.#pipeline.accept(entry);
    }
  }

  /** Whether the screen has been silent for too long. */
  #listen(): void {
    if (this.#told > this.#heard) this.#newS = this.nowS;
    this.#heard = this.#told;
    const { guide, fast, stage } = this.view;
    const { asks } = offersAt(this.view);
    if (asks === 'press') return;
    const untilS = stage === 'guided' ? guide?.untilS : stage === 'fast' ? fast?.untilS : null;
    const silence = asks === 'set' ? LONGEST_SILENCE_IN_SET_S : LONGEST_SILENCE_S;
    const longest = Math.max(untilS == null ? 0 : untilS - this.#toldS + 1, silence);
    if (this.nowS - this.#newS > longest + 1e-6) {
      this.blame(`nothing was told for ${longest} s`);
      this.#newS = this.nowS;
    }
  }

  #decide(): void {
    const { person } = this;
    const { restless } = person.traits;
    const { asks } = offersAt(this.view);
    const asked = `${asks} ${this.view.guide?.step ?? ''} ${this.view.fast?.step ?? ''} ${this.view.attempts.length}`;
    if (asked !== this.#asked) this.#askedS = this.nowS;
    this.#asked = asked;
    if (person.dice.uniform() < restless * TICK_S) {
      person.wants = person.dice.uniform();
      return;
    }
    const inCycleS = (this.nowS - this.#askedS) % (2 * SQUEEZE_S);
    if (this.view.guide?.step === 'squeeze' || this.view.fast?.step === 'fast') person.wants = 1;
    else if (asks === 'squeeze') person.wants = inCycleS < SQUEEZE_S ? 0 : 1;
    else if (asks === 'bear') person.wants = inCycleS < SQUEEZE_S ? 0 : -0.5;
    else person.wants = 0;
  }
}
