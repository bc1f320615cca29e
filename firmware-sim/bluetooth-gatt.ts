import { resolveUuid, type Link } from './bluetooth-link';
import type { Characteristic, Service } from './gatt-table';
import { fullUuid } from './gatt-table';

/** Serial numbers: closed to pages by every browser. */
const BLOCKED = [fullUuid(0x2a25)];

/** Real events carry a view into a larger buffer; ours do too, so that code which reads `.buffer` from 0 fails here as there. */
const PADDING = 6;

export class SimulatedCharacteristic extends EventTarget {
  readonly uuid: string;
  readonly properties: BluetoothCharacteristicProperties;
  value: DataView | undefined;
  notifying = false;

  constructor(
    readonly service: SimulatedService,
    private readonly link: Link,
    private readonly generation: number,
    { uuid, properties }: Characteristic
  ) {
    super();
    this.uuid = uuid;
    this.properties = {
      broadcast: false,
      read: properties.includes('read'),
      writeWithoutResponse: properties.includes('write-without-response'),
      write: properties.includes('write'),
      notify: properties.includes('notify'),
      indicate: properties.includes('indicate'),
      authenticatedSignedWrites: false,
      reliableWrite: false,
      writableAuxiliaries: false
    };
  }

  async readValue(): Promise<DataView> {
    const bytes = await this.link.operate(this.generation, (sensor) => sensor.read(this.uuid), 'hangRead');
    return this.change(bytes);
  }

  async writeValueWithResponse(value: BufferSource): Promise<void> {
    await this.write(this.properties.write, value);
  }

  async writeValueWithoutResponse(value: BufferSource): Promise<void> {
    await this.write(this.properties.writeWithoutResponse, value);
  }

  async startNotifications(): Promise<this> {
    await this.link.operate(
      this.generation,
      (sensor) => {
        sensor.subscribe(this.uuid);
        this.notifying = true;
      },
      'hangSubscribe'
    );
    return this;
  }

  async stopNotifications(): Promise<this> {
    await this.link.operate(this.generation, (sensor) => {
      sensor.unsubscribe(this.uuid);
      this.notifying = false;
    });
    return this;
  }

  /** A new value arrived: shown, then told. */
  change(bytes: Uint8Array): DataView {
    const larger = new Uint8Array(PADDING + bytes.length + PADDING).fill(0xee);
    larger.set(bytes, PADDING);
    const view = new DataView(larger.buffer, PADDING, bytes.length);
    this.value = view;
    this.dispatchEvent(new Event('characteristicvaluechanged', { bubbles: true }));
    return view;
  }

  private async write(permitted: boolean, value: BufferSource): Promise<void> {
    const bytes = ArrayBuffer.isView(value)
      ? new Uint8Array(value.buffer, value.byteOffset, value.byteLength).slice()
      : new Uint8Array(value).slice();
    if (bytes.length > 512) {
      throw new DOMException("Value can't exceed 512 bytes.", 'InvalidModificationError');
    }
    await this.link.operate(this.generation, (sensor) => {
      if (!permitted) throw new DOMException('GATT operation not permitted.', 'NotSupportedError');
      sensor.write(this.uuid, bytes);
    });
  }
}

export class SimulatedService extends EventTarget {
  readonly uuid: string;
  readonly isPrimary = true;
  readonly all: readonly SimulatedCharacteristic[];

  constructor(
    readonly device: BluetoothDevice,
    private readonly link: Link,
    service: Service
  ) {
    super();
    this.uuid = service.uuid;
    this.all = service.characteristics.map(
      (entry) => new SimulatedCharacteristic(this, link, link.generation, entry)
    );
  }

  async getCharacteristic(characteristic: string | number): Promise<SimulatedCharacteristic> {
    const [first] = await this.getCharacteristics(characteristic);
    if (!first) throw new Error('unreachable: getCharacteristics throws instead of giving none');
    return first;
  }

  async getCharacteristics(characteristic?: string | number): Promise<SimulatedCharacteristic[]> {
    const wanted = characteristic === undefined ? null : resolveUuid(characteristic);
    if (wanted !== null && BLOCKED.includes(wanted)) {
      throw new DOMException(
        'getCharacteristic(s) called with blocklisted UUID. https://goo.gl/4NeimX',
        'SecurityError'
      );
    }
    await this.link.discover();
    const found = this.all.filter(({ uuid }) => wanted === null || uuid === wanted);
    if (found.length > 0) return found;
    throw new DOMException(
      `No Characteristics matching UUID ${wanted ?? ''} found in Service with UUID ${this.uuid}.`,
      'NotFoundError'
    );
  }
}
