import { offersAt, type Press } from './offers';
import type { Walk } from './walk';

/** A guided measurement at its longest: 20 s of rest, the practice, and six attempts of 5 s with 65 s between them. */
const LONGEST_WAY_S = 600;
const MOST_PRESSES = 25;
/** Before each press she reads. */
const READS_S = 0.5;

/** From now on she does as told: she sits still, squeezes firmly, and presses what the screen says. That leads to `ready`. */
export function doAsTold(walk: Walk): void {
  const { person } = walk;
  const strengthPct = person.traits.strengthPct < 0 ? -100 : 100;
  person.traits = { ...person.traits, strengthPct, restless: 0, driftPctPerS: 0 };
  person.getUp(-Infinity);
  const endS = walk.nowS + LONGEST_WAY_S;
  let refusals = 0;
  for (let presses = 0; presses < MOST_PRESSES && walk.nowS < endS && !walk.isReady;) {
    if (walk.view.stage === 'untared' && walk.view.tareRefusal !== null) refusals += 1;
    const press = pressOf(walk, refusals > 2);
    if (press) {
      walk.press(press);
      presses += 1;
    }
    walk.run(READS_S);
  }
  if (!walk.isReady) walk.blame(`nothing led on, in ${LONGEST_WAY_S} s or ${MOST_PRESSES} presses`);
}

/** What the screen says to press now, if anything. @param tiresOfRest rest was refused again and again: she tries the other way */
function pressOf({ view }: Walk, tiresOfRest: boolean): Press | undefined {
  const { asks, presses } = offersAt(view);
  const all = presses(view);
  const find = (...kinds: string[]) => all.find(([command]) => command && kinds.includes(command.do));
  if (view.stage === 'training' || view.stage === 'paused') return find('stop');
  if (asks === 'press') return (tiresOfRest ? find('guide') : undefined) ?? all[0];
  // What is said of a squeeze that was not recognised, or too faint, names measuring rest again.
  const newest = (view.stage === 'guided' ? view.practised : view.attempts).at(-1);
  const isToldToRetare = view.isUnseen || (view.guide?.step !== 'squeeze' && newest?.refused === 'weak');
  return asks === 'squeeze' && isToldToRetare ? find('tare', 'guide') : undefined;
}
