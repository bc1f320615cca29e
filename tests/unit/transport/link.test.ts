import { describe, expect, it } from 'vitest';
import type { LinkEvent } from '../../../src/lib/storage/entry';
import { Link, type LinkState } from '../../../src/lib/transport/link';

const SENSOR = { driver: 'open-profile', name: 'Bodem 1' };

type Act = (link: Link) => void;
const connecting: Act = (link) => {
  link.connecting();
};
const failed: Act = (link) => {
  link.failed();
};
const linked: Act = (link) => {
  link.linked(SENSOR, 10_000);
};
const lost: Act = (link) => {
  link.lost(20_000);
};
const close: Act = (link) => {
  link.close(30_000);
};
const frame: Act = (link) => {
  link.frame(11_500);
};
/** 1000 ms after the link was made. */
const check: Act = (link) => {
  link.check(11_000);
};
/** The clock stood still while the device slept. */
const woke: Act = (link) => {
  link.woke(10_010);
};

/** Every state, and how it is come by. */
const WAYS: Record<LinkState, readonly Act[]> = {
  none: [],
  connecting: [connecting],
  live: [connecting, linked],
  stalled: [connecting, linked, check],
  lost: [connecting, linked, lost],
  closed: [connecting, linked, close]
};

/** What each act makes of each state, and the event that it tells; left out: nothing happens. */
const RULES: readonly (readonly [
  LinkState,
  act: string,
  act: Act,
  LinkState,
  told: LinkEvent['link'] | null
])[] = [
  ['none', 'connecting', connecting, 'connecting', null],
  ['none', 'linked', linked, 'none', null],
  ['none', 'failed', failed, 'none', null],
  ['none', 'frame', frame, 'none', null],
  ['none', 'check', check, 'none', null],
  ['none', 'lost', lost, 'none', null],
  ['none', 'close', close, 'none', null],
  ['connecting', 'linked', linked, 'live', 'opened'],
  ['connecting', 'failed', failed, 'none', null],
  ['connecting', 'check', check, 'connecting', null],
  ['connecting', 'lost', lost, 'connecting', null],
  ['connecting', 'close', close, 'connecting', null],
  ['live', 'linked', linked, 'live', null],
  ['live', 'failed', failed, 'live', null],
  ['live', 'frame', frame, 'live', null],
  ['live', 'check', check, 'stalled', 'stalled'],
  ['live', 'woke', woke, 'stalled', 'stalled'],
  ['live', 'lost', lost, 'lost', 'lost'],
  ['live', 'close', close, 'closed', 'closed'],
  ['stalled', 'frame', frame, 'live', 'flowing'],
  ['stalled', 'check', check, 'stalled', null],
  ['stalled', 'woke', woke, 'stalled', null],
  ['stalled', 'failed', failed, 'stalled', null],
  ['stalled', 'lost', lost, 'lost', 'lost'],
  ['stalled', 'close', close, 'closed', 'closed'],
  ['lost', 'connecting', connecting, 'connecting', null],
  ['lost', 'linked', linked, 'lost', null],
  ['lost', 'frame', frame, 'lost', null],
  ['lost', 'check', check, 'lost', null],
  ['lost', 'woke', woke, 'lost', null],
  ['lost', 'lost', lost, 'lost', null],
  ['lost', 'close', close, 'closed', 'closed'],
  ['closed', 'connecting', connecting, 'closed', null],
  ['closed', 'linked', linked, 'closed', null],
  ['closed', 'failed', failed, 'closed', null],
  ['closed', 'frame', frame, 'closed', null],
  ['closed', 'check', check, 'closed', null],
  ['closed', 'lost', lost, 'closed', null],
  ['closed', 'close', close, 'closed', null]
];

function linkIn(state: LinkState) {
  const told: (readonly [LinkEvent['link'], atMs: number])[] = [];
  const link = new Link((event, atMs) => told.push([event.link, atMs]));
  for (const act of WAYS[state]) act(link);
  told.length = 0;
  return { link, told };
}

describe('a link', () => {
  it.each(RULES)('that is %s: %s', (from, _, act, to, event) => {
    const { link, told } = linkIn(from);
    expect(link.state).toBe(from);
    act(link);
    expect(link.state).toBe(to);
    expect(told.map(([name]) => name)).toEqual(event ? [event] : []);
  });

  it('stalls after exactly 1000 ms without a frame', () => {
    const { link, told } = linkIn('live');
    link.frame(15_000);
    link.check(15_999);
    expect(link.state).toBe('live');
    link.check(16_000);
    expect(told).toEqual([['stalled', 16_000]]);
    link.frame(16_300);
    expect(told.at(-1)).toEqual(['flowing', 16_300]);
  });

  it('does not hold the silence before a new link against it', () => {
    const { link } = linkIn('lost');
    link.connecting();
    link.linked(SENSOR, 60_000);
    link.check(60_999);
    expect(link.state).toBe('live');
  });

  it('names its sensor once, and is restored after that', () => {
    const events: LinkEvent[] = [];
    const link = new Link((event) => events.push(event));
    for (const act of [connecting, linked, lost, connecting, failed, connecting, linked]) act(link);
    expect(events).toEqual([{ link: 'opened', sensor: SENSOR }, { link: 'lost' }, { link: 'restored' }]);
  });

  it('is lost again when an attempt to restore it fails', () => {
    const { link } = linkIn('lost');
    link.connecting();
    link.failed();
    expect(link.state).toBe('lost');
  });
});
