/** What main and the engine say to each other outside the ports; plain data, cloned. */
import type { ErrorReply } from '../jobs/error-reply';

/** Given to the engine at the fork, as one JSON argument. */
export type EngineArguments = {
  dataDirectory: string;
  templateFile: string;
  version: string;
};

/** Main to engine. `port` carries a MessagePort beside it. */
export type ToEngine =
  /** The first message; base64 of the key that the operating system keeps, null where it keeps none. */
  { type: 'begin'; systemKey: string | null } | { type: 'port' } | { type: 'lock' } | { type: 'shutdown' };

/** Engine to main. */
export type FromEngine = { type: 'ready' } | { type: 'failed'; error: ErrorReply };
