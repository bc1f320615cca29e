import { FIRST_PERSON, nobody } from '../storage/first-person';
import type { SensorIdentity } from '../storage/entry';
import type { Person } from '../storage/person';
import { plainText } from '../storage/plain-text';
import { answeredWithin } from '../answered-within';
import type { WorkerClient } from '../worker/client';
import { getLocale } from '../paraglide/runtime';
import { keepHints, readHints, type Current } from './hints';
import { chooseLocale } from './locale';

/** After so long without an answer of the database nothing is waited for any more, and nothing is known. */
export const ANSWER_MS = 10_000;

/** What knows the device. */
interface Storage {
  readonly device: Pick<WorkerClient['api'], 'readDevice' | 'changeDevice'>;
  readonly archive: Pick<WorkerClient['archive'], 'people' | 'savePerson' | 'removePerson' | 'usedSensor'>;
}

/** The people who train on this device, and whose turn it is. Until `settled` all of it is a guess for the first picture. */
export class People {
  /** Whose sessions are recorded and shown. */
  current = $state.raw<Current>(readHints().current ?? { id: FIRST_PERSON, name: '' });
  /** She has a plan. */
  hasPlan = $state.raw(readHints().isPlanned);
  /** What was stored here is gone, and nobody has said yet how to go on. */
  isLost = $state.raw(false);
  /** Several train here, and nothing says whose turn it is. */
  isUnsure = $state.raw(false);
  /** Nothing remembers that anything was ever stored here. */
  readonly seemsNew = !readHints().hadData;
  /** When the database has answered, or cannot. */
  settled: Promise<void>;

  constructor(private readonly storage: Storage) {
    this.settled = this.#settle();
  }

  /** All of them; who has nothing filled in yet, too. */
  async all(): Promise<readonly Person[]> {
    await this.settled;
    const people = await this.storage.archive.people();
    const isListed = this.isUnsure || people.some(({ id }) => id === this.current.id);
    return isListed ? people : [nobody(this.current.id), ...people];
  }

  /** It is somebody's turn. In another language the page opens again. */
  async choose({ id, locale }: Person): Promise<void> {
    await this.storage.device.changeDevice({ person: id });
    await this.#ask();
    if (locale !== null && locale !== getLocale()) chooseLocale(locale);
  }

  async save(person: Person): Promise<void> {
    const { id } = person;
    await this.storage.archive.savePerson({ ...person, name: plainText(person.name) });
    if (id === this.current.id && !this.isUnsure) await this.choose(person);
  }

  /** Removes a person with all that is hers. */
  async remove(id: string): Promise<void> {
    await this.storage.archive.removePerson(id);
    if (id !== this.current.id) return;
    const [next] = await this.storage.archive.people();
    // Nothing is left that could be missed.
    keepHints({ current: null, isPlanned: false, hadData: false });
    if (next) await this.choose(next);
    else await this.#ask();
  }

  /** She has trained with that sensor. */
  async used(sensor: SensorIdentity): Promise<void> {
    await this.storage.archive.usedSensor(this.current.id, sensor);
    this.#remember(true);
  }

  /** A plan of hers was stored. */
  notePlan(): void {
    this.hasPlan = true;
    this.isLost = false;
    this.#remember(true);
  }

  /** She knows that what was stored is gone, and goes on without it. */
  async acceptLoss(): Promise<void> {
    await this.storage.device.changeDevice({ isLost: false });
    await this.#ask();
  }

  async #settle(): Promise<void> {
    try {
      await answeredWithin(ANSWER_MS, this.#ask());
    } catch {
      // Where nothing can be read, the plan cannot be either, and that shuts what it has to.
    }
  }

  async #ask(): Promise<void> {
    const { current, ...hints } = readHints();
    const device = await this.storage.device.readDevice({ ...hints, person: current?.id ?? null });
    this.isUnsure = device.person === null;
    this.isLost = device.isLost;
    this.hasPlan = device.hasPlan;
    if (device.person) this.current = device.person;
    this.#remember(!device.isEmpty);
  }

  #remember(hadData: boolean): void {
    // What is gone stays remembered until she knows it.
    if (this.isLost) return;
    keepHints({ current: this.current, isPlanned: this.hasPlan, hadData });
  }
}
