import { describe, expect, it } from 'vitest';
import { SimulatedSensor } from '../../../firmware-sim/sensor';
import { bytesOf, CONTROL, doing, FEATURES, hex, PRESSURE, still, streaming, view } from './connected';

describe('open profile control point', () => {
  const connected = (options: { rezeroesOnTare?: boolean } = {}) => {
    const sensor = new SimulatedSensor({ kind: 'open-profile', muscle: doing(() => 10), ...options });
    sensor.connect();
    sensor.subscribe(CONTROL['open-profile']);
    let nowS = 0;
    /** Writes, and gives what the control point indicated in the next 10 ms. */
    const ask = (text: string) => {
      sensor.write(CONTROL['open-profile'], text === '' ? new Uint8Array() : bytesOf(text));
      nowS += 0.01;
      return sensor
        .advance(nowS)
        .filter(({ characteristic }) => characteristic === CONTROL['open-profile'])
        .map(({ bytes }) => hex(bytes));
    };
    return { sensor, ask };
  };

  it.each([
    ['start', '01', '80 01 01'],
    ['stop', '02', '80 02 01'],
    ['set rate, 50 Hz', '03 32 00', '80 03 01'],
    ['set rate, 19 Hz', '03 13 00', '80 03 03'],
    ['set rate, 201 Hz', '03 c9 00', '80 03 03'],
    ['set rate, half a parameter', '03 32', '80 03 03'],
    ['tare hint', '04', '80 04 01'],
    ['identify', '05', '80 05 01'],
    ['an unknown opcode', '06', '80 06 02'],
    ['an empty write', '', '80 00 02']
  ])('answers %s', (_name, command, answer) => {
    expect(connected().ask(command)).toEqual([answer]);
  });

  it('answers a second command before the first answer with busy, and does not obey it', () => {
    const { sensor, ask } = connected();
    sensor.write(CONTROL['open-profile'], Uint8Array.of(1));
    expect(ask('02')).toEqual(['80 02 05', '80 01 01']);
    expect(sensor.streaming).toBe(true);
    expect(ask('02')).toEqual(['80 02 01']);
    expect(sensor.streaming).toBe(false);
  });

  it('streams to whoever subscribed from start to stop', () => {
    const { sensor, ask } = connected();
    sensor.subscribe(PRESSURE['open-profile']);
    expect(sensor.advance(0)).toEqual([]);
    ask('01');
    expect(sensor.advance(1.01).length).toBe(20);
    sensor.write(CONTROL['open-profile'], Uint8Array.of(2));
    expect(sensor.advance(3).map(({ bytes }) => hex(bytes))).toEqual(['80 02 01']);
  });

  it('changes the rate with the next frame and shows it in the features', () => {
    const sensor = streaming({ kind: 'open-profile', samplesPerFrame: 4 });
    sensor.advance(0.02);
    sensor.write(CONTROL['open-profile'], bytesOf('03 32 00'));
    const frames = sensor.advance(0.2).map(view);
    expect(frames.map((frame) => frame.getUint16(2, true))).toEqual([1000, 2000, 2000]);
    // The frame under way ends at 40 ms; its successors start 20 ms later and last 80 ms.
    expect(frames.map((frame) => frame.getUint32(4, true))).toEqual([10_000, 60_000, 140_000]);
    expect(sensor.read(FEATURES)[12]).toBe(50);
  });

  it('moves its zero on a tare hint only if made so, and says so with the next frame only', () => {
    const plain = connected();
    plain.ask('04');
    expect(plain.sensor.raw).toBe(1920);
    const { sensor, ask } = connected({ rezeroesOnTare: true });
    ask('04');
    expect(sensor.raw).toBe(1800);
    sensor.subscribe(PRESSURE['open-profile']);
    ask('01');
    const flags = sensor.advance(0.2).map(({ bytes }) => (bytes[0] ?? 0) >> 5);
    expect(flags.slice(0, 3)).toEqual([0b011, 0b010, 0b010]);
  });

  it('can answer an error, or never', () => {
    const { sensor, ask } = connected();
    sensor.faults.control = 4;
    expect(ask('01')).toEqual(['80 01 04']);
    sensor.faults.control = 'silent';
    expect(ask('01')).toEqual([]);
    expect(sensor.streaming).toBe(false);
    sensor.faults.control = 'none';
    expect(ask('01')).toEqual(['80 01 01']);
  });

  it('stops the stream with the connection', () => {
    const sensor = streaming({ kind: 'open-profile' });
    sensor.disconnect();
    sensor.connect();
    sensor.subscribe(PRESSURE['open-profile']);
    expect(sensor.advance(1)).toEqual([]);
  });
});

describe('Progressor commands', () => {
  const connected = () => {
    const sensor = new SimulatedSensor({
      kind: 'progressor',
      muscle: still,
      batteryPct: 50,
      restCounts: 8,
      samplesPerFrame: 1
    });
    sensor.connect();
    sensor.subscribe(PRESSURE.progressor);
    let nowS = 0;
    const ask = (opcode: number) => {
      sensor.write(CONTROL.progressor, Uint8Array.of(opcode));
      nowS += 0.0125;
      return sensor.advance(nowS).map(({ bytes }) => hex(bytes));
    };
    return { sensor, ask };
  };

  it('answers battery, version and id without naming the command', () => {
    const { ask } = connected();
    // 3700 mV = 0x0e74.
    expect(ask(0x6f)).toEqual(['00 04 74 0e 00 00']);
    expect(ask(0x6b)).toEqual(['00 05 31 2e 32 2e 33']);
    expect(ask(0x70)).toEqual(['00 08 b0 de 00 00 00 00 00 01']);
  });

  it('starts, tares to 0 kg, stops, and keeps silent about the battery while it streams', () => {
    const { ask } = connected();
    expect(ask(0x65)).toEqual(['01 08 00 00 00 41 d4 30 00 00']);
    expect(ask(0x6f).map((text) => text.slice(0, 5))).toEqual(['01 08']);
    expect(ask(0x64).map((text) => text.slice(6, 17))).toEqual(['00 00 00 00']);
    expect(ask(0x66)).toEqual([]);
  });

  it('ignores unknown opcodes and goes away to sleep', () => {
    const { sensor, ask } = connected();
    expect(ask(0x99)).toEqual([]);
    ask(0x6e);
    expect(sensor.connected).toBe(false);
  });

  it('warns of a low battery', () => {
    const { sensor } = connected();
    sensor.batteryPct = 5;
    expect(sensor.advance(0.001).map(({ bytes }) => hex(bytes))).toEqual(['04 00']);
  });
});
