import { createConnection } from '@homebridge/dbus-native';

/** A D-Bus value with its signature, as the library writes variants. */
export type Variant = readonly [signature: string, value: unknown];

/** The header fields in use; `body` holds one entry per argument. */
export interface Message {
  readonly type: 1 | 2 | 3 | 4;
  readonly serial?: number;
  readonly replySerial?: number;
  readonly path?: string;
  readonly interface?: string;
  readonly member?: string;
  readonly errorName?: string;
  readonly sender?: string;
  readonly destination?: string;
  readonly signature?: string;
  readonly body?: readonly unknown[];
}

declare module '@homebridge/dbus-native' {
  interface RawConnection {
    message(message: Message): void;
    end(): void;
    on(event: 'message', listener: (message: Message) => void): void;
    on(event: 'error', listener: (error: unknown) => void): void;
    on(event: 'end', listener: () => void): void;
  }
  /** Exported by the package, but missing from its types. Messages sent early are kept until it is connected. */
  export function createConnection(options: { busAddress: string }): RawConnection;
}

const CALL = 1;
const RETURN = 2;
const ERROR = 3;
const SIGNAL = 4;

/** An error answer from the bus or from another program on it. */
export class DbusError extends Error {
  constructor(
    readonly dbusName: string,
    message: string
  ) {
    super(message);
    this.name = 'DbusError';
  }
}

export interface Call {
  readonly destination: string;
  readonly path: string;
  readonly interface: string;
  readonly member: string;
  readonly signature?: string;
  readonly body?: readonly unknown[];
}

/** One program's connection to a message bus. */
export class Dbus {
  onCall: (message: Message) => void = () => undefined;
  onSignal: (message: Message) => void = () => undefined;
  private readonly connection;
  private serial = 0;
  private closed = false;
  private readonly waiting = new Map<
    number,
    { resolve: (body: readonly unknown[]) => void; reject: (error: Error) => void }
  >();

  private constructor(address: string) {
    this.connection = createConnection({ busAddress: address });
    this.connection.on('message', (message) => {
      this.dispatch(message);
    });
    this.connection.on('error', (error) => {
      this.fail(`The D-Bus connection broke: ${String(error)}`);
    });
    this.connection.on('end', () => {
      this.fail('The D-Bus connection was closed.');
    });
  }

  static async open(address: string): Promise<Dbus> {
    const bus = new Dbus(address);
    await bus.callBus('Hello');
    return bus;
  }

  /** A call to the bus itself. */
  callBus(member: string, signature = '', body: readonly unknown[] = []): Promise<readonly unknown[]> {
    const name = 'org.freedesktop.DBus';
    return this.call({
      destination: name,
      path: '/org/freedesktop/DBus',
      interface: name,
      member,
      signature,
      body
    });
  }

  /** The answer's arguments; rejects with a DbusError. */
  call(call: Call): Promise<readonly unknown[]> {
    return new Promise((resolve, reject) => {
      this.waiting.set(this.send({ type: CALL, ...call }), { resolve, reject });
    });
  }

  reply(to: Message, signature = '', body: readonly unknown[] = []): void {
    this.send({ type: RETURN, ...answering(to), signature, body });
  }

  replyError(to: Message, errorName: string, text: string): void {
    this.send({ type: ERROR, ...answering(to), errorName, signature: 's', body: [text] });
  }

  signal(path: string, iface: string, member: string, signature: string, body: readonly unknown[]): void {
    this.send({ type: SIGNAL, path, interface: iface, member, signature, body });
  }

  close(): void {
    if (this.closed) return;
    this.fail('The D-Bus connection was closed.');
    this.connection.end();
  }

  private send(message: Message): number {
    this.serial += 1;
    if (!this.closed) this.connection.message({ ...message, serial: this.serial });
    return this.serial;
  }

  private dispatch(message: Message): void {
    if (message.type === CALL) this.onCall(message);
    else if (message.type === SIGNAL) this.onSignal(message);
    else {
      const waiting = this.waiting.get(message.replySerial ?? -1);
      this.waiting.delete(message.replySerial ?? -1);
      if (message.type === RETURN) waiting?.resolve(message.body ?? []);
      else {
        const text = message.body?.[0];
        waiting?.reject(new DbusError(message.errorName ?? '', typeof text === 'string' ? text : ''));
      }
    }
  }

  private fail(text: string): void {
    this.closed = true;
    for (const { reject } of this.waiting.values()) reject(new Error(text));
    this.waiting.clear();
  }
}

function answering(to: Message): { replySerial: number; destination: string } {
  return { replySerial: to.serial ?? 0, destination: to.sender ?? '' };
}
