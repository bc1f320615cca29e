import { SimulatedService } from './bluetooth-gatt';
import { Link, resolveUuid } from './bluetooth-link';
import type { Notification, SimulatedSensor } from './sensor';

/** `BluetoothDevice` as far as the app uses it. */
export class SimulatedDevice extends EventTarget {
  readonly name: string;
  readonly gatt: SimulatedGattServer;
  readonly link: Link;

  constructor(
    readonly id: string,
    sensor: SimulatedSensor,
    speed: number
  ) {
    super();
    this.name = sensor.name;
    this.link = new Link(
      sensor,
      speed,
      (notification) => {
        this.gatt.receive(notification);
      },
      () => {
        this.gatt.forget();
        this.dispatchEvent(new Event('gattserverdisconnected', { bubbles: true }));
      }
    );
    this.gatt = new SimulatedGattServer(this, this.link);
  }

  /** The cast is needed because the type has members that no part of the app uses; this is the only place with one. */
  asReal(): BluetoothDevice {
    return this as unknown as BluetoothDevice;
  }
}

export class SimulatedGattServer {
  /** Of this connection, made when first asked for. */
  private services: SimulatedService[] | null = null;

  constructor(
    readonly device: SimulatedDevice,
    private readonly link: Link
  ) {}

  get connected(): boolean {
    return this.link.connected;
  }

  async connect(): Promise<this> {
    await this.link.connect();
    return this;
  }

  disconnect(): void {
    this.link.disconnect();
  }

  async getPrimaryService(service: string | number): Promise<SimulatedService> {
    const [first] = await this.getPrimaryServices(service);
    if (!first) throw new Error('unreachable: getPrimaryServices throws instead of giving none');
    return first;
  }

  async getPrimaryServices(service?: string | number): Promise<SimulatedService[]> {
    const wanted = service === undefined ? null : resolveUuid(service);
    const { allowed } = this.link;
    if (allowed.size === 0 || (wanted !== null && !allowed.has(wanted))) {
      throw new DOMException(
        'Origin is not allowed to access the service. Tip: Add the service UUID to ' +
          "'optionalServices' in requestDevice() options. https://goo.gl/HxfxSQ",
        'SecurityError'
      );
    }
    await this.link.discover();
    this.services ??= this.link.sensor.services.map(
      (entry) => new SimulatedService(this.device.asReal(), this.link, entry)
    );
    const found = this.services.filter(
      ({ uuid }) => allowed.has(uuid) && (wanted === null || uuid === wanted)
    );
    if (found.length > 0) return found;
    throw new DOMException(`No Services matching UUID ${wanted ?? ''} found in Device.`, 'NotFoundError');
  }

  receive({ characteristic, bytes }: Notification): void {
    for (const service of this.services ?? []) {
      for (const candidate of service.all) {
        if (candidate.uuid === characteristic && candidate.notifying) candidate.change(bytes);
      }
    }
  }

  /** The connection ended. */
  forget(): void {
    this.services = null;
  }
}
