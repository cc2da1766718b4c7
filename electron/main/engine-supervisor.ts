/**
 * Starts the engine, hands out ports to it and starts it again when it dies. After the third death
 * in a minute it stays down and says so: an engine that cannot live would loop for ever.
 */
import path from 'node:path';
import type { EngineState, EngineStateChange } from '@shared/contract/desktop-bridge';
import { MessageChannelMain, type MessagePortMain, type UtilityProcess, utilityProcess } from 'electron';
import type { EngineArguments, FromEngine, ToEngine } from '../engine/transport/parent-messages';

const LAST_CRASH = 3;
const CRASH_WINDOW_MS = 60_000;
const SHUTDOWN_MS = 15_000;

export class EngineSupervisor {
  private child: UtilityProcess | undefined;
  private state: EngineStateChange = { state: 'starting', message: null };
  private waiting: MessagePortMain[] = [];
  private readonly crashes: number[] = [];
  private isStopping = false;

  constructor(
    private readonly engineArguments: EngineArguments,
    private readonly onState: (change: EngineStateChange) => void,
  ) {}

  get current(): EngineStateChange {
    return this.state;
  }

  get processId(): number | undefined {
    return this.child?.pid;
  }

  start(): void {
    this.change(this.crashes.length > 0 ? 'restarting' : 'starting', null);
    const child = utilityProcess.fork(engineEntry(), [JSON.stringify(this.engineArguments)], {
      serviceName: 'DOSO engine',
      stdio: 'inherit',
    });
    this.child = child;
    child.on('message', (message: FromEngine) => this.hear(message));
    child.on('exit', (code) => this.handleExit(child, code));
  }

  /** A new port to the engine; calls made before it is ready wait in the port. */
  connect(): MessagePortMain {
    const { port1, port2 } = new MessageChannelMain();
    if (this.state.state === 'ready') this.send({ type: 'port' }, [port2]);
    else this.waiting.push(port2);
    return port1;
  }

  /** Ends the engine cleanly: jobs are cancelled, the database is closed. */
  async stop(): Promise<void> {
    this.isStopping = true;
    const { child } = this;
    if (!child?.pid) return;
    const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()));
    this.send({ type: 'shutdown' }, []);
    const timeout = setTimeout(() => child.kill(), SHUTDOWN_MS);
    await exited;
    clearTimeout(timeout);
  }

  /** Tries again after a failure, e.g. when whoever held the data folder has gone. */
  retry(): void {
    if (this.state.state !== 'failed' || this.child) return;
    this.isStopping = false;
    this.crashes.length = 0;
    this.start();
  }

  private hear(message: FromEngine): void {
    if (message.type === 'ready') {
      for (const port of this.waiting) this.send({ type: 'port' }, [port]);
      this.waiting = [];
      this.change('ready', null);
      return;
    }
    this.isStopping = true;
    const { error } = message;
    this.change('failed', error.nextStep ? `${error.message} ${error.nextStep}` : error.message);
  }

  private handleExit(child: UtilityProcess, code: number): void {
    if (child !== this.child) return;
    this.child = undefined;
    if (this.isStopping) return;
    const now = Date.now();
    this.crashes.push(now);
    while ((this.crashes[0] ?? now) < now - CRASH_WINDOW_MS) this.crashes.shift();
    if (this.crashes.length >= LAST_CRASH) {
      this.change(
        'failed',
        `The engine stopped ${this.crashes.length} times in a minute (code ${code}). Your saved data is intact. Try again; if it comes back, the log is ${path.join(this.engineArguments.dataDirectory, 'logs', 'engine.log')}.`,
      );
      return;
    }
    this.start();
  }

  private send(message: ToEngine, ports: MessagePortMain[]): void {
    this.child?.postMessage(message, ports);
  }

  private change(state: EngineState, message: string | null): void {
    this.state = { state, message };
    this.onState(this.state);
  }
}

/** In a package the engine runs from outside the archive: PGlite opens its files by path. */
function engineEntry(): string {
  return path.join(__dirname, 'engine.js').replace('app.asar', 'app.asar.unpacked');
}
