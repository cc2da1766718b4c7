/**
 * Starts the engine, hands out ports to it and starts it again when it dies. After the third death
 * in a minute it stays down and says so: an engine that cannot live would loop for ever.
 */

import path from 'node:path';
import type {
  BridgeResult,
  EngineFailure,
  EngineState,
  EngineStateChange,
} from '@shared/contract/desktop-bridge';
import { sharedTexts } from '@shared/texts/shared-texts';
import { app, MessageChannelMain, type MessagePortMain, type UtilityProcess, utilityProcess } from 'electron';
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
    /** Asked at each start: the key that the operating system keeps. */
    private readonly readSystemKey: () => string | null,
  ) {}

  get current(): EngineStateChange {
    return this.state;
  }

  get processId(): number | undefined {
    return this.child?.pid;
  }

  start(): void {
    this.isStopping = false;
    this.change(this.crashes.length > 0 ? 'restarting' : 'starting', null);
    const child = utilityProcess.fork(engineEntry(), [JSON.stringify(this.engineArguments)], {
      serviceName: sharedTexts.desktop.processes.engine,
      stdio: 'inherit',
      env: { ...process.env, DOSO_PRINT_PROGRAM: JSON.stringify(ownCommand()) },
    });
    this.child = child;
    child.on('message', (message: FromEngine) => this.hear(message));
    this.send({ type: 'begin', systemKey: this.systemKeyOrNull() }, []);
    child.on('exit', (code) => this.handleExit(child, code));
  }

  /** A new port to the engine; calls made before it is ready wait in the port. */
  connect(): MessagePortMain {
    const { port1, port2 } = new MessageChannelMain();
    if (this.state.state === 'ready') this.send({ type: 'port' }, [port2]);
    else this.waiting.push(port2);
    return port1;
  }

  /** Shuts the app lock, if there is one. */
  lock(): void {
    if (this.state.state === 'ready') this.send({ type: 'lock' }, []);
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
    this.crashes.length = 0;
    this.start();
  }

  /**
   * Ends the engine, has work done on its data directory, and starts it again, whatever came of the work. An engine
   * that had failed is only started when the work succeeded, for nothing else has changed for it.
   */
  async whileResting<T>(message: string, work: () => Promise<BridgeResult<T>>): Promise<BridgeResult<T>> {
    const before = this.state;
    if (before.state === 'resting') throw new Error('the database is already being worked on');
    this.change('resting', message);
    await this.stop();
    const result = await work().catch((error: unknown) => {
      this.start();
      throw error;
    });
    if (before.state === 'failed' && !result.ok) this.change('failed', before.message, before.failure);
    else {
      this.crashes.length = 0;
      this.start();
    }
    return result;
  }

  /** The engine finds the same fault in the key's file and says so. */
  private systemKeyOrNull(): string | null {
    try {
      return this.readSystemKey();
    } catch {
      return null;
    }
  }

  private hear(message: FromEngine): void {
    if (message.type === 'ready') {
      for (const port of this.waiting) this.send({ type: 'port' }, [port]);
      this.waiting = [];
      this.change('ready', null);
      return;
    }
    this.isStopping = true;
    const { code, message: words, nextStep, details } = message.error;
    const backupFile = typeof details.backup === 'string' ? details.backup : null;
    this.fail({ code, message: words, nextStep, backupFile });
  }

  private handleExit(child: UtilityProcess, code: number): void {
    if (child !== this.child) return;
    this.child = undefined;
    if (this.isStopping) return;
    // Not the wall clock: one that goes back would make crashes of hours look like crashes of a minute.
    const now = performance.now();
    this.crashes.push(now);
    while ((this.crashes[0] ?? now) < now - CRASH_WINDOW_MS) this.crashes.shift();
    if (this.crashes.length >= LAST_CRASH) {
      this.fail({
        code: 'CRASHED',
        message: sharedTexts.desktop.engine.crashed(this.crashes.length, code),
        nextStep: sharedTexts.desktop.engine.crashedNextStep(this.logFile),
        backupFile: null,
      });
      return;
    }
    this.start();
  }

  private send(message: ToEngine, ports: MessagePortMain[]): void {
    this.child?.postMessage(message, ports);
  }

  get logFile(): string {
    return path.join(this.engineArguments.dataDirectory, 'logs', 'engine.log');
  }

  private fail(failure: EngineFailure): void {
    const { message, nextStep } = failure;
    this.change('failed', nextStep ? `${message} ${nextStep}` : message, failure);
  }

  private change(state: EngineState, message: string | null, failure?: EngineFailure): void {
    this.state = { state, message, ...(failure ? { failure } : {}) };
    this.onState(this.state);
  }
}

/** In a package the engine runs from outside the archive: PGlite opens its files by path. */
function engineEntry(): string {
  return path.join(__dirname, 'engine.js').replace('app.asar', 'app.asar.unpacked');
}

/** How this app is started again, to print a scheduled report beside its window. */
function ownCommand(): string[] {
  const words = process.argv.filter((word) => word === '--no-sandbox' || word.startsWith('--app-dir='));
  const isFolderNamed = app.isPackaged || words.some((word) => word.startsWith('--app-dir='));
  return [process.execPath, ...words, ...(isFolderNamed ? [] : [app.getAppPath()])];
}
