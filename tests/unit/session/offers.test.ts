import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { EMPTY_VIEW, type SessionView, type Stage } from '../../../src/lib/session/view';
import { FAST_STEP_NAMES, GUIDE_STEP_NAMES, offersAt, STAGE_NAMES } from './offers';

const SRC = new URL('../../../src/', import.meta.url);
/** What a screen may send: `do: 'tare'` in its source, or a choice of two. What the choice asks is none. */
const sentBy = (file: string) => {
  const source = readFileSync(new URL(file, SRC), 'utf8');
  return [...source.matchAll(/\bdo: ([^},]+)/g)].flatMap(([, value = '']) =>
    [...value.replaceAll(/=== '\w+'/g, '').matchAll(/'(\w+)'/g)].map(([, name = '']) => name)
  );
};

const REFERENCE = { polarity: 1, span: 300, scale: 'ref', rmaxPctPerS: null } as const;
const FULL: SessionView = {
  ...EMPTY_VIEW,
  reference: REFERENCE,
  proposal: { reference: REFERENCE, opposite: { ...REFERENCE, polarity: -1 } },
  attempts: [{ startS: 1, polarity: 1, strength: 300, refused: null }]
};

/** A stage with all its steps, and with and without what may be there. */
function viewsOf(stage: Stage): SessionView[] {
  const guide = { scale: 'ref', fromS: 0, untilS: null, attempt: 2 } as const;
  if (stage === 'guided')
    return GUIDE_STEP_NAMES.map((step) => ({ ...FULL, stage, guide: { ...guide, step } }));
  if (stage === 'fast')
    return FAST_STEP_NAMES.map((step) => ({ ...FULL, stage, fast: { step, untilS: null, slopes: [] } }));
  return [FULL, EMPTY_VIEW].map((view) => ({ ...view, stage }));
}

const offersOf = (stage: Stage) => {
  const all = viewsOf(stage).map((view) => ({ view, offers: offersAt(view) }));
  return {
    screens: [...new Set(all.flatMap(({ offers }) => offers.screens))],
    commands: [
      ...new Set(all.flatMap(({ view, offers }) => offers.presses(view).flat()).map((one) => one.do))
    ]
  };
};

describe('the table of what is offered', () => {
  it.each(STAGE_NAMES)('has for %s nothing that its screens do not send', (stage) => {
    const { screens, commands } = offersOf(stage);
    const sent = screens.flatMap(sentBy);
    for (const command of commands) expect(sent).toContain(command);
  });

  it('has all that any screen sends', () => {
    const all = STAGE_NAMES.map(offersOf);
    const screens = [...new Set(all.flatMap((one) => one.screens))].sort();
    const sending = ['lib/ui', 'lib/state', 'routes']
      .flatMap((folder) =>
        readdirSync(new URL(folder, SRC), { recursive: true, encoding: 'utf8' }).map(
          (file) => `${folder}/${file}`
        )
      )
      .filter((file) => /\.(svelte|ts)$/.test(file))
      .filter((file) => sentBy(file).length > 0)
      .sort();
    expect(screens).toEqual(sending);
    const commands = new Set(all.flatMap((one) => one.commands));
    expect([...commands].sort()).toEqual([...new Set(screens.flatMap(sentBy))].sort());
  });
});
