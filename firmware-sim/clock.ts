import type { Notification, SimulatedSensor } from './sensor';

export interface RunOptions {
  /** Sensor seconds per real second; 1 when left out. */
  readonly speed?: number;
  readonly deliver: (notifications: readonly Notification[]) => void;
}

const POLL_MS = 4;

/**
 * Ties a sensor's time to real time. What a sensor sends depends on the time elapsed, never on how often a timer fires, so a
 * hidden tab's slow timers delay frames but lose none.
 */
export class SensorClock {
  private readonly startMs = performance.now();
  private readonly startS: number;
  private readonly speed: number;
  private readonly deliver: RunOptions['deliver'];
  private timer: ReturnType<typeof setInterval> | undefined;

  constructor(
    private readonly sensor: SimulatedSensor,
    { speed = 1, deliver }: RunOptions
  ) {
    this.startS = sensor.timeS;
    this.speed = speed;
    this.deliver = deliver;
  }

  /** Polls from now on. While paused the sensor's time runs on, and is caught up with later. */
  start(): void {
    this.timer ??= setInterval(() => {
      this.sync();
    }, POLL_MS);
  }

  pause(): void {
    clearInterval(this.timer);
    this.timer = undefined;
  }

  /** Brings the sensor to the present and delivers what it sent. */
  sync(): void {
    const nowS = this.startS + ((performance.now() - this.startMs) / 1000) * this.speed;
    const notifications = this.sensor.advance(nowS);
    if (notifications.length > 0) this.deliver(notifications);
  }
}

/** Runs a sensor in real time × `speed` until stopped. */
export function run(sensor: SimulatedSensor, options: RunOptions): { stop(): void; sync(): void } {
  const clock = new SensorClock(sensor, options);
  clock.start();
  return {
    stop: () => {
      clock.pause();
    },
    sync: () => {
      clock.sync();
    }
  };
}
